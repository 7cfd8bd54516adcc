"""Votes: who may vote, how votes weigh, the quorum, the result."""
