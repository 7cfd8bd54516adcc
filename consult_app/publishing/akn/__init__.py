"""Akoma Ntoso 3.0, as the United Nations use it (AKN4UN): the papers for other programs.

lxml is loaded with the first file that is made, not with this room.
"""
