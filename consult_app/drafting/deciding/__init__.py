"""What the meeting decides: on amendments, on nodes, on brackets, by consensus or by vote."""
