"""What is kept of a meeting: plain values, each whole in itself."""
