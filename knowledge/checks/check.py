"""The gate before every release: a list of all problems, empty when the corpus may be released."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from knowledge.checks import in_force, letters, names, numbers, telephones
from knowledge.checks.problem import Problem, Wrong
from knowledge.checks.vocabulary import spoken_in
from knowledge.citation import Citation
from knowledge.corpus import Corpus, Item, entries, read_item
from knowledge.open_questions import OpenQuestion, UnreadableQuestions, read_open_questions
from knowledge.provisions import Entry, Guide
from knowledge.sheet import LANGUAGES, UnreadableCorpus

LONGEST = 1_000
"""Signs of one passage: with its label and source it must fit a card of 4,096."""
NOTHING: Mapping[Citation, Entry] = {}


def check(
    folder: Path,
    questions: Path,
    bases: Iterable[Citation] = (),
    before: Mapping[Citation, Entry] = NOTHING,
    today: date | None = None,
) -> list[Problem]:
    """`bases` are what rules and screens stand on, `before` is the release that serves now.

    Without `today` no day is in the future.
    """
    read, problems = _items(folder)
    corpus = Corpus({entry.citation: entry for item in read for entry in _entries(item, problems)})
    asked, wrong_questions = _questions(questions)
    problems += wrong_questions
    spoken = spoken_in(folder)
    for item in read:
        problems += [*numbers.differing(item), *numbers.unnamed(item), *names.named(item, spoken), *_too_long(item)]
        problems += [*letters.in_other_letters(item), *telephones.telephones(item, asked), *_ahead(item, corpus, today)]
        problems += [*_dead(item, corpus, asked), *_stale(item, corpus, before), *in_force.misdated(item, corpus)]
    problems += _baseless(folder, corpus, frozenset(bases))
    return sorted(problems)


def _items(folder: Path) -> tuple[list[Item], list[Problem]]:
    read, problems = list[Item](), list[Problem]()
    for place in sorted({path.parent for path in folder.rglob("*.md")}):
        try:
            read.append(read_item(folder, place))
        except UnreadableCorpus as error:
            problems.append(Problem(error.path, Wrong.UNREADABLE, error.problem))
    if not read and not problems:
        problems.append(Problem(folder, Wrong.UNREADABLE, "nothing is known here"))
    return read, problems


def _entries(item: Item, problems: list[Problem]) -> list[Entry]:
    try:
        return [*entries(item)]
    except UnreadableCorpus as error:
        problems.append(Problem(error.path, Wrong.UNREADABLE, error.problem))
        return []


def _questions(path: Path) -> tuple[Mapping[str, OpenQuestion], list[Problem]]:
    try:
        return read_open_questions(path), []
    except UnreadableQuestions as error:
        return {}, [Problem(path, Wrong.UNREADABLE, str(error))]


def _too_long(item: Item) -> Iterator[Problem]:
    for sheet in item.sheets.values():
        for address, section in sheet.sections.items():
            if len(section.text) > LONGEST:
                yield Problem(sheet.path, Wrong.TOO_LONG, f"{address or 'lead'}: {len(section.text)} signs")


def _ahead(item: Item, corpus: Corpus, today: date | None) -> Iterator[Problem]:
    """Days are in order as they are written; a month or a year is after today when all of it is."""
    if today is None or item.citation not in corpus:
        return
    sheet = item.first
    for key in ("checked_on", "said_on"):
        if key in sheet.front and (day := sheet.word(key)) > today.isoformat():
            line = sheet.lines.get(key, 1)
            yield Problem(sheet.path, Wrong.DAY_AHEAD, f"line {line}: {key} is after today: {day}")


def _dead(item: Item, corpus: Corpus, questions: Mapping[str, OpenQuestion]) -> Iterator[Problem]:
    entry = corpus.get(item.citation)
    if entry is None:
        return
    path = item.first.path
    if isinstance(entry, Guide):
        yield from (Problem(path, Wrong.DEAD_CITATION, str(each)) for each in entry.rests_on if each not in corpus)
    unknown = [each for each in entry.open_questions if each not in questions]
    yield from (Problem(path, Wrong.UNKNOWN_QUESTION, each) for each in unknown)


def _baseless(folder: Path, corpus: Corpus, bases: frozenset[Citation]) -> Iterator[Problem]:
    """What a rule or a screen stands on is there, and is law."""
    yield from (Problem(folder, Wrong.NO_PASSAGE, str(each)) for each in bases if each not in corpus)
    for citation, told in in_force.not_in_force(bases, corpus):
        yield Problem(folder, Wrong.NOT_IN_FORCE, f"{citation}: {told}")


def _stale(item: Item, corpus: Corpus, before: Mapping[Citation, Entry]) -> Iterator[Problem]:
    """What was mended in one language is looked at in all; a change of spelling alone changes `checked_on` too."""
    for address in item.first.sections:
        citation = Citation(f"{item.citation}/{address}") if address else item.citation
        old, new = before.get(citation), corpus.get(citation)
        if old is None or new is None or new.checked_on > old.checked_on:
            continue
        same = {each for each in LANGUAGES if old.in_language(each).text == new.in_language(each).text}
        if same and len(same) < len(LANGUAGES):
            for language in sorted(same):
                told = f"{address or 'lead'}: unchanged, but another language was changed; look, and set checked_on"
                yield Problem(item.sheets[language].path, Wrong.STALE_LANGUAGE, told)
