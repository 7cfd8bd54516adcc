"""The window itself: the start page, what stands around a station, and what lies over it."""
