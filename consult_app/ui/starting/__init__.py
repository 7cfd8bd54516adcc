"""From the start of the program to its end: one window, signals, reports, the collector."""
