"""What every screen is put together from: labels, buttons, fields, lists, cards, lines that break."""
