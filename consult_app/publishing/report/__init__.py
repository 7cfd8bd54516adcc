"""The report of proceedings, drafted from the record: what was said and decided, in the order in which it
was."""
