"""What comes in: texts, amendments and people, from the files that groups and secretariats hand in."""
