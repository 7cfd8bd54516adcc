"""Papers as files: the writer for each format, and how they are put into a folder, all or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from consult_app.state import State

from .paper import Paper

if TYPE_CHECKING:
    from .akn.writer import Document


def rendered_as(paper: Paper, form: str) -> bytes:
    """*paper* as the bytes of a file of that format: ``docx``, ``pdf`` or ``xlsx``."""
    if form == "docx":
        from .docx.writer import write_docx

        return write_docx(paper, author=paper.masthead.organization)
    if form == "xlsx":
        from .xlsx_writer import write_xlsx

        return write_xlsx(paper)
    from .pdf.writer import write_pdf

    return write_pdf(paper, author=paper.masthead.organization)


def documents_of(state: State, key: str, languages: Sequence[str], seq: int, at: str) -> list[Document]:
    """The paper *key* as files of Akoma Ntoso; as :func:`.akn.writer.documents`."""
    from .akn.writer import documents

    return documents(state, key, languages, seq, at)


def documents_listed(state: State, key: str, languages: Sequence[str]) -> set[tuple[str, str]]:
    """The files of Akoma Ntoso that the paper *key* comes to: each amendment is one."""
    from .akn.writer import listed

    return listed(state, key, languages)


def all_or_none(out: Path, rendered: Sequence[tuple[str, bytes]]) -> list[Path]:
    """Write these files into the folder *out* and return them: every file beside its name first, then all
    under their names, so that a full disk spoils nothing. OSError when one cannot be written."""
    out.mkdir(parents=True, exist_ok=True)
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, data in rendered:
            handle, beside = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=out)
            waiting.append((Path(beside), out / name))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        for beside_path, path in waiting:
            beside_path.chmod(0o666 & ~mask)
            beside_path.replace(path)
    finally:
        for beside_path, _path in waiting:
            beside_path.unlink(missing_ok=True)
    return [path for _beside, path in waiting]


__all__ = ["all_or_none", "documents_listed", "documents_of", "rendered_as"]
