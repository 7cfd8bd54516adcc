"""``consult import --as amendments`` of the file by which a group's coordinator hands amendments over."""

from __future__ import annotations

import argparse
from pathlib import Path

from .edge import opened, said_in_json
from .taking_in import take_in


def import_handed_over(options: argparse.Namespace) -> int:
    """Take the file in, or say what would come of it."""
    from ..exchange.handing_over import read_hand_over, take_in_command

    source = Path(options.source)
    with opened(options.file, write=not options.preview) as desk:
        with said_in_json(options):
            file = read_hand_over(source, desk.rows(0, 1)[0].hash)
        return take_in(options, desk, take_in_command(file, source.name), {"group": file.group})
