"""Printing the papers that were made: how many copies, on which printer, and the list for the print room."""
