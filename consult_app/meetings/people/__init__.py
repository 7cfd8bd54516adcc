"""Who meets: groups, participants, Officers, substitutions, presence."""
