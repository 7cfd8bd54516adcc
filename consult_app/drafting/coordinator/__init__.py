"""The file of a group's coordinator: what she sees, prepares and hands over."""
