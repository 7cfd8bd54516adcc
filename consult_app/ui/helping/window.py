"""The window of the manual: pages and search at the left, the page at the right. It is never modal, so
that a person can do what she reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from consult_app.ui import settings
from consult_app.ui.choosing_files import choose_printer
from consult_app.ui.helping.pages import KEYS_PAGE, PAGES, search
from consult_app.ui.helping.rendering import page_html, style, title_of
from consult_app.ui.helping.saying import saying_of
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages, Retranslating, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.palette import LIGHT
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Label, QuietButton
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.window.geometry import clamp
from consult_app.ui.window.shell import Shell

_PLACE: Final = "window/help/place"
_FIRST_SIZE: Final = (860, 660)
_MARGIN: Final = 16
_PLACE_ROLE: Final = Qt.ItemDataRole.UserRole


class _Browser(QTextBrowser):
    """Shows what it is given; links are the window's business. Signals: ``resized()``."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override."""
        super().resizeEvent(event)
        self.resized.emit()

    def sizeHint(self) -> QSize:
        """Qt's override."""
        return QSize(fonts.pixels(560), fonts.pixels(560))


class HelpWindow(Retranslating, QWidget):
    """The manual of *shell*; *act* carries out a link that does something ("help.change_keys")."""

    def __init__(self, shell: Shell, act: Callable[[str], object]) -> None:
        super().__init__(shell, Qt.WindowType.Window)
        self._shell, self._act = shell, act
        self._at = PAGES[0]
        self._been: list[str] = []
        self._html = ""
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.count = Label("small", wrap=True)
        self.list = QListWidget()
        self.list.setProperty("role", "pages")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser = _Browser()
        self.browser.setOpenLinks(False)
        self.browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = QuietButton()
        self.printing = QuietButton()
        self.leave = QuietButton()
        self._lay_out()
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.list.currentRowChanged.connect(self._chosen)
        self.list.activated.connect(self._entered)
        self.browser.anchorClicked.connect(self._follow)
        self.browser.resized.connect(self._fit)
        self.back.clicked.connect(self.go_back)
        self.printing.clicked.connect(self.ask_print)
        self.leave.clicked.connect(self.close)
        Theme.instance().changed.connect(self.retranslate)
        KeyChoices.instance().changed.connect(self._render)
        self.retranslate()
        self._take_place()

    def _lay_out(self) -> None:
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.count)
        left.addWidget(self.list, 1)
        head = BrokenLine()
        head.add(self.back)
        head.add_stretch()
        head.add(self.printing)
        head.add(self.leave)
        # list and page begin at one height, whichever of what stands above them is the higher
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.search, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(head, 0, 1)
        grid.addWidget(self._left, 1, 0)
        grid.addWidget(self.browser, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)

    def retranslate(self) -> None:
        """Set every word anew, and the page in the language at hand."""
        self.setWindowTitle(f"{tr('Help')} – {tr('Consult')}")
        self.search.setPlaceholderText(tr("Search in the help"))
        self.search.setAccessibleName(tr("Search in the help"))
        self.list.setAccessibleName(tr("Pages of the help"))
        self.back.set_words(tr("Back"), "Alt+Left")
        self.printing.set_words(tr("Print…"), "Ctrl+P")
        self.leave.set_words(tr("Close"), "Esc")
        for part in (self.search, self._left):
            part.setFixedWidth(fonts.pixels(230) - 18)
        self.setMinimumSize(fonts.pixels(520), fonts.pixels(320))
        self._look(self.search.text())
        self._render()

    # pages

    def show_place(self, place: str) -> None:
        """Show the page, or the place on it, *place* ("table", "table#brackets"), and come to the front.

        Raises KeyError when there is no such page.
        """
        self.search.clear()
        self._go(place)
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()

    @property
    def place(self) -> str:
        """The page in sight, and the place on it that was gone to."""
        return self._at

    def _go(self, place: str, *, noted: bool = True) -> None:
        if noted and self.isVisible() and place != self._at:
            self._been.append(self._at)
        self._at = place
        self._render()
        self._mark()

    @Slot()
    def go_back(self) -> None:
        """Show what was read before."""
        if self._been:
            self._go(self._been.pop(), noted=False)

    @Slot()
    def _render(self) -> None:
        name, _, anchor = self._at.partition("#")
        self._html = page_html(self._shell, name, self._room)
        document = self.browser.document()
        document.setDefaultFont(fonts.window(fonts.Size.LABEL))
        document.setDocumentMargin(fonts.pixels(_MARGIN))
        document.setDefaultStyleSheet(style(Theme.current()))
        self.browser.setHtml(self._html)
        self.browser.setAccessibleName(title_of(name))
        if anchor:
            self.browser.scrollToAnchor(anchor)
        self.back.setEnabled(bool(self._been))

    @property
    def _room(self) -> int:
        """What a line of the page has between its margins, beside the bar that it may need."""
        bar = self.browser.verticalScrollBar().sizeHint().width()
        return max(1, self.browser.width() - bar - 2 * fonts.pixels(_MARGIN))

    @Slot()
    def _fit(self) -> None:
        """Put the keys into one column where the page is narrow; what is being read stays in sight."""
        if page_html(self._shell, self._at.partition("#")[0], self._room) != self._html:
            bar = self.browser.verticalScrollBar()
            read = bar.value()
            self._render()
            if self.isVisible() and read:
                bar.setValue(read)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        scheme, _, action = target.partition(":")
        if scheme == "do":
            self._act(action)
        else:
            self._go(target)

    # the list at the left

    @Slot(str)
    def _look(self, query: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        if query.strip():
            hits = search(query, Languages.current(), saying_of(self._shell))
            for hit in hits:
                words = f"{hit.title} › {hit.heading}" if hit.heading else hit.title
                self._add(words, f"{hit.page}#{hit.anchor}" if hit.anchor else hit.page, hit.words)
            nothing = tr("The help does not speak of that. Try another word.")
            self.count.setText(tr_n("{n} found", "{n} found", len(hits)) if hits else nothing)
        else:
            for name in (*PAGES, KEYS_PAGE):
                self._add(title_of(name), name, "")
        self.count.setVisible(bool(query.strip()))
        self._mark()
        self.list.blockSignals(False)

    def _add(self, words: str, place: str, around: str) -> None:
        # by the model, without items of Python's own: which of the two owns them when the list is cleared
        # in the middle of a change of language is not certain, and the program died of it
        self.list.addItem(words)
        model = self.list.model()
        at = model.index(self.list.count() - 1, 0)
        model.setData(at, place, _PLACE_ROLE)
        model.setData(at, around, Qt.ItemDataRole.ToolTipRole)
        model.setData(at, around, Qt.ItemDataRole.AccessibleDescriptionRole)

    def _place_of(self, row: int) -> str:
        return str(self.list.model().index(row, 0).data(_PLACE_ROLE))

    def _mark(self) -> None:
        """Mark the page in sight in the list of pages."""
        blocked = self.list.blockSignals(True)
        wanted = {self._at, self._at.partition("#")[0]}
        for row in range(self.list.count()):
            if self._place_of(row) in wanted:
                self.list.setCurrentRow(row)
                break
        self.list.blockSignals(blocked)

    @Slot(int)
    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._go(self._place_of(row))

    @Slot(QModelIndex)
    def _entered(self, index: QModelIndex) -> None:
        self._chosen(index.row())
        self.browser.setFocus()

    # keys and place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: Down and Enter lead from the search to what was found."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            down = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in down and self.list.count():
                if self.list.currentRow() < 0:
                    self.list.setCurrentRow(0)
                self._chosen(self.list.currentRow())
                self.list.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc and F1 close, Ctrl+F searches, Ctrl+P prints, Alt+Left goes back."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.close()
        elif control and event.key() == Qt.Key.Key_F:
            self.search.setFocus()
        elif control and event.key() == Qt.Key.Key_P:
            self.ask_print()
        elif alt and event.key() == Qt.Key.Key_Left:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's override: keep the place of the window, and give the focus back to the meeting."""
        held = self.geometry()
        numbers = (held.x(), held.y(), held.width(), held.height())
        settings.write(_PLACE, " ".join(map(str, numbers)))
        self._been.clear()
        super().closeEvent(event)
        self._shell.activateWindow()

    def _take_place(self) -> None:
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        kept = settings.read_text(_PLACE).split()
        if len(kept) == 4 and all(part.lstrip("-").isdecimal() for part in kept):
            wanted = QRect(*(int(part) for part in kept))
        else:
            wanted = QRect(0, 0, *(fonts.pixels(side) for side in _FIRST_SIZE))
            wanted.moveTopRight(self._shell.geometry().topRight())
            wanted.translate(-fonts.pixels(16), fonts.pixels(56))
        self.setGeometry(clamp(wanted, screens))

    # on paper

    def as_printed(self) -> QTextDocument:
        """The page in sight as it is printed: dark on white, whatever the window's look."""
        document = QTextDocument()
        document.setDefaultFont(fonts.window(fonts.Size.BODY))
        document.setDefaultStyleSheet(style(LIGHT))
        document.setHtml(page_html(self._shell, self._at.partition("#")[0]))
        return document

    @Slot()
    def ask_print(self) -> None:
        """Print the page; the dialog is the system's own."""
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter()
        choose_printer(self, printer, lambda: self.as_printed().print_(printer))
