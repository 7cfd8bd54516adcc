"""Consult: the desktop application with which a secretariat runs a tripartite meeting."""

__version__ = "0.1.0"
