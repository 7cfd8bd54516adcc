"""What a .pdf says of itself besides its words: XMP metadata, and which red, green and blue its colours are.

No conformance is claimed (``docs/papers.md`` says how far the files get): a claim is worth what a validator
says, and a reader that believes it stops looking.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP, PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from consult_app import places

from .. import layout
from ..paper import Paper
from ..xml_characters import carried

_UNDATED = datetime(2000, 1, 1)
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Consult</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def describe(document: Any, paper: Paper, author: str, when: datetime | None) -> None:
    """Put metadata and output intent of *paper* into reportlab's *document*, before it is saved.

    FileNotFoundError if the colour profile of the house is missing.
    """
    words = _XMP.format(
        title=escape(carried(paper.title)),
        author=escape(carried(author)),
        subject=escape(carried(paper.masthead.symbol)),
        language=layout.LOCALES[paper.language],
        date=(when or _UNDATED).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = XMP(creator=lambda _document: words.encode())
    profile = PDFStream(
        dictionary=PDFDictionary({"N": 3}), content=(places.resources() / "colour" / "srgb.icc").read_bytes()
    )
    intent = PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    catalog.OutputIntents = PDFArray([intent])


__all__ = ["describe"]
