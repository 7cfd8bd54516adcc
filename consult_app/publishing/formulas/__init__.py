"""The formulas of the papers: people, bodies, outcomes and results in words, in each language."""
