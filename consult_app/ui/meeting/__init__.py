"""The Meeting station: its data and texts, rules, agenda, sittings and the Governing Body paper."""
