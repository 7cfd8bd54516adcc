"""Measurements of the figures in the design: medians and 95th percentiles, never tests."""
