"""How the columns of a table share its room: what their words need comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Want:
    """What one column asks for, in pixels: ``least`` where room is short, ``needs`` so that none of its words
    is cut (``mostly`` so that few are), ``usual`` where there is more than that. The one that ``stretches``
    has what is left."""

    least: int
    usual: int
    needs: int
    stretches: bool = False
    mostly: int = 0

    @property
    def fair(self) -> int:
        """What it begins with: no more than usual, and no more than it needs."""
        return min(self.needs, self.usual)


def shared_out(room: int, wants: Sequence[Want]) -> list[int]:
    """Return the width of each column in *room* pixels. Where there is too little even for what is fair, all
    but the one that stretches give way in proportion, down to their least; else what is needed is given
    before what is usual, and the rest goes to the column that stretches."""
    widths = [want.fair for want in wants]
    left = room - sum(widths)
    if left < 0:
        return _narrowed(wants, -left)
    left = _raise(widths, [min(want.mostly, want.needs) for want in wants], left)
    left = _raise(widths, [want.needs for want in wants], left)
    left = _raise(widths, [0 if want.stretches else want.usual for want in wants], left)
    for at, want in enumerate(wants):
        if want.stretches:
            widths[at] += left
            break
    return widths


def _narrowed(wants: Sequence[Want], lack: int) -> list[int]:
    gives = [0 if want.stretches else max(0, want.fair - want.least) for want in wants]
    part = min(1.0, lack / sum(gives)) if any(gives) else 0.0
    return [want.fair - round(part * give) for want, give in zip(wants, gives, strict=True)]


def _raise(widths: list[int], up_to: Sequence[int], left: int) -> int:
    """Raise *widths* towards *up_to*, those first that lack least, so that as few as can be are left short;
    return what is left then."""
    short = sorted(
        (wanted - width, at)
        for at, (width, wanted) in enumerate(zip(widths, up_to, strict=True))
        if wanted > width
    )
    for lack, at in short:
        given = min(lack, left)
        widths[at] += given
        left -= given
    return left
