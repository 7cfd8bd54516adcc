"""What comes to the desk: texts, amendments, a new version of the text."""
