"""Help inside the window: the manual under F1, and the tour of the sample meeting."""
