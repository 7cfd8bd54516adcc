"""Square brackets: what stands in them, and how they are looked at."""
