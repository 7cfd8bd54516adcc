"""What stands in the fields of a form: as plain data, as words for a person, and put back again.

A field is found by the name of the attribute that holds it, so that a form says nothing of its own here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import singledispatch
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from consult_app.ui.forms.isbn_field import IsbnField
from consult_app.ui.forms.isbn_grid import IsbnGrid
from consult_app.ui.forms.node_picker import NodePicker
from consult_app.ui.forms.person_field import PersonField
from consult_app.ui.parts.check_list import CheckList
from consult_app.ui.parts.controls import SegmentedControl
from consult_app.ui.parts.fields import typed

_DAY = "yyyy-MM-dd"
_CHOICES = (QComboBox, QCheckBox, SegmentedControl)


def fields_of(holder: object) -> dict[str, QWidget]:
    """The fields that *holder* keeps in its attributes, also in dicts, by name: ``titles.en``. Those whose
    attribute begins with an underscore, and search lines, are the form's own business."""
    return {
        name: field
        for attribute, value in vars(holder).items()
        if not attribute.startswith("_") and attribute not in ("search", "rows")
        for name, field in _named(attribute, value)
    }


def _named(name: str, value: object) -> Iterator[tuple[str, QWidget]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            part = "/".join(map(str, key)) if isinstance(key, tuple) else str(key)
            yield from _named(f"{name}.{part}", each)
    elif isinstance(value, IsbnGrid):
        yield from _named(name, value.fields)
    elif isinstance(value, QWidget) and value_of.dispatch(type(value)) is not _NO_FIELD:
        yield name, value


def is_choice(field: QWidget) -> bool:
    """Whether one chooses in *field* rather than writes: a choice alone is made again in a second."""
    return isinstance(field, _CHOICES)


@singledispatch
def value_of(field: QWidget) -> Any:
    """What stands in *field*, as plain data that :func:`put` takes. Raises TypeError for what is none."""
    raise TypeError(f"{type(field).__name__} is no field")


@singledispatch
def put(field: QWidget, value: Any) -> None:
    """Put *value* into *field*; what is not offered any more is left out. Raises TypeError for what is no
    field."""
    raise TypeError(f"{type(field).__name__} is no field")


@singledispatch
def words_in(field: QWidget) -> str:
    """What a person reads in *field*. Raises TypeError for what is no field."""
    raise TypeError(f"{type(field).__name__} is no field")


_NO_FIELD = value_of.dispatch(object)

# lines and paragraphs


@value_of.register
def _(field: QLineEdit) -> Any:
    return field.text()


@put.register
def _(field: QLineEdit, value: Any) -> None:
    field.setText(str(value))


@words_in.register
def _(field: QLineEdit) -> str:
    return field.text().strip()


@value_of.register
def _(field: QPlainTextEdit) -> Any:
    return typed(field)


@put.register
def _(field: QPlainTextEdit, value: Any) -> None:
    field.setPlainText(str(value))


@words_in.register
def _(field: QPlainTextEdit) -> str:
    return typed(field).strip()


@value_of.register
def _(field: PersonField) -> Any:
    return {"person": field.chosen} if field.chosen else {"words": field.text()}


@put.register
def _(field: PersonField, value: Any) -> None:
    field.choose(str(value.get("person", "")))
    if "words" in value:
        field.setText(str(value["words"]))


@value_of.register
def _(field: IsbnField) -> Any:
    return value_of(field.field)


@put.register
def _(field: IsbnField, value: Any) -> None:
    put(field.field, value)
    field.look()


@words_in.register
def _(field: IsbnField) -> str:
    return words_in(field.field)


# choices


@value_of.register
def _(field: QComboBox) -> Any:
    return field.currentData()


@put.register
def _(field: QComboBox, value: Any) -> None:
    at = field.findData(value)
    if at >= 0:
        field.setCurrentIndex(at)


@words_in.register
def _(field: QComboBox) -> str:
    return field.currentText().strip()


@value_of.register
def _(field: QCheckBox) -> Any:
    return field.isChecked()


@put.register
def _(field: QCheckBox, value: Any) -> None:
    field.setChecked(bool(value))


@words_in.register
def _(field: QCheckBox) -> str:
    return field.text() if field.isChecked() else ""


@value_of.register
def _(field: SegmentedControl) -> Any:
    return list(field.selection)


@put.register
def _(field: SegmentedControl, value: Any) -> None:
    field.choose(*value)


@words_in.register
def _(field: SegmentedControl) -> str:
    return ", ".join(field.button(key).text() for key in field.selection)


@value_of.register
def _(field: QDateEdit) -> Any:
    return field.date().toString(_DAY)


@put.register
def _(field: QDateEdit, value: Any) -> None:
    field.setDate(QDate.fromString(str(value), _DAY))


@words_in.register
def _(field: QDateEdit) -> str:
    return field.text()


@value_of.register
def _(field: CheckList | NodePicker) -> Any:
    return list(field.chosen)


@put.register
def _(field: CheckList | NodePicker, value: Any) -> None:
    field.choose(tuple(value))


@words_in.register
def _(field: CheckList) -> str:
    lines = (field.item(at) for at in range(field.count()))
    return "; ".join(line.text() for line in lines if line.checkState() == Qt.CheckState.Checked)


@words_in.register
def _(field: NodePicker) -> str:
    return words_in(field.list)


__all__ = ["fields_of", "is_choice", "put", "value_of", "words_in"]
