"""One file of the corpus: front matter in strict YAML between two lines of `---`, then our own text in one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge import strict_yaml
from knowledge.provisions import Month

LANGUAGES = ("tg", "ru", "en")
NOT_ESTABLISHED = "not established"
_EVERY = "citation language kind form label source address checked_on confidence reviewed_by"
KEYS: Mapping[str, frozenset[str]] = {
    "law": frozenset(f"{_EVERY} in_force not_before".split()),
    "report": frozenset(f"{_EVERY} said_on".split()),
}
CHOICES = {"kind": tuple(KEYS), "form": ("digest",), "confidence": ("high", "medium"), "language": LANGUAGES}
"""What the brief calls confidence L (inference) is never shown as a fact, so no file may hold it."""
_FRAME = re.compile(r"---\n(?P<front>.*?\n)---\n(?P<text>.*)", re.DOTALL)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


class UnreadableCorpus(ValueError):
    """A file of the corpus is missing or cannot be taken at its word, so nothing of the corpus is used."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")


@dataclass(frozen=True, slots=True)
class Sheet:
    path: Path
    front: Mapping[str, str]
    text: str

    def day(self, key: str) -> date:
        try:
            if _DAY.fullmatch(self.front[key]):
                return date.fromisoformat(self.front[key])
        except ValueError:
            pass
        raise UnreadableCorpus(self.path, f"{key} is no day such as 2025-05-14")

    def day_or_month(self, key: str) -> date | Month:
        month = _MONTH.fullmatch(self.front[key])
        return Month(int(month[1]), int(month[2])) if month else self.day(key)

    def day_if_established(self, key: str) -> date | None:
        return None if self.front[key] == NOT_ESTABLISHED else self.day(key)


def read_sheet(path: Path) -> Sheet:
    """Raise UnreadableCorpus. A key too few, a key too many and a value outside its closed set are refused."""
    try:
        frame = _FRAME.fullmatch(path.read_text(encoding="utf-8"))
        front = strict_yaml.load(frame["front"]) if frame else None
    except (OSError, ValueError) as error:
        raise UnreadableCorpus(path, f"cannot be read: {error}") from None
    if frame is None or not isinstance(front, dict):
        raise UnreadableCorpus(path, "no front matter between two lines of ---")
    if not frame["text"].strip():
        raise UnreadableCorpus(path, "no text")
    return Sheet(path, _checked(path, front), frame["text"].strip())


def _checked(path: Path, front: dict[str, object]) -> dict[str, str]:
    written = {key: value for key, value in front.items() if isinstance(value, str)}
    if len(written) < len(front):
        raise UnreadableCorpus(path, f"not a text: {', '.join(sorted(front.keys() - written.keys()))}")
    for key, allowed in CHOICES.items():
        if key in written and written[key] not in allowed:
            raise UnreadableCorpus(path, f"{key} is none of {', '.join(allowed)}")
    wanted = KEYS[written.get("kind", "law")]
    if problems := [f"no {key}" for key in sorted(wanted - written.keys())]:
        raise UnreadableCorpus(path, "; ".join(problems))
    if problems := [f"unknown key: {key}" for key in sorted(written.keys() - wanted)]:
        raise UnreadableCorpus(path, "; ".join(problems))
    return written
