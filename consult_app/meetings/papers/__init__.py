"""The documents that the meeting works with, and the paper that it leads to."""
