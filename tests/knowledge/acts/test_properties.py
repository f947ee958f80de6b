"""An act that is written out, with a layout or without one, is read back as it was; and no word of any text is lost."""

import textwrap
from collections import Counter
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.acts.recognise import recognise
from knowledge.citation import Citation
from knowledge.documents.document import Line
from tests.knowledge.acts.paper import ACT, MODES

WORDS = ("боғ", "дарахт", "сабз", "калон", "гулҳо", "ҷорӣ", "мебошад", "шинонда", "тибқи", "сад", "вода", "ночью")
WIDTH = 46
LINES_ON_A_PAGE = 9


@dataclass(frozen=True)
class Mark:
    day: date
    law: str

    def __str__(self) -> str:
        return f"{self.day.day}.{self.day.month:02}.{self.day.year} № {self.law}"


@dataclass(frozen=True)
class Piece:
    """A paragraph of an act: its address below the article, the number it is written with, its words and history."""

    address: str
    number: str
    words: str
    marks: tuple[Mark, ...]

    def written(self) -> str:
        history = f" (Қонуни ҶТ аз {', аз '.join(map(str, self.marks))})" if self.marks else ""
        return f"{self.number}{self.words[:-1]}{history}{self.words[-1]}"

    def left(self) -> str:
        return f"{self.number}{self.words}"


@dataclass(frozen=True)
class Written:
    """An article: its number, title, and pieces in their order."""

    number: str
    title: str
    pieces: tuple[Piece, ...]

    def heading(self) -> str:
        base, _, suffix = self.number.partition("-")
        return f"Моддаи {base}({suffix}). {self.title}" if suffix else f"Моддаи {base}. {self.title}"


MARKS = st.lists(
    st.builds(Mark, st.dates(date(1999, 1, 1), date(2025, 12, 31)), st.integers(1, 2999).map(str)), max_size=2
).map(tuple)


def phrases(end: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=2, max_size=14).map(
        lambda words: f"{words[0].capitalize()} {' '.join(words[1:])}{end}"
    )


@st.composite
def clauses(draw: st.DrawFn, above: str) -> list[Piece]:
    count, suffixed = draw(st.integers(2, 5)), draw(st.booleans())
    names = [*"абвгғ"[:count]]
    if suffixed:
        names.insert(1, "а-1")
    ends = [";"] * (len(names) - 1) + ["."]
    return [
        Piece(
            f"{above}/{name}".strip("/"),
            f"{name.replace('-1', '(1)')}) ",
            draw(phrases(end)).lower(),
            draw(MARKS),
        )
        for name, end in zip(names, ends, strict=True)
    ]


@st.composite
def parts(draw: st.DrawFn) -> list[Piece]:
    """Numbered parts, some with a suffix, some with clauses; or one part without a number."""
    if draw(st.booleans()):
        return [Piece("", "", draw(phrases(".")), draw(MARKS))]
    close, pieces = draw(st.sampled_from([") ", ". "])), list[Piece]()
    for number in range(1, draw(st.integers(1, 4)) + 1):
        names = [str(number), f"{number}-1"] if draw(st.booleans()) and close == ") " else [str(number)]
        for name in names:
            below = draw(clauses(name)) if draw(st.booleans()) else []
            shown = name.replace("-1", "(1)")
            pieces += [Piece(name, f"{shown}{close}", draw(phrases(":" if below else ".")), draw(MARKS)), *below]
    return pieces


@st.composite
def articles(draw: st.DrawFn) -> list[Written]:
    numbers = list[str]()
    for base in range(draw(st.integers(1, 90)), 400)[: draw(st.integers(1, 4))]:
        numbers += [str(base), f"{base}-1", f"{base}-2"][: draw(st.integers(1, 3))]
    return [Written(number, draw(phrases("")), tuple(draw(bodies()))) for number in numbers]


@st.composite
def bodies(draw: st.DrawFn) -> list[Piece]:
    note = [Piece("note", "Эзоҳ: ", draw(phrases(".")), draw(MARKS))] if draw(st.booleans()) else []
    return [*draw(parts()), *note]


def on_paper(act: list[Written]) -> list[Line]:
    """Every paragraph broken into lines, every page of several with its number."""
    rows = list[tuple[str, bool, bool]]()
    for each in act:
        rows += [(line, True, True) for line in textwrap.wrap(each.heading(), WIDTH)]
        for piece in each.pieces:
            lines = textwrap.wrap(piece.written(), WIDTH, break_long_words=False, break_on_hyphens=False)
            rows += [(line, False, place == 0) for place, line in enumerate(lines)]
    return list(_paged(rows))


def _paged(rows: list[tuple[str, bool, bool]]) -> list[Line]:
    lines = list[Line]()
    for page, start in enumerate(range(0, len(rows), LINES_ON_A_PAGE), 1):
        lines += [Line(text, page, large, begins) for text, large, begins in rows[start : start + LINES_ON_A_PAGE]]
        if len(rows) > LINES_ON_A_PAGE:
            lines.append(Line(str(page), page, large=False, begins=True))
    return lines


def units(act: list[Written]) -> dict[str, tuple[str, list[tuple[date, str]]]]:
    """What must be read: for each citation its words, white space folded, and its history."""
    found = dict[str, tuple[str, list[tuple[date, str]]]]()
    for each in act:
        for address in ["", *(piece.address for piece in each.pieces if piece.address)]:
            own = [piece for piece in each.pieces if _holds(address, piece.address)]
            first = own[0].words if address else own[0].left()
            words = " ".join([first, *(piece.left() for piece in own[1:])])
            history = [(mark.day, mark.law) for piece in own for mark in piece.marks]
            found["/".join(filter(None, (ACT, each.number, address)))] = (words, history)
    return found


def _holds(address: str, below: str) -> bool:
    return not address or below == address or below.startswith(f"{address}/")


@pytest.mark.parametrize("mode", MODES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(act=articles())
def test_what_was_written_is_read_back(mode: str, act: list[Written]) -> None:
    lines = on_paper(act)
    if mode == "flat":
        lines = [Line(line.text, line.page) for line in lines]
    read = recognise(lines, ACT)
    assert {
        str(each.citation): (" ".join(each.text.split()), [(mark.day, mark.law) for mark in each.amendments])
        for each in read.wordings
    } == units(act)
    assert [each.title for each in read.articles()] == [each.title for each in act]
    assert (read.doubts, read.left_out) == ((), 0)


ANY_LINE = st.one_of(
    phrases("."),
    phrases(""),
    st.sampled_from(
        [
            *("Моддаи 1. Боғ", "Моддаи 2. Об", "Моддаи 21. Хок", "Моддаи 2(1). Гул", "Моддаи 3. Санг ... 14"),
            *(
                "1) Як;",
                "2) Ду.",
                "3) Се.",
                "2(1)) Дую як.",
                "а) гул;",
                "б) барг.",
                "а(1)) хор;",
                "1. Якум.",
                "Эзоҳ: Чист.",
            ),
            *("Боби 1. Боғ", "ФАСЛИ II", "ҚИСМИ УМУМӢ", "Моддаҳои 5 - 7. Хориҷ карда шуд", "Моддаи 9. хориҷ карда шуд"),
            *("Президенти Ҷумҳурии Тоҷикистон", "Замимаи 1", "Н. Ношиносов", "12", "307", ". Ташкил", "Моддаи 307"),
        ]
    ),
)


@settings(max_examples=300, deadline=None)
@given(
    rows=st.lists(st.tuples(ANY_LINE, st.sampled_from([(None, None), (True, True), (False, True), (False, False)]))),
    place_flattened=st.booleans(),
)
def test_every_line_of_any_text_is_kept_counted_or_doubtful(
    rows: list[tuple[str, tuple[bool | None, bool | None]]], *, place_flattened: bool
) -> None:
    lines = [Line(text, 1, *layout) for text, layout in rows]
    act = recognise(lines, ACT, place_flattened=place_flattened)
    names = [str(each.citation) for each in act.wordings]
    assert set(Counter(names).values()) <= {1}
    assert all(str(Citation.named(name)) == name for name in names)
    kept = " ".join([f"{each.title} {each.text}" for each in act.articles()] + [each.title for each in act.divisions])
    lost = _words(rows) - Counter(_letters(kept))
    explained = act.left_out or any(
        each.why.value in {"number taken", "number split over lines"} for each in act.doubts
    )
    assert not lost or explained, lost


STRUCTURE = {"моддаи", "моддаҳои", "боби", "фасли", "эзоҳ", "ii"}


def _words(rows: list[tuple[str, tuple[bool | None, bool | None]]]) -> Counter[str]:
    return Counter(each for text, _ in rows for each in _letters(text) if each not in STRUCTURE)


def _letters(text: str) -> list[str]:
    return ["".join(filter(str.isalpha, word)) for word in text.casefold().split() if any(map(str.isalpha, word))]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.builds(Line, st.text(max_size=60), st.integers(1, 4), st.sampled_from([None, True, False]))))
def test_any_lines_at_all_become_an_act(lines: list[Line]) -> None:
    act = recognise(lines, ACT)
    assert all(str(Citation.named(str(each.citation))) for each in act.wordings)
