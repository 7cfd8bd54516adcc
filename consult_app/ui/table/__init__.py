"""The Table station: the text under consideration, and the decisions taken on it."""
