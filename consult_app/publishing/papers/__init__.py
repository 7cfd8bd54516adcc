"""The papers, each made of the state: what it says and in which order."""
