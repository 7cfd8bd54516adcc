"""Votes, motions and statements at the Table: what is typed, what it would come to, and what was recorded."""
