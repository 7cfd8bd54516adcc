"""How the house writes: numbers, dates, labels, lists, quotation marks, in each language."""
