"""The files that go between the secretariat and a group's coordinator."""
