"""One file of the corpus: front matter in strict YAML between two lines of `---`, then our own text in one language.

A heading is `## `, the address below the citation and the label: `## 2/в банди «в» қисми 2 моддаи 84 …`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from knowledge import strict_yaml
from knowledge.provisions import Month

LANGUAGES = ("tg", "ru", "en")
NOT_ESTABLISHED, OPEN_ENDED = "not established", "open"
Front: TypeAlias = Mapping[str, str | tuple[str, ...] | Mapping[str, str]]
_EVERY = "citation language kind form title label source address checked_on confidence reviewed_by open_questions"
KEYS: Mapping[str, frozenset[str]] = {
    "law": frozenset(f"{_EVERY} in_force_from in_force_until not_before".split()),
    "report": frozenset(f"{_EVERY} said_on".split()),
    "guide": frozenset(f"{_EVERY} rests_on".split()),
}
_LISTS, _TABLES = frozenset({"open_questions", "rests_on"}), frozenset({"later_wordings"})
_ONLY_LAW = frozenset({"later_wordings"})
"""Which sections have a wording younger than the article's, and the day before which it was not in force."""
FORMS = {"law": "digest", "report": "digest", "guide": "guide"}
CHOICES = {"kind": tuple(KEYS), "confidence": ("high", "medium"), "language": LANGUAGES}
"""What the brief calls confidence L (inference) is never shown as a fact, so no file may hold it."""
_FRAME = re.compile(r"---\n(?P<front>.*?\n)---\n(?P<text>.*)", re.DOTALL)
_HEADING = re.compile(r"^## (?P<address>\S+) (?P<label>\S.*)$", re.MULTILINE)
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*(/[а-яёғӣқӯҳҷ](-[0-9]+)?)?|[а-яёғӣқӯҳҷ](-[0-9]+)?")
_MARKUP = re.compile(r"^\s*(?:#|[-*+] |\d+\. )|[*_`<>\[\]|{}]", re.MULTILINE)
"""A quote is shown as it stands, so nothing in it may be a sign to a machine."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KEY = re.compile(r"^[\"']?(\w+)[\"']?\s*:")
_PAGE, NO_PAGE = re.compile(r"https?://[^\s/]\S*"), "none"
"""A law and a report are found by whoever doubts them; a guide of our own may have no address."""
_MONTH = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?")


class UnreadableCorpus(ValueError):
    """A file of the corpus is missing or cannot be taken at its word, so nothing of the corpus is used."""

    def __init__(self, path: Path, problem: str, line: int | None = None) -> None:
        place = str(path) if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {problem}")
        self.path = path
        self.problem = problem if line is None else f"line {line}: {problem}"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; the lead, before the first, has the article's own label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """`sections` are keyed by the address below the citation; the lead's address is empty and stands first.

    `lines` are those on which the keys of the front matter stand.
    """

    path: Path
    front: Front
    sections: Mapping[str, Section]
    lines: Mapping[str, int]

    def word(self, key: str) -> str:
        value = self.front[key]
        assert isinstance(value, str)  # noqa: S101  # read_sheet has seen to it
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.front[key]
        assert isinstance(value, tuple)  # noqa: S101  # read_sheet has seen to it
        return value

    def table(self, key: str) -> Mapping[str, str]:
        value = self.front.get(key, {})
        assert isinstance(value, dict)  # noqa: S101  # read_sheet has seen to it
        return value

    def day(self, key: str) -> date:
        return self.day_of(key, self.word(key))

    def day_of(self, key: str, written: str) -> date:
        try:
            if _DAY.fullmatch(written):
                return date.fromisoformat(written)
        except ValueError:
            pass
        raise UnreadableCorpus(self.path, f"{key} is no day such as 2025-05-14", self.lines.get(key))

    def day_or_month(self, key: str) -> date | Month:
        month = _MONTH.fullmatch(self.word(key))
        return Month(int(month[1]), int(month[2] or 0)) if month else self.day(key)

    def day_unless(self, key: str, word: str) -> date | None:
        return None if self.word(key) == word else self.day(key)


def read_sheet(path: Path) -> Sheet:
    """Raise UnreadableCorpus. A key too few, a key too many and a value outside its closed set are refused."""
    whole = _written(path)
    frame = _FRAME.fullmatch(whole)
    if frame is None:
        raise UnreadableCorpus(path, "no front matter between two lines of ---", 1)
    try:
        front = strict_yaml.load(frame["front"])
    except strict_yaml.UnreadableYaml as error:
        raise UnreadableCorpus(path, f"cannot be read: {error.problem}", error.line + 1) from None
    if not isinstance(front, dict):
        raise UnreadableCorpus(path, "no front matter between two lines of ---", 1)
    lines = _lines(frame["front"])
    checked = _checked(path, front, lines)
    first_line = whole[: frame.start("text")].count("\n") + 1
    return Sheet(path, checked, _sections(path, str(checked["label"]), frame["text"], first_line), lines)


def _written(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UnreadableCorpus(path, f"cannot be read: no UTF-8, {error.reason}", line) from None
    except OSError as error:
        raise UnreadableCorpus(path, f"cannot be read: {error}") from None


def _lines(front: str) -> Mapping[str, int]:
    """The first line of the file is the one of `---`."""
    keys = ((_KEY.match(row), line) for line, row in enumerate(front.split("\n"), 2))
    return {key[1]: line for key, line in keys if key}


def _checked(path: Path, front: dict[str, object], lines: Mapping[str, int]) -> Front:
    written = {key: _value(path, key, value, lines) for key, value in front.items()}
    kind = str(written.get("kind", "law"))
    closed = {**CHOICES, "form": (FORMS.get(kind, ""),)}
    for key, allowed in closed.items():
        if key in written and written[key] not in allowed:
            raise UnreadableCorpus(path, f"{key} is none of {', '.join(allowed)}", lines.get(key))
    if problems := [f"no {key}" for key in sorted(KEYS[kind] - written.keys())]:
        raise UnreadableCorpus(path, "; ".join(problems), 1)
    allowed_keys = KEYS[kind] | (_ONLY_LAW if kind == "law" else frozenset())
    if unknown := sorted(written.keys() - allowed_keys):
        raise UnreadableCorpus(path, "; ".join(f"unknown key: {key}" for key in unknown), lines.get(unknown[0]))
    if not _is_address(str(written["address"]), kind):
        raise UnreadableCorpus(path, "address is no page of the web", lines.get("address"))
    return written


def _is_address(written: str, kind: str) -> bool:
    return bool(_PAGE.fullmatch(written)) or (kind == "guide" and written == NO_PAGE)


def _value(path: Path, key: str, value: object, lines: Mapping[str, int]) -> str | tuple[str, ...] | Mapping[str, str]:
    if key in _LISTS and isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    if key in _TABLES and isinstance(value, dict) and all(isinstance(each, str) for each in value.values()):
        return {str(name): str(each) for name, each in value.items()}
    if isinstance(value, str) and key not in _LISTS | _TABLES:
        return value
    wanted = "a list" if key in _LISTS else "a table" if key in _TABLES else "a text"
    raise UnreadableCorpus(path, f"not {wanted}: {key}", lines.get(key))


def _sections(path: Path, label: str, text: str, first_line: int) -> Mapping[str, Section]:
    headings = [*_HEADING.finditer(text)]
    ends = [*(each.start() for each in headings), len(text)]
    sections = {"": _section(path, label, text[: ends[0]], first_line)}
    for heading, end in zip(headings, ends[1:], strict=True):
        line = first_line + text[: heading.start()].count("\n")
        address = heading["address"]
        if not _ADDRESS.fullmatch(address):
            raise UnreadableCorpus(path, f"no address of a part, note or clause: {address}", line)
        if address in sections:
            raise UnreadableCorpus(path, f"written twice: {address}", line)
        sections[address] = _section(path, heading["label"].strip(), text[heading.end() : end], line)
    return sections


def _section(path: Path, label: str, text: str, line: int) -> Section:
    if not text.strip():
        raise UnreadableCorpus(path, "no text", line)
    if found := _MARKUP.search(text):
        raise UnreadableCorpus(
            path, f"a sign of markup: {found.group().strip()}", line + text[: found.end()].count("\n")
        )
    return Section(label, text.strip())
