"""The same article is the same lines, whatever it came in."""

import shutil
from collections.abc import Callable

import pytest

from knowledge.documents import programs
from knowledge.documents.document import Accept, DocumentRefused, Kind, Refusal, RemarkKind
from knowledge.documents.read import read_document
from knowledge.documents.sandbox import PATH
from tests.knowledge.documents import made
from tests.knowledge.documents.made_pdf import page_of, pdf, shown
from tests.knowledge.documents.made_word import docx, paragraph, raised, run

FORMATS = {
    Kind.PDF: made.good_pdf,
    Kind.DOCX: made.good_docx,
    Kind.DOC: made.good_doc,
    Kind.HTML: made.html,
    Kind.TXT: made.txt,
}


@pytest.mark.parametrize("kind", Kind)
def test_every_format_gives_the_same_lines(kind: Kind) -> None:
    if kind is Kind.DOC and not shutil.which("catdoc", path=PATH):
        pytest.skip("catdoc reads old Word files, and this computer has none")
    document = read_document(FORMATS[kind](), f"a.{kind}")
    assert [(line.text, line.page) for line in document.lines] == [(line, 1) for line in made.ARTICLE]
    assert (document.kind, document.pages) == (kind, 1)


@pytest.mark.parametrize(("name", "make"), [("a.doc", made.good_doc), ("a.pdf", made.scan)])
def test_a_missing_program_is_named(name: str, make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "PATH", "/nowhere")
    with pytest.raises(DocumentRefused) as refused:
        read_document(make(), name, accept=frozenset({Accept.OCR}))
    assert refused.value.why is Refusal.NEEDS_A_PROGRAM
    assert refused.value.told == {"a.doc": "catdoc", "a.pdf": "tesseract"}[name]


def test_progress_is_told_page_by_page() -> None:
    heard: list[tuple[int, int]] = []
    read_document(pdf([page_of(made.ARTICLE)] * 4), "a.pdf", progress=lambda done, of: heard.append((done, of)))
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize("rise", [3, 4, 6, 8])
def test_a_raised_digit_on_paper_gets_its_caret(rise: int) -> None:
    page = shown("Моддаи 307", 50, 700, 14) + shown("3", 120, 700 + rise, 8) + shown(". Даъват", 124, 700, 14)
    after = shown("2. Дар ин қонун", 50, 680, 14)
    assert _texts(pdf([page + after])) == ["Моддаи 307^3. Даъват", "2. Дар ин қонун"]


def test_two_raised_digits_are_one_number() -> None:
    page = shown("Моддаи 307", 50, 700, 14) + shown("10", 120, 706, 8) + shown(". Даъват", 128, 700, 14)
    assert _texts(pdf([page])) == ["Моддаи 307^10. Даъват"]


def test_a_small_number_that_is_not_raised_has_no_caret() -> None:
    page = shown("Моддаи 307", 50, 700, 14) + shown("3", 120, 700, 8) + shown(". Даъват", 124, 700, 14)
    assert _texts(pdf([page + shown("12", 290, 20, 8)])) == ["Моддаи 3073. Даъват", "12"]


def test_a_raised_digit_in_word_by_hand_or_by_mark() -> None:
    by_hand = run("3", '<w:position w:val="8"/><w:sz w:val="16"/>')
    body = paragraph(run("Моддаи 307"), by_hand, run(".")) + paragraph(run("Моддаи 307"), raised("1"), raised("2"))
    assert _texts(docx(body), "a.docx") == ["Моддаи 307^3.", "Моддаи 307^12"]


def test_a_layout_is_told_only_if_the_document_has_one() -> None:
    plain = read_document(pdf([page_of(made.ARTICLE * 10)]), "a.pdf")
    assert {(line.large, line.begins) for line in plain.lines} == {(None, None)}
    rows = []
    for number in range(8):
        top = 800 - 90 * number
        rows += [
            shown(f"Моддаи {number}. Даъват", 100, top, 14),
            shown("1. Барои ин кирдор ҷазо таъин", 80, top - 20),
            shown("карда мешавад, агар он", 50, top - 40),
            shown("содир шуда бошад.", 50, top - 60),
        ]
    told = read_document(pdf([b"".join(rows)]), "a.pdf").lines[:4]
    assert [(line.large, line.begins) for line in told] == [(True, True), (False, True), (False, False), (False, False)]


def test_a_word_broken_at_a_lines_end_is_whole_again() -> None:
    lines = ["Дар ин қонуни мазкур қону-", "ни дигар ва Горно-", "Бадахшан ва социально-", "и дигар"]
    assert _texts(pdf([page_of(lines)])) == [
        "Дар ин қонуни мазкур қонуни",
        "дигар ва Горно-Бадахшан",
        "ва социально-",
        "и дигар",
    ]


def test_scanned_pages_without_a_program_keep_the_others() -> None:
    document = read_document(made.mostly_scan(), "a.pdf")
    assert [remark.what for remark in document.remarks] == [RemarkKind.SCANNED_PAGES]


def _texts(content: bytes, name: str = "a.pdf") -> list[str]:
    return [line.text for line in read_document(content, name).lines]
