"""Private notes of the secretariat in the window. No paper and nothing of the room may know this package."""
