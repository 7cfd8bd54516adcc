"""Find in the window: the bar, its list of results, and the ways to them."""
