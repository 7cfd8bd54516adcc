"""Charts painted in the window's own theme: a step line over time, and stacked bars."""
