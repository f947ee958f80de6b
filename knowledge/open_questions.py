"""What nobody has read in the law yet, or what it does not settle; a text that rests on it says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from knowledge import strict_yaml
from knowledge.sheet import LANGUAGES

FILE = Path(__file__).parent / "open_questions.yaml"
_KEYS = {"id", "state", "signed_off_by", "signed_off_on", "question"}


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
    texts = written["question"]
    if not isinstance(texts, dict) or tuple(texts) != LANGUAGES or not all(texts.values()):
        raise UnreadableQuestions(f"{written['id']}: a question is asked in {', '.join(LANGUAGES)}")
    if written["state"] not in set(State):
        raise UnreadableQuestions(f"{written['id']}: a state is one of {', '.join(State)}")
    state = State(written["state"])
    if (state is State.OPEN) != (written["signed_off_by"] == "nobody") or (
        (state is State.OPEN) != (written["signed_off_on"] == "never")
    ):
        raise UnreadableQuestions(f"{written['id']}: what is open is signed off by nobody, never")
    return OpenQuestion(written["id"], state, written["signed_off_by"], written["signed_off_on"], texts)
