"""What nobody has read in the law yet, or what it does not settle; a text that rests on it says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from knowledge import strict_yaml
from knowledge.sheet import LANGUAGES

FILE = Path(__file__).parent / "open_questions.yaml"
_WORDS = {"id", "state", "signed_off_by", "signed_off_on"}
_KEYS = _WORDS | {"question"}
NOBODY, NEVER = "nobody", "never"


class State(StrEnum):
    OPEN = "open"
    SIGNED_OFF = "signed-off"


class UnreadableQuestions(ValueError):
    """The list cannot be taken at its word, so no release is made with it."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """`signed_off_by` is a role, `nobody` while the question is open; a lawyer's name is never written here."""

    name: str
    state: State
    signed_off_by: str
    signed_off_on: str
    question: Mapping[str, str]


def read_open_questions(path: Path = FILE) -> dict[str, OpenQuestion]:
    """Raise UnreadableQuestions."""
    try:
        listed = strict_yaml.load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableQuestions(str(error)) from None
    if not isinstance(listed, list):
        raise UnreadableQuestions("not a list")
    read = [_question(each) for each in listed]
    if len({each.name for each in read}) < len(read):
        raise UnreadableQuestions("a question is written twice")
    return {each.name: each for each in read}


def _question(written: object) -> OpenQuestion:
    if not isinstance(written, dict) or written.keys() != _KEYS:
        raise UnreadableQuestions(f"a question has {', '.join(sorted(_KEYS))}")
    texts, words = written["question"], {key: written[key] for key in _WORDS}
    if not all(isinstance(each, str) and each.strip() for each in words.values()):
        raise UnreadableQuestions(f"{', '.join(sorted(_WORDS))} are texts")
    name = words["id"]
    if not isinstance(texts, dict) or tuple(texts) != LANGUAGES:
        raise UnreadableQuestions(f"{name}: a question is asked in {', '.join(LANGUAGES)}")
    if not all(isinstance(each, str) and each.strip() for each in texts.values()):
        raise UnreadableQuestions(f"{name}: a question is a text in every language")
    if words["state"] not in set(State):
        raise UnreadableQuestions(f"{name}: a state is one of {', '.join(State)}")
    state, by, on = State(words["state"]), words["signed_off_by"], words["signed_off_on"]
    if (state is State.OPEN) != (by == NOBODY) or (state is State.OPEN) != (on == NEVER):
        raise UnreadableQuestions(f"{name}: what is open is signed off by nobody, never")
    if on != NEVER and not _is_day(on):
        raise UnreadableQuestions(f"{name}: signed_off_on is no day such as 2025-05-14")
    return OpenQuestion(name, state, by, on, texts)


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
