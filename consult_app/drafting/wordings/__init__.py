"""Words: the wording of one node in one language, compared, merged, matched, found."""
