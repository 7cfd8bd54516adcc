"""The People station: groups, participants, Officers, presence, and lists that are brought in."""
