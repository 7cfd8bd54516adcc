"""The meeting is set up: its particulars, and the rules that it follows."""
