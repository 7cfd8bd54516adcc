"""The register of follow-up in the window: who is to do what, by when, and how far it is."""
