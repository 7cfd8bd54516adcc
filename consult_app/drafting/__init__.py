"""The text: nodes, wording, diff, merge, amendments, numbering, adoption."""
