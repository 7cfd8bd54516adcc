"""The Publish station: which papers, what they lack, where they go, and how they look."""
