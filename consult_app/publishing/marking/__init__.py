"""The text with all its pending amendments marked in it, each change with whose it is."""
