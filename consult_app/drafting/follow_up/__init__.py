"""What the adopted text commits whom to, and the register of it."""
