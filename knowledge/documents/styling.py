"""What a style sheet or a style in a tag keeps from the reader's eye, as far as simple rules tell it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import html

_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*[01](?:\.\d+)?\s*(?:px|pt)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}"
    r"|(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))(?![\w(])",
    re.IGNORECASE,
)
_NOT_ON_THE_SCREEN = re.compile(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[a-zA-Z0-9]*([.#][\w-]+)")
_GROUND = re.compile(r"background", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unseen:
    """Classes (`.name`) and ids (`#name`) that a rule hides."""

    names: frozenset[str]

    def hides(self, element: html.HtmlElement) -> bool:
        names = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
        return "hidden" in element.attrib or not self.names.isdisjoint(names) or _hides(element.get("style") or "")


def unseen_in(sheets: Iterable[str]) -> Unseen:
    rules = (rule for sheet in sheets for rule in _RULE.findall(_NOT_ON_THE_SCREEN.sub("", sheet)))
    hiding = (selector.strip() for selectors, style in rules if _hides(style) for selector in selectors.split(","))
    return Unseen(frozenset(found[1] for selector in hiding if (found := _SIMPLE.fullmatch(selector))))


def _hides(style: str) -> bool:
    """White letters on a ground of their own are seen."""
    found = _HIDES.search(style)
    return found is not None and not ("olor" in found[0].casefold() and _GROUND.search(style))
