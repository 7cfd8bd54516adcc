"""What goes out: one Paper tree for each paper, and one writer for each format."""
