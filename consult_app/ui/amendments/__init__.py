"""The Amendments station: the list of all amendments, one in detail, and the form that hands one in."""
