"""The structure of a .pdf for those who listen to it: headings, paragraphs, tables, notes, languages.

reportlab draws and does not tag. Here each paragraph draws itself as marked content of its element,
rules and running heads are artifacts, and the tree is written when the file is saved
(ISO 32000-1 §14.7, §14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFPage
from reportlab.platypus import Paragraph, Table

_MARKED = ["StructParents", "Tabs"]


class Element:
    """One element of the structure: its kind (P, H1, TD …), its language, and what it holds."""

    def __init__(self, kind: str, parent: Element | None = None, language: str = "") -> None:
        self.kind = kind
        self.parent = parent
        self.language = language
        self.children: list[Element] = []
        #: (page from 0, number of the marked content on it)
        self.content: list[tuple[int, int]] = []
        self._holds: bool | None = None
        if parent is not None:
            parent.children.append(self)

    def holds(self) -> bool:
        """Whether anything was drawn for it, asked when everything is drawn."""
        if self._holds is None:
            self._holds = bool(self.content) or any(child.holds() for child in self.children)
        return self._holds


class Tags:
    """The marked content of one file, by page."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.pages: dict[int, list[Element]] = {}

    @contextmanager
    def content(self, canv: Any, element: Element | None) -> Iterator[None]:
        """Everything drawn inside is content of *element*, or an artifact if there is none."""
        if element is None:
            canv._code.append("/Artifact BMC")
        else:
            page = canv.getPageNumber() - 1
            on_page = self.pages.setdefault(page, [])
            element.content.append((page, len(on_page)))
            canv._code.append(f"/{element.kind} <</MCID {len(on_page)}>> BDC")
            on_page.append(element)
        yield
        canv._code.append("EMC")

    def write(self, document: Any) -> None:
        """Put the tree into the catalogue of reportlab's *document*, before it is saved."""
        for number, page in enumerate(_pages(document)):
            page.__NoDefault__ = [*PDFPage.__NoDefault__, *_MARKED]
            page.StructParents = number
            page.Tabs = PDFName("S")
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = document.Reference(root, "StructTreeRoot")
        names: dict[int, PDFObjectReference] = {}
        root["K"] = self._element(document, self.root, reference, names)
        numbers: list[Any] = []
        for page, elements in sorted(self.pages.items()):
            numbers += [page, PDFArray([names[id(element)] for element in elements])]
        root["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        root["ParentTreeNextKey"] = len(_pages(document))
        catalog = document.Catalog
        catalog.StructTreeRoot = reference
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(
        self,
        document: Any,
        element: Element,
        parent: PDFObjectReference,
        names: dict[int, PDFObjectReference],
    ) -> PDFObjectReference:
        name = f"Struct{len(names)}"
        made = _Written(element.kind, parent, element.content, _particulars(element, name))
        reference: PDFObjectReference = document.Reference(made, name)
        names[id(element)] = reference
        made.children = [
            self._element(document, child, reference, names) for child in element.children if child.holds()
        ]
        return reference


class _Written(PDFObject):  # type: ignore[misc]
    """An element as it stands in the file, put together at once: a large table has thousands of them, and
    a dictionary of reportlab is formatted piece by piece."""

    __RefOnly__ = 1

    def __init__(
        self, kind: str, parent: PDFObjectReference, content: list[tuple[int, int]], particulars: str
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.content = content
        self.particulars = particulars
        self.children: list[PDFObjectReference] = []

    def format(self, document: Any) -> bytes:
        """The bytes of the dictionary."""
        numbers = document.idToObjectNumberAndVersion
        kids = [
            f"<< /Type /MCR /Pg {_at(numbers[f'Page{page + 1}'])} /MCID {number} >>"
            for page, number in self.content
        ]
        kids += [_at(numbers[child.name]) for child in self.children]
        head = f"/Type /StructElem /S /{self.kind} /P {_at(numbers[self.parent.name])}{self.particulars}"
        return f"<< {head} /K [ {' '.join(kids)} ] >>".encode("ascii")


def _particulars(element: Element, name: str) -> str:
    """What an element says of itself: its language; of which cells a head is the head; and what a note is
    called by, for a note must be (ISO 14289-1 §7.9)."""
    out = f" /Lang ({element.language})" if element.language else ""
    if element.kind == "TH":
        out += " /A << /O /Table /Scope /Column >>"
    elif element.kind == "Note":
        out += f" /ID ({name})"
    return out


def _at(number: tuple[int, int]) -> str:
    return f"{number[0]} {number[1]} R"


def _pages(document: Any) -> list[Any]:
    return [document.idToObject[f"Page{number}"] for number in range(1, document.pageCounter)]


class Words(Paragraph):  # type: ignore[misc]
    """A paragraph that draws itself as content of *element*; its parts after a split do the same."""

    tags: Tags | None = None
    element: Element | None = None
    drawn = False
    goes_on = False
    broken_at = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size at that *width*. A cell is asked on each page of its table and again when it is drawn:
        the lines of the last time are kept."""
        if width != self.broken_at or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self.broken_at = width
        return self.width, self.height

    def breakLines(self, width: Any) -> Any:
        """Lines as reportlab breaks them. A paragraph of one underlined fragment gets an empty second
        one: alone, its underline would be drawn without the indent from the second line on."""
        if len(self.frags) == 1 and getattr(self.frags[0], "us_lines", None):
            self.frags.append(self.frags[0].clone(text="", us_lines=[]))
        return super().breakLines(width)

    def split(self, width: float, height: float) -> list[Any]:
        """The parts of the paragraph, as reportlab makes them, each knowing its element."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.tags, part.element, part.goes_on = self.tags, self.element, True
        if parts:
            parts[-1].goes_on = self.goes_on
        return parts

    def draw(self) -> None:
        """Draw the words; drawn again (the repeated head of a table) they are an artifact."""
        if self.tags is None or not (self.frags or self.bulletText):
            super().draw()
            return
        if not self.drawn:
            self._end_lines()
        with self.tags.content(self.canv, None if self.drawn else self.element):
            super().draw()
        self.drawn = True

    def _end_lines(self) -> None:
        """A space at the end of each line but the last, or a reader takes two words for one."""
        lines = self.blPara.lines if hasattr(self, "blPara") else []
        for line in lines if self.goes_on else lines[:-1]:
            if self.blPara.kind == 0:
                words = line[1]
                if words and not str(words[-1]).endswith("-"):
                    words[-1] = words[-1] + " "
            elif line.words and not getattr(line.words[-1], "us_lines", None):
                last = line.words[-1]
                if getattr(last, "text", "") and not last.text.endswith(("-", " ")):
                    last.text += " "


class Ruled(Table):  # type: ignore[misc]
    """A table whose rules are artifacts."""

    tags: Tags | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size of the table. Its rows are measured once: their widths are fixed, and each page asks for
        the heights of all that is left."""
        size: tuple[float, float] = super().wrap(width, height)
        if None in self._argH and None not in self._rowHeights:
            self._argH: list[float | None] = list(self._rowHeights)
        return size

    def _drawLines(self) -> None:
        if self.tags is None:
            super()._drawLines()
            return
        with self.tags.content(self.canv, None):
            super()._drawLines()

    def split(self, width: float, height: float) -> list[Any]:
        """The parts of the table, as reportlab makes them."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.tags = self.tags
        return parts
