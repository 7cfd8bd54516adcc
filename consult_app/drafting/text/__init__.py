"""The text as a tree of nodes with permanent ids: numbering, references, where words went."""
