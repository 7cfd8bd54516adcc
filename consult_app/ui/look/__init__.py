"""How the window looks: palettes, the one style sheet, fonts, icons and the two scales of type."""
