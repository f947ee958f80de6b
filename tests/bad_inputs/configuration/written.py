"""Files that people write: YAML that would change in silence, and words that nothing knows."""

from pathlib import Path

from eligibility.facts import Facts, UnknownAnswer, UnknownFact
from knowledge.strict_yaml import UnreadableYaml, load
from tests.bad_inputs.table import typed
from tests.knowledge.checks.copied import BASES, Copy, copied


def yaml(_: Path, text: str, times: str = "1", after: str = "") -> list[str]:
    """Read strictly; the text is written so many times, and then once what comes after it."""
    try:
        load(typed(text) * int(times) + typed(after))
    except UnreadableYaml as refused:
        return [str(refused)]
    return []


def facts(_: Path, text: str) -> list[str]:
    """A case as a lawyer writes it."""
    told = load(text)
    assert isinstance(told, dict)
    try:
        Facts(told)
    except (UnknownFact, UnknownAnswer) as refused:
        return [str(refused)]
    return []


def corpus(folder: Path, **change: str) -> list[str]:
    """A part of the corpus with one thing made otherwise, as the gate before a release sees it."""
    copy = changed(copied(folder), **change)
    return [f"{file}: {what}: {told}" for file, what, told in copy.problems(BASES)]


def changed(copy: Copy, place: str = "", language: str = "all", old: str = "", new: str = "") -> Copy:
    """`old` is a pattern; where there is none, the file is taken away."""
    if old:
        copy.change(place, language, old, typed(new))
    elif place:
        copy.file(place, language).unlink()
    return copy
