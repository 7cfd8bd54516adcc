"""The Progress station: how far the meeting is, at what pace, and what is still waited for."""
