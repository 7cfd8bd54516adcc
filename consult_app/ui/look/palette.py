"""The colours of the window as data: one frozen palette for each look.

No other module of the window names a colour. The values of ``LIGHT`` and ``DARK`` are those of the
drawn screens; the two contrast palettes keep every pair of text and ground at 7:1 or better.
A group is never shown by colour alone: each has a mark and an underline of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Final


class Underline(StrEnum):
    """How inserted words of a group are underlined, on screen and in print."""

    SOLID = "solid"
    DOUBLE = "double"
    DOTTED = "dotted"
    DASHED = "dashed"


@dataclass(frozen=True)
class Palette:
    """Every colour the window may use, as ``#rrggbb``; the names say what a colour is for."""

    name: str
    dark: bool
    ground: str
    """Behind everything."""
    panel: str
    """Cards, side panels, top bar and footer."""
    ink: str
    dim: str
    """Secondary text; still readable on ground, panel and chips."""
    off: str
    """Words and frame of what cannot be used now: 4.5:1 on ground and panel, plainly paler than the ink."""
    line: str
    """Hairlines between panels: decoration, never the only sign of a control."""
    edge: str
    """Outline of an input field, 3:1 against its surroundings."""
    accent: str
    accent_soft: str
    """Ground of a selected row or segment."""
    on_accent: str
    hover: str
    focus: str
    government: str
    employers: str
    workers: str
    other: str
    employers_words: str
    """The same hue as the marks and lines of the group, dark or light enough for words on every ground."""
    workers_words: str
    government_soft: str
    employers_soft: str
    workers_soft: str
    other_soft: str
    ok: str
    warn: str
    warn_soft: str
    error: str
    error_soft: str
    found: str
    """Ground of words that were sought and found; ink stands on it."""
    rail: str
    """The dark band: rail of stations, left half of the start page, head of the room screen."""
    rail_ink: str
    rail_dim: str
    rail_strong: str
    rail_raised: str
    """A button on the rail, or the station that is selected."""
    rail_hover: str
    rail_accent: str
    rail_on_accent: str
    rail_focus: str
    room: str
    """Ground of the room screen."""
    room_ink: str
    room_dim: str

    @property
    def high_contrast(self) -> bool:
        """Whether it is one of the two in which grounds are alike and lines are as strong as the ink."""
        return self.name.startswith("contrast")


LIGHT: Final = Palette(
    name="light",
    dark=False,
    ground="#f4f3ef",
    panel="#ffffff",
    ink="#1d2228",
    dim="#5f656d",
    off="#5f656d",
    line="#e2dfd8",
    edge="#85827b",
    accent="#0f5c66",
    accent_soft="#e3eff0",
    on_accent="#ffffff",
    hover="#eef5f5",
    focus="#0f5c66",
    government="#0060a8",
    employers="#b8500a",
    workers="#0a7a58",
    other="#6b4a9e",
    employers_words="#9c4408",
    workers_words="#08694b",
    government_soft="#e3eef7",
    employers_soft="#faeee3",
    workers_soft="#e5f4ee",
    other_soft="#efeaf6",
    ok="#08694b",
    warn="#7d5800",
    warn_soft="#fbf2dc",
    error="#a3262a",
    error_soft="#fbe8e6",
    found="#ffe08a",
    rail="#16252b",
    rail_ink="#c9d4d7",
    rail_dim="#a9b8bd",
    rail_strong="#ffffff",
    rail_raised="#263439",
    rail_hover="#2f3e44",
    rail_accent="#5fb8c2",
    rail_on_accent="#0d1a1c",
    rail_focus="#ffffff",
    room="#fbfaf7",
    room_ink="#14181c",
    room_dim="#5f656d",
)

DARK: Final = Palette(
    name="dark",
    dark=True,
    ground="#14181b",
    panel="#1c2226",
    ink="#e8eaec",
    dim="#98a1a8",
    off="#98a1a8",
    line="#2d353a",
    edge="#717b82",
    accent="#5fb8c2",
    accent_soft="#20343a",
    on_accent="#0d1a1c",
    hover="#212b2f",
    focus="#5fb8c2",
    government="#6db4f0",
    employers="#f0a35e",
    workers="#5fcfa4",
    other="#c3a6ee",
    employers_words="#f0a35e",
    workers_words="#5fcfa4",
    government_soft="#1d2f3d",
    employers_soft="#382a1d",
    workers_soft="#1b352d",
    other_soft="#2d2639",
    ok="#5fcfa4",
    warn="#e8c36a",
    warn_soft="#332c1a",
    error="#f2918b",
    error_soft="#3a2122",
    found="#3d3208",
    rail="#0e1214",
    rail_ink="#c9d4d7",
    rail_dim="#a9b8bd",
    rail_strong="#ffffff",
    rail_raised="#292d2f",
    rail_hover="#35393b",
    rail_accent="#5fb8c2",
    rail_on_accent="#0d1a1c",
    rail_focus="#ffffff",
    room="#14181b",
    room_ink="#f2f3f4",
    room_dim="#a3acb3",
)

CONTRAST: Final = replace(
    LIGHT,
    name="contrast",
    ground="#ffffff",
    ink="#000000",
    dim="#2b2f33",
    off="#6e7276",
    line="#000000",
    edge="#000000",
    accent="#00363d",
    accent_soft="#d3e6e8",
    hover="#e2e2e2",
    focus="#000000",
    government="#003c6b",
    employers="#6b2c00",
    workers="#00452f",
    other="#40237a",
    employers_words="#6b2c00",
    workers_words="#00452f",
    ok="#00452f",
    warn="#4f3700",
    error="#7a0008",
    rail="#000000",
    rail_ink="#ffffff",
    rail_dim="#ffffff",
    rail_raised="#2e2e2e",
    rail_hover="#474747",
    rail_accent="#9fe6ef",
    rail_on_accent="#000000",
    room="#ffffff",
    room_ink="#000000",
    room_dim="#2b2f33",
)

CONTRAST_DARK: Final = replace(
    DARK,
    name="contrast_dark",
    ground="#000000",
    panel="#000000",
    ink="#ffffff",
    dim="#d6dadd",
    off="#8b9095",
    line="#ffffff",
    edge="#ffffff",
    accent="#9fe6ef",
    accent_soft="#12343a",
    on_accent="#000000",
    hover="#262626",
    focus="#ffe14d",
    government="#9bd0ff",
    employers="#ffc08a",
    workers="#8df0c8",
    other="#dccbff",
    employers_words="#ffc08a",
    workers_words="#8df0c8",
    found="#3a2f06",
    ok="#8df0c8",
    warn="#ffe08a",
    error="#ffb3ae",
    rail="#000000",
    rail_ink="#ffffff",
    rail_dim="#ffffff",
    rail_raised="#2e2e2e",
    rail_hover="#474747",
    rail_accent="#9fe6ef",
    rail_on_accent="#000000",
    rail_focus="#ffe14d",
    room="#000000",
    room_ink="#ffffff",
    room_dim="#d6dadd",
)

PALETTES: Final[dict[str, Palette]] = {p.name: p for p in (LIGHT, DARK, CONTRAST, CONTRAST_DARK)}


@dataclass(frozen=True)
class GroupStyle:
    """How a group is shown: colour of its lines and soft ground, the mark before its name, the underline."""

    colour: str
    soft: str
    mark: str
    underline: Underline
    words: str = ""
    """The colour of its words, where it is another."""

    @property
    def ink(self) -> str:
        """The colour of its words."""
        return self.words or self.colour


def group_style(palette: Palette, group: str, colour: str = "", mark: str = "") -> GroupStyle:
    """Return the look of *group* (``government``, ``employers``, ``workers`` or any other).

    A group registered at the meeting may bring its own *colour* and *mark*; the contrast palettes
    keep their own inks, because a chosen colour cannot be trusted to be readable there.
    """
    known = {
        "government": (palette.government, palette.government_soft, "●", Underline.SOLID),
        "employers": (palette.employers, palette.employers_soft, "■", Underline.DOUBLE),
        "workers": (palette.workers, palette.workers_soft, "▲", Underline.DOTTED),
    }
    tone, soft, own_mark, underline = known.get(
        group, (palette.other, palette.other_soft, "◆", Underline.DASHED)
    )
    words = words_tone(palette, group) if group in known else tone
    if colour and palette.name in {"light", "dark"} and group not in known:
        # what is found stands on the ground that is nearest to the words, in the light look and in the dark
        tone = words = readable(colour, palette.found)
    return GroupStyle(tone, soft, mark or own_mark, underline, words)


def words_tone(palette: Palette, tone: str) -> str:
    """Return the colour for words in *tone*, the palette's name of a colour: the groups' marks and lines may
    be a little paler than their words. Raises AttributeError for a tone that there is not."""
    own: str = getattr(palette, f"{tone}_words", "")
    return own or str(getattr(palette, tone))


def tokens(palette: Palette) -> dict[str, str]:
    """Return the palette's colours by name, for the style sheet."""
    return {f.name: str(getattr(palette, f.name)) for f in fields(palette) if f.name not in {"name", "dark"}}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, ground: str) -> str:
    """Return *colour*, moved towards black or white until it reads 4.5:1 on *ground*."""
    target = 0 if _luminance(ground) > 0.18 else 255
    channels = _channels(colour)
    for step in range(21):
        share = step / 20
        mixed = "#" + "".join(f"{round(c + (target - c) * share):02x}" for c in channels)
        if contrast(mixed, ground) >= 4.5:
            return mixed
    return "#000000" if target == 0 else "#ffffff"


def least_share(ink: str, ground: str, wanted: float) -> float:
    """Return the least share of *ink*, 0 to 1, that mixed with *ground* has the contrast *wanted* on it."""
    inks, grounds = _channels(ink), _channels(ground)
    for step in range(101):
        share = step / 100
        mixed = "#" + "".join(f"{round(g + (i - g) * share):02x}" for i, g in zip(inks, grounds, strict=True))
        if contrast(mixed, ground) >= wanted:
            return share
    return 1.0


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (v / 255 for v in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
