"""What somebody proposes: what it would change today, where it stands, what it collides with."""
