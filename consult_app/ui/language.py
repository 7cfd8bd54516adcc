"""The language of the window: gettext at the edge, switched while running.

``tr``, ``tr_n`` and ``tr_c`` translate at the moment they are called, so everything that shows
words sets them in ``retranslate()``; :class:`Retranslating` calls it when the language changes.
The catalogues are found and loaded by :mod:`consult_app.words`.
"""

from __future__ import annotations

import gettext
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from consult_app import words
from consult_app.meetings.reasons import N_
from consult_app.ui import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget

    from consult_app.meetings.reasons import Message
else:
    _Widget = object

_log = logging.getLogger(__name__)

NAMES: Final[dict[str, str]] = {"en": "English", "fr": "Français", "es": "Español"}
"""The languages of the window, each by its own name: never translated. It stands over columns of text and
where a language is chosen; sentences and labels say it in the window's language."""

_SAID: Final[dict[str, str]] = {"en": N_("English"), "fr": N_("French"), "es": N_("Spanish")}

_LOCALES: Final[dict[str, QLocale]] = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "fr": QLocale(QLocale.Language.French, QLocale.Country.France),
    "es": QLocale(QLocale.Language.Spanish, QLocale.Country.Spain),
}


class Languages(QObject):
    """The one owner of the window's language.

    Signals: ``changed(code)`` when another language is in force; widgets need not connect to it,
    Qt tells them (LanguageChange).
    """

    changed = Signal(str)
    _instance: ClassVar[Languages | None] = None

    def __init__(self) -> None:
        super().__init__()
        self._code = "en"
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        self._qt: QTranslator | None = None

    @classmethod
    def instance(cls) -> Languages:
        """Return the owner; made at first use."""
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    @classmethod
    def current(cls) -> str:
        """Return the code of the language in force: ``en``, ``fr`` or ``es``."""
        return cls.instance()._code

    @classmethod
    def locale(cls) -> QLocale:
        """Return the Qt locale in force, for dates and numbers in the window."""
        return _LOCALES[cls.current()]

    @classmethod
    def start(cls) -> None:
        """Put the remembered language in force, else the system's where the window speaks it."""
        system = QLocale.system().name()[:2]
        kept = settings.read_text("language", system)
        cls.instance()._put_in_force(kept if kept in NAMES else "en")

    @classmethod
    def set(cls, code: str) -> None:
        """Switch the window to *code* and remember it.

        Raises ValueError for a language that the window does not speak.
        """
        if code not in NAMES:
            raise ValueError(f"the window does not speak {code!r}")
        settings.write("language", code)
        cls.instance()._put_in_force(code)

    @classmethod
    @contextmanager
    def borrowed(cls, code: str) -> Iterator[None]:
        """Say things in *code* and tell nobody: who reads the room screen may not read the desk's language.

        Raises ValueError for a language that the window does not speak.
        """
        if code not in NAMES:
            raise ValueError(f"the window does not speak {code!r}")
        owner = cls.instance()
        kept = owner._code, owner._catalogue
        owner._code, owner._catalogue = code, words.translator(code)
        try:
            yield
        finally:
            owner._code, owner._catalogue = kept

    def _put_in_force(self, code: str) -> None:
        self._code = code
        self._catalogue = words.translator(code)
        QLocale.setDefault(_LOCALES[code])
        self._load_qt(code)
        app = QCoreApplication.instance()
        if app is not None:
            # Qt sends the event on to every window and, from there, to every child.
            QCoreApplication.postEvent(app, QEvent(QEvent.Type.LanguageChange))
        self.changed.emit(code)

    def _load_qt(self, code: str) -> None:
        if self._qt is not None:
            QCoreApplication.removeTranslator(self._qt)
            self._qt = None
        if code == "en" or QCoreApplication.instance() is None:
            return
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{code}", folder):
            QCoreApplication.installTranslator(translator)
            self._qt = translator
        else:
            _log.info("Qt's own words for %s are not in %s", code, folder)


class Retranslating(_Widget):
    """Mix in before a QWidget class: ``retranslate()`` runs whenever the language changes."""

    def retranslate(self) -> None:
        """Set every word that this widget shows; called at construction by the widget itself."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: put the words anew after a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def tr(msgid: str, **values: Any) -> str:
    """Return *msgid* in the window's language, its ``{named}`` places filled with *values*."""
    owner = Languages.instance()
    said = owner._catalogue.gettext(msgid)
    return words.filled(said, values, words.readable(msgid, values, owner._code)) if values else said


def number_said(number: str, form: str = "full") -> str:
    """Return the *number* of an amendment as it is read in the window's language (words.number_words)."""
    return words.number_words(number, Languages.current(), form)


def language_said(code: str) -> str:
    """Return the language *code* as a sentence of the window says it: "French", "francés"."""
    return tr(_SAID[code])


def language_label(code: str) -> str:
    """Return the language *code* as a label or the beginning of a sentence: "French", "Francés"."""
    said = language_said(code)
    return said[:1].upper() + said[1:]


def tr_n(singular: str, plural: str, n: int, **values: Any) -> str:
    """Return the form for *n*; ``{n}`` is filled with it."""
    said = Languages.instance()._catalogue.ngettext(singular, plural, n)
    return said.format_map({"n": n, **words.readable(singular, values, Languages.current())})


def tr_c(context: str, msgid: str, **values: Any) -> str:
    """Return *msgid* in the window's language where one English word needs two renderings."""
    said = Languages.instance()._catalogue.pgettext(context, msgid)
    return said.format_map(values) if values else said


def say(message: Message) -> str:
    """Put a reason or label from the rooms below into words, in the window's language."""
    return words.say(message, Languages.current())
