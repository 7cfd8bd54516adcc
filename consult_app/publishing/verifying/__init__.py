"""Whether the words of a paper are those of the record."""
