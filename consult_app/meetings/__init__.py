"""Who meets and how they decide: groups, participants, officers, sittings, rules."""
