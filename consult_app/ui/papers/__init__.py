"""The Papers station: the register of the documents that the meeting works with."""
