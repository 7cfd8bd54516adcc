"""How a person finds the way: the palette, the sheet of keys, other keys, the ways between stations."""
