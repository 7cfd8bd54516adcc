"""Reading a text of conclusions from a file: what it is is seen from its bytes, not from its name."""

from __future__ import annotations

from pathlib import Path

from consult_app.exchange.blocks import Stream
from consult_app.exchange.errors import unreadable
from consult_app.exchange.grammar import Node, structure
from consult_app.exchange.ledger import Key, Ledger
from consult_app.exchange.parsed import Parsed, ParsedNode, Repair
from consult_app.meetings.reasons import N_, Message

MOST_BYTES = 50 * 1024 * 1024
NOTHING_LEFT_OUT: frozenset[int] = frozenset()

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(path: Path, language: str, without: frozenset[int] = NOTHING_LEFT_OUT) -> Parsed:
    """The text in the file *path*, written in *language* (en, fr, es), as nodes and repairs.

    *without* are the numbers of repairs to leave undone. Raises :class:`Unreadable` when the file is
    missing, damaged, too large, of another kind, or holds no numbered paragraph.
    """
    return read_bytes(bytes_of(path), language, path.name, without)


def bytes_of(path: Path) -> bytes:
    """What is in the file *path*. Raises :class:`Unreadable` when it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise unreadable(N_("There is no file {name}; check the name."), name=path.name) from None
    except IsADirectoryError:
        raise unreadable(N_("{name} is a folder; choose a file in it."), name=path.name) from None
    except OSError as error:
        raise unreadable(
            N_("{name} cannot be opened ({why}); close it in other programs and try again."),
            name=path.name,
            why=error.strerror or type(error).__name__,
        ) from None
    return data


def stream_in(path: Path) -> Stream:
    """The blocks of the file *path* as they stand, with nothing made of them. Raises :class:`Unreadable`."""
    return _stream(bytes_of(path), Ledger(frozenset()))


def read_bytes(data: bytes, language: str, source: str, without: frozenset[int] = NOTHING_LEFT_OUT) -> Parsed:
    """As :func:`read`, for the bytes of a file called *source* (pasted, dropped, received).

    A repair keeps its number in every reading. One that only comes up because another was left undone
    is numbered after all others, and its number holds as long as the same ones are left undone.
    """
    guard_size(data)
    known: dict[Key, int] = {}
    off: frozenset[Key] = frozenset()
    while True:
        ledger = Ledger(off)
        nodes, warnings = structure(_stream(data, ledger), language, ledger)
        made = ledger.numbered(known)
        known |= {key: repair.number for key, repair in made.items()}
        more = {key for key, number in known.items() if number in without}
        if more <= off:
            break
        off |= more
    return finished(nodes, made, language, source, warnings)


def guard_size(data: bytes) -> None:
    """Raises :class:`Unreadable` for more bytes than are read."""
    if len(data) > MOST_BYTES:
        raise unreadable(N_("The file is larger than 50 MB; take the pictures out of it and try again."))


def finished(
    nodes: list[Node], made: dict[Key, Repair], language: str, source: str, warnings: list[Message]
) -> Parsed:
    """What was read, as it is handed on: *made* are the repairs by their keys."""
    repairs = tuple(sorted(made.values(), key=lambda repair: (repair.line, repair.number)))
    return Parsed(tuple(_final(node, made) for node in nodes), repairs, language, source, tuple(warnings))


def is_zip(data: bytes) -> bool:
    """Whether these may be the bytes of a .docx (or of another file that is a zip archive)."""
    return data.startswith(_ZIP)


def what_it_is(data: bytes) -> Message:
    """What kind of file these bytes are, where it is no .docx."""
    if data.startswith(_OLE):
        return Message(N_("a file of Word 97–2003 (.doc), or one protected by a password"))
    if data.startswith(b"%PDF"):
        return Message(N_("a PDF file"))
    if data.startswith(b"{\\rtf"):
        return Message(N_("a rich text file (.rtf)"))
    return Message(N_("a plain text, or a file of another kind"))


def _stream(data: bytes, ledger: Ledger) -> Stream:
    if data.startswith(_ZIP):
        from consult_app.exchange.word import read_word

        return read_word(data, ledger)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise unreadable(
                N_("The file is protected by a password; have it saved without the password and sent again.")
            )
        raise unreadable(N_("This is a file of Word 97–2003 (.doc); save it as .docx and try again."))
    if data.startswith(b"%PDF"):
        raise unreadable(N_("This is a PDF file; ask for the Word file (.docx) that it was made from."))
    if data.startswith(b"{\\rtf"):
        raise unreadable(N_("This is a rich text file (.rtf); save it as .docx and try again."))
    from consult_app.exchange.plain import read_plain

    return read_plain(data, ledger)


def _final(node: Node, made: dict[Key, Repair]) -> ParsedNode:
    numbers = sorted({made[key].number for key in node.repairs if key in made})
    return ParsedNode(
        kind=node.kind,
        depth=node.depth,
        text=node.text.strip(),
        enumeration=node.enumeration,
        raw_text="\n".join(node.raw),
        raw_lines=tuple(node.lines),
        repairs=tuple(numbers),
        note_key=node.note_key,
    )
