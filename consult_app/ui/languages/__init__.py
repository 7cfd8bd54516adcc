"""The Languages station: what is to be translated, most urgent first, and the place to do it."""
