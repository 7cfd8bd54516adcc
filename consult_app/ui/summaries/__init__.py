"""Words for the report of proceedings: what a speaker or a group said, typed at the Table."""
