"""Forms that lose no word, and the fields that only they have."""
