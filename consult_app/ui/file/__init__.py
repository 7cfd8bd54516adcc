"""What is done with the meeting's file: opened, copied, given to a group, lost, dropped on the window."""
