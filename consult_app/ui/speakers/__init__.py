"""The list of speakers at the Table: who has the floor and for how long, who is next."""
