"""How a run of letters looks in Word: raised, or hidden by a mark, by white ink or by a size that nobody reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

TINY = 3
"""Half points."""
MOST_ANCESTORS = 20
_OFF = frozenset({"0", "false", "off"})
_NO_SHADE = frozenset({"auto", "FFFFFF", "ffffff", None})


@dataclass(frozen=True, slots=True)
class Look:
    """None: this level says nothing of it."""

    hidden: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    raised: bool | None = None
    numbered: bool | None = None

    def over(self, other: "Look") -> "Look":
        """The other decides where nothing is said here."""
        return Look(*(getattr(other if getattr(self, name) is None else self, name) for name in self.__slots__))


NOTHING = Look()
Styles = Mapping[str, Look]


def look_of(properties: Element | None) -> Look:
    """Of `w:rPr`."""
    if properties is None:
        return NOTHING
    vanish, color, size = (properties.find(tag) for tag in ("{w}vanish", "{w}color", "{w}sz"))
    return Look(
        hidden=None if vanish is None else value(vanish) not in _OFF,
        white=None if color is None else (value(color) or "").upper() == "FFFFFF",
        tiny=None if size is None else int(value(size) or "0") <= TINY,
        raised=_is_raised(properties),
    )


def _is_raised(properties: Element) -> bool | None:
    """By Word's own raised letters, or by hand: so many half points up."""
    align, rise = value(properties.find("{w}vertAlign")), value(properties.find("{w}position"))
    if align is None and rise is None:
        return None
    return align == "superscript" or int(rise or "0") > 0


def value(element: Element | None) -> str | None:
    return None if element is None else element.get("{w}val")


def is_numbered(properties: Element | None) -> bool | None:
    """Of `w:pPr`: whether Word itself writes a number before the paragraph."""
    number = None if properties is None else properties.find("{w}numPr/{w}numId")
    return None if number is None else value(number) != "0"


def is_shaded(piece: Element) -> bool:
    """White letters on a dark ground are seen."""
    shades = (shade.get("{w}fill") for shade in piece.iter("{w}shd"))
    return any(fill not in _NO_SHADE for fill in shades) or piece.find(".//{w}highlight") is not None


def styles_of(elements: Iterable[Element]) -> Styles:
    own, parents = {}, {}
    for style in elements:
        if style.tag == "{w}style" and (name := style.get("{w}styleId")):
            number = Look(numbered=is_numbered(style.find("{w}pPr")))
            own[name] = look_of(style.find("{w}rPr")).over(number)
            parents[name] = value(style.find("{w}basedOn"))
    return {name: _inherited(name, own, parents) for name in own}


def _inherited(name: str | None, own: Styles, parents: Mapping[str, str | None]) -> Look:
    """A style may be based on itself in a round: after so many steps nothing new comes."""
    look = NOTHING
    for _ in range(MOST_ANCESTORS):
        if name is None or name not in own:
            break
        look, name = look.over(own[name]), parents[name]
    return look
