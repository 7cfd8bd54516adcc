"""Comparing two moments of the meeting in the window, in place of the text at the Table."""
