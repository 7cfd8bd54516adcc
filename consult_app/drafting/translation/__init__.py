"""The languages in lock-step: what is to be translated, how far it is, who signed."""
