"""The room screen: what the projector shows, and how the desk decides what reaches it."""
