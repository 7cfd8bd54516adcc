"""Papers as .docx: Word's own footnotes, tracked changes and templates."""
