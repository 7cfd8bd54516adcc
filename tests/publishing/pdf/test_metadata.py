"""What a .pdf says of itself, looked at from outside."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf

from consult_app.publishing.pdf.writer import write_pdf
from tests.publishing.invented import WORDS, conclusions, trilingual


def test_metadata_and_colours() -> None:
    with pikepdf.open(io.BytesIO(write_pdf(conclusions("fr"), author="Le <Bureau>"))) as file:
        with file.open_metadata() as said:
            assert said["dc:title"] == WORDS["fr"]["title"]
            assert said["dc:creator"] == ["Le <Bureau>"]
            assert said["dc:language"] == {"fr-FR"}
            assert said.pdfa_status == ""
        (intent,) = file.Root.OutputIntents
        assert intent.DestOutputProfile.N == 3
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        assert links
        assert all(link.F == 4 for link in links)


def test_heads_have_a_scope_notes_a_name_and_nothing_is_empty(
    tmp_path: Path, reader: Callable[..., str]
) -> None:
    kinds: dict[str, list[pikepdf.Dictionary]] = {}
    for paper in (conclusions("en"), trilingual()):
        path = tmp_path / f"{paper.key}.pdf"
        path.write_bytes(write_pdf(paper))
        assert '    ""' not in reader("pdfinfo", "-struct-text", path)
        with pikepdf.open(path) as file:
            for each in file.objects:
                if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem":
                    kinds.setdefault(str(each.S), []).append(each)
            assert all(head.A.Scope == "/Column" for head in kinds.get("/TH", []))
            names = [bytes(note.ID) for note in kinds.pop("/Note", [])]
            assert len(names) == len(set(names))
            kinds.pop("/TH", None)
