"""Bringing a text in: the file, its language, and a preview with every repair that was made.

A repair can be left undone: the file is read again without it, in the background, and the preview
follows. Nothing is in the meeting before the button is pressed.
"""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.labels import item_marker
from consult_app.drafting.house_style.text_kinds import TEXT_KINDS, TextKind
from consult_app.drafting.wordings.wording import words
from consult_app.exchange.errors import Unreadable
from consult_app.exchange.parsed import Parsed, ParsedNode, Repair
from consult_app.ui.choosing_files import choose_file
from consult_app.ui.language import NAMES, Languages, Retranslating, say, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.parts.controls import (
    Elided,
    HairLine,
    Label,
    PrimaryButton,
    QuietButton,
    SectionTitle,
    SegmentedControl,
)
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import Banner
from consult_app.ui.waiting import in_background, when_done
from consult_app.words import term

_NUMBER = Qt.ItemDataRole.UserRole


class ImportPage(Retranslating, QWidget):
    """The preview. Signals: ``import_asked(Parsed)`` when it is to be brought in; ``left()`` on Cancel."""

    import_asked = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.parsed: Parsed | None = None
        self._path: Path | None = None
        self._without: frozenset[int] = frozenset()
        self._known: dict[int, Repair] = {}
        self._reading = 0
        self._busy = False
        self.heading = Elided("title")
        self.language = SegmentedControl(NAMES)
        self.kind_field = ChoiceBox()
        self._further = False
        self.choose = QuietButton()
        self.banner = Banner()
        self.tree_title, self.repairs_title = SectionTitle(), SectionTitle()
        self.tree, self.repairs = QTreeWidget(), QTreeWidget()
        self.detail = Label("small", wrap=True)
        self.warnings = Label("small", wrap=True)
        self.accept_button = PrimaryButton()
        self.leave_button = QuietButton()
        self._lay_out()
        self.choose.clicked.connect(self.ask_file)
        self.language.chosen.connect(self._language_chosen)
        self.repairs.currentItemChanged.connect(self._repair_chosen)
        self.repairs.itemChanged.connect(self._repair_changed)
        self.accept_button.clicked.connect(self.accept)
        self.leave_button.clicked.connect(self.left)
        self.kind_field.hide()
        self.retranslate()
        self._look()

    def _lay_out(self) -> None:
        head = BrokenLine(10)
        head.add(self.heading, 1)
        for other in (self.kind_field, self.language, self.choose, self.leave_button, self.accept_button):
            head.add(other)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        for title, tree, share in (
            (self.tree_title, self.tree, 3),
            (self.repairs_title, self.repairs, 2),
        ):
            tree.setHeaderHidden(True)
            tree.setWordWrap(True)
            tree.setFrameShape(QFrame.Shape.NoFrame)
            tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            pane = QVBoxLayout()
            pane.setContentsMargins(12, 10, 12, 0)
            pane.addWidget(title)
            pane.addWidget(tree, 1)
            if tree is self.repairs:
                panes.addWidget(HairLine(vertical=True))
                pane.addWidget(self.detail)
                pane.addWidget(self.warnings)
            panes.addLayout(pane, share)
        self.tree.setFont(fonts.text(15))
        self.tree.setIndentation(22)
        self.repairs.setRootIsDecorated(False)
        surface = QFrame()
        surface.setProperty("role", "card")
        surface.setLayout(panes)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.banner)
        column.addWidget(surface, 1)

    def begin(self, path: Path, language: str) -> None:
        """Read *path* as a text in *language* and show what it is."""
        self._path, self._without = path, frozenset()
        self._known = {}
        self.language.choose(language)
        self._read()

    def offer(self, languages: tuple[str, ...]) -> None:
        """Offer only *languages*: those that the text is not there in yet."""
        for code in NAMES:
            self.language.button(code).setEnabled(code in languages)

    def ask_kind(self, asked: bool, *, further: bool) -> None:
        """Ask of what kind the text is where it is new; *further* where the meeting has one already."""
        self._further = further
        self.kind_field.setVisible(asked)
        self.kind_field.setCurrentIndex(int(further))
        self.retranslate()

    @property
    def kind(self) -> TextKind | None:
        """The kind of a new text; None for a further language of one."""
        if self.kind_field.isHidden():
            return None
        return TEXT_KINDS[max(0, self.kind_field.currentIndex())]

    def ask_file(self) -> None:
        """Let the person choose a file, and read it."""
        choose_file(
            self,
            tr("Choose the text"),
            lambda path: self.begin(path, (self.language.selection or ("en",))[0]),
            start=str(self._path.parent) if self._path else "",
            filters=tr("Texts (*.docx *.odt *.txt);;All files (*)"),
        )

    def _language_chosen(self, _code: str) -> None:
        if self._path is not None:
            self._without = frozenset()
            self._known = {}
            self._read()

    def _read(self) -> None:
        path = self._path
        if path is None:
            return
        language, without = self.language.selection[0], self._without
        self._reading += 1
        self._busy = True
        self.parsed = None
        self._look()
        self.banner.dismiss()

        def job() -> Parsed:
            # lxml and python-docx are loaded with the first file, in this thread
            from consult_app.exchange.reading import read

            return read(path, language, without)

        turn = self._reading
        when_done(
            in_background(job, "reading"), self, partial(self._was_read, turn), partial(self._failed, turn)
        )

    def _was_read(self, turn: int, parsed: Parsed) -> None:
        if turn != self._reading:
            return
        self.parsed, self._busy = parsed, False
        self._known |= {repair.number: repair for repair in parsed.repairs}
        self._show()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn != self._reading:
            return
        self._busy = False
        if not isinstance(error, Unreadable):
            raise error
        self.tree.clear()
        self.repairs.clear()
        self.banner.show_words(say(error.message), "error")
        self._look()

    def _show(self) -> None:
        parsed = self.parsed
        if parsed is None:
            return
        self.tree.clear()
        path: list[QTreeWidgetItem] = []
        counts: dict[tuple[int, str], int] = {}
        for node in parsed.nodes:
            item = QTreeWidgetItem([_said(node, counts, parsed.language)])
            item.setToolTip(0, escape(item.text(0)))
            depth = min(node.depth, len(path))
            if depth:
                path[depth - 1].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            del path[depth:]
            path.append(item)
        self.tree.expandAll()
        self._show_repairs(parsed)
        self.warnings.setText("\n".join(say(warning) for warning in parsed.warnings))
        self.warnings.setVisible(bool(parsed.warnings))
        self._look()

    def _show_repairs(self, parsed: Parsed) -> None:
        current = self.repairs.currentItem()
        at_hand = int(current.data(0, _NUMBER)) if current is not None else 0
        self.repairs.blockSignals(True)
        self.repairs.clear()
        made = {repair.number for repair in parsed.repairs}
        for number in sorted(self._known, key=lambda n: (self._known[n].line, n)):
            repair = self._known[number]
            if number not in made and number not in self._without:
                continue  # it only came up because another was left undone, which is made again
            item = QTreeWidgetItem([f"{tr('Line {n}', n=repair.line)}  {say(repair.message)}"])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if number in made else Qt.CheckState.Unchecked)
            item.setData(0, _NUMBER, number)
            item.setSizeHint(0, QSize(0, fonts.line_height(fonts.window()) + fonts.pixels(9)))
            item.setToolTip(0, escape(item.text(0)))
            self.repairs.addTopLevelItem(item)
            if number == at_hand:
                self.repairs.setCurrentItem(item)
        first = self.repairs.topLevelItem(0)
        if self.repairs.currentItem() is None and first is not None:
            self.repairs.setCurrentItem(first)
        self.repairs.blockSignals(False)
        self._repair_chosen(self.repairs.currentItem())

    def _repair_chosen(self, item: QTreeWidgetItem | None) -> None:
        repair = self._known.get(int(item.data(0, _NUMBER))) if item is not None else None
        self.detail.setText(f"{repair.before}\n→ {repair.after}" if repair else "")
        self.detail.setVisible(repair is not None)

    def _repair_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        number = int(item.data(0, _NUMBER))
        on = item.checkState(0) == Qt.CheckState.Checked
        self._without = self._without - {number} if on else self._without | {number}
        self._read()

    def accept(self) -> None:
        """Ask for what is shown to be brought into the meeting."""
        if self.parsed is not None:
            self.import_asked.emit(self.parsed)

    def _look(self) -> None:
        self.accept_button.setEnabled(self.parsed is not None)
        nodes = len(self.parsed.nodes) if self.parsed else 0
        repairs = len(self.parsed.repairs) if self.parsed else 0
        passages = tr_n("{n} passage", "{n} passages", nodes)
        self.tree_title.setText(tr("Reading…") if self._busy else passages)
        self.repairs_title.setText(
            tr_n(
                "{n} repair; untick what should stay as it stood",
                "{n} repairs; untick what should stay as it stood",
                repairs,
            )
            if repairs or self.parsed is None
            else tr("Nothing had to be repaired")
        )

    def retranslate(self) -> None:
        """Set every word anew; what was left undone stays so."""
        name = self._path.name if self._path else ""
        if self._further and name:
            self.heading.setText(tr("A further text: {file}", file=name))
        else:
            self.heading.setText(tr("Import {file}", file=name) if name else tr("Import the text"))
        language = Languages.current()
        said: dict[str, str] = {
            kind: capitalized(term("kind", kind, "text", language)) for kind in TEXT_KINDS
        }
        self.kind_field.fill(said)
        self.kind_field.setAccessibleName(tr("Kind of text"))
        self.setAccessibleName(tr("Import the text"))
        self.language.set_words(tr("Language of the file"), dict(NAMES))
        self.choose.set_words(tr("Another file…"))
        self.leave_button.set_words(tr("Cancel"), "Esc")
        self.accept_button.set_words(tr("Import"), "Ctrl+Return")
        self.tree.setAccessibleName(tr("The text as it was read"))
        self.repairs.setAccessibleName(tr("Repairs"))
        if self.parsed is not None:
            self._show()
        self._look()


def _said(node: ParsedNode, counts: dict[tuple[int, str], int], language: str) -> str:
    """The words of a node after what would be printed before it; counts run on from node to node."""
    if node.kind == "paragraph":
        for key in [key for key in counts if key[0] > 0]:
            del counts[key]
    elif node.kind == "item":
        for key in [key for key in counts if key[0] > node.depth]:
            del counts[key]
    if node.kind not in ("paragraph", "item"):
        return words(node.text)
    series = (node.depth, node.enumeration)
    counts[series] = counts.get(series, 0) + 1
    if node.kind == "paragraph":
        return f"{counts[series]}. {words(node.text)}"
    return f"{item_marker(node.enumeration, counts[series], language)} {words(node.text)}"
