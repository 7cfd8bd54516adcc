"""Papers as .pdf: embedded fonts, real footnotes, tags and metadata."""
