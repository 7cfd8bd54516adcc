"""What an amendment asks to be done, as the sentences that are read out and printed."""
