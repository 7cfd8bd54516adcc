"""How a meeting goes: sittings, the agenda, the floor, motions."""
