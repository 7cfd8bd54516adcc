"""The text as it is painted and said: rows, columns, tracked changes, brackets."""
