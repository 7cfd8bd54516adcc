"""Everything Qt: the window, its stations, the room screen. No other room imports PySide6."""
