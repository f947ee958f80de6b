"""An act is the same edition whichever format it came in; what must not be kept is refused."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from knowledge.citation import Citation
from knowledge.documents.document import DocumentRefused, Refusal, RemarkKind
from knowledge.editions.edition import Counts, Edition, counts
from knowledge.editions.importing import Agreed, ImportRefused, Origin, Unfit, read_edition
from knowledge.editions.wire import UnreadableEdition, edition_from_json, edition_to_json
from tests.knowledge.editions.made import ACT, FORMATS, as_txt

ORIGIN = Origin("criminal-code", "tg", date(2026, 5, 19), "https://example.org/act")
NOTHING_AGREED: frozenset[Agreed] = frozenset()


def edition(content: bytes, name: str = "act.txt", origin: Origin = ORIGIN, *agreed: Agreed) -> Edition:
    return read_edition(content, name, origin, frozenset(agreed), lambda _done, _of: None)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_edition(name: str) -> None:
    if name.endswith(".doc") and not shutil.which("catdoc"):
        pytest.skip("catdoc, which reads old Word files, is not on this machine")
    read = edition(FORMATS[name], name)
    assert counts(read.act) == Counts(articles=3, with_suffix=1, sections=1, chapters=1, notes=1, amendments=1)
    assert not read.act.doubts
    assert read.name == edition(FORMATS["act.txt"]).name
    told = {str(citation): wording.text for citation, wording in read.wordings.items()}
    assert told["criminal-code/1/2/а"] == "банди якум барои санҷиш дода шуда бошад;"
    assert told["criminal-code/1/2"].endswith("\nбо ҳукми намунавӣ ҷазо таъин карда мешавад.")
    assert told["criminal-code/1/1"] == "Ин намуна барои санҷиши барнома навишта шудааст ва қонун нест."


def test_progress_tells_of_pages() -> None:
    heard: list[tuple[int, int]] = []
    read_edition(FORMATS["act.pdf"], "act.pdf", ORIGIN, NOTHING_AGREED, lambda done, of: heard.append((done, of)))
    assert heard == [(1, 2), (2, 2)]


def test_an_edition_survives_its_journey_through_json() -> None:
    read = edition(FORMATS["act.pdf"], "act.pdf")
    again = edition_from_json(edition_to_json(read))
    assert again == read
    assert again.wordings == read.wordings


@pytest.mark.parametrize(
    "damaged", [b"", b"{}", b"[]", b'{"format": 2}', b"\xff", edition_to_json(edition(as_txt()))[:-9]]
)
def test_a_damaged_edition_is_refused(damaged: bytes) -> None:
    with pytest.raises(UnreadableEdition):
        edition_from_json(damaged)


def test_a_text_without_articles_is_no_act() -> None:
    lines = tuple(line for line in ACT if not line.startswith("Моддаи"))
    with pytest.raises(ImportRefused, match="no-articles") as refused:
        edition(as_txt(lines))
    assert refused.value.why is Unfit.NO_ARTICLES


def test_another_act_is_not_taken_for_this_one() -> None:
    content = as_txt(("КОДЕКСИ ҲУҚУҚВАЙРОНКУНИИ МАЪМУРИИ ҶУМҲУРИИ ТОҶИКИСТОН", *ACT))
    with pytest.raises(ImportRefused, match="other-act: administrative-offences-code"):
        edition(content)
    assert edition(content, "act.txt", ORIGIN, Agreed.OTHER_ACT).wordings
    procedure = as_txt(("КОДЕКСИ МУРОФИАВИИ ҶИНОЯТИИ ҶУМҲУРИИ ТОҶИКИСТОН", *ACT))
    with pytest.raises(ImportRefused, match="other-act: an act that is none of ours"):
        edition(procedure)
    assert edition(procedure, "act.txt", replace(ORIGIN, act="criminal-procedure-code")).wordings
    assert edition(content, "act.txt", replace(ORIGIN, act="administrative-offences-code")).wordings


def test_the_criminal_code_is_not_taken_for_another_act() -> None:
    content = as_txt(("КОДЕКСИ ҶИНОЯТИИ ҶУМҲУРИИ ТОҶИКИСТОН", *ACT))
    for act in ("constitution", "law-on-appeals", "administrative-offences-code"):
        with pytest.raises(ImportRefused, match="other-act: criminal-code"):
            edition(content, "act.txt", replace(ORIGIN, act=act))
    assert edition(content).wordings
    assert edition(content, "act.txt", replace(ORIGIN, act="law-2169")).wordings


def test_tajik_without_its_letters_is_nobodys_official_text() -> None:
    typed = as_txt(tuple(line.translate(str.maketrans("қҳҷғӯӣҚҲҶҒӮӢ", "кхчгуиКХЧГУИ")) for line in ACT))
    with pytest.raises(ImportRefused) as refused:
        edition(typed)
    assert refused.value.why is Unfit.WITHOUT_TAJIK_LETTERS


def test_a_russian_text_is_kept_as_russian_whatever_was_said() -> None:
    lines = (
        "Статья 1. Образец",
        "1) Этот образец написан для проверки программы и законом не является, если он нужен суду.",
    )
    read = edition(as_txt(lines))
    assert read.language == "ru"
    assert [each.what for each in read.remarks] == [RemarkKind.OTHER_LANGUAGE]


def test_a_flattened_number_is_proposed_and_placed_only_when_agreed() -> None:
    lines = tuple(line.replace("Моддаи 1(1).", "Моддаи 11.") for line in ACT)
    read = edition(as_txt(lines))
    assert [(str(each.citation), str(each.proposal)) for each in read.act.doubts] == [
        ("criminal-code/11", "criminal-code/1-1")
    ]
    assert Citation("criminal-code/11") in read.wordings
    agreed = edition(as_txt(lines), "act.txt", ORIGIN, Agreed.FLATTENED_NUMBERS)
    assert Citation("criminal-code/1-1") in agreed.wordings
    assert Citation("criminal-code/11") not in agreed.wordings


def test_a_refused_document_tells_why_and_nothing_of_itself() -> None:
    with pytest.raises(DocumentRefused) as refused:
        edition(b"%PDF-1.7 nothing", "act.pdf")
    assert refused.value.why is Refusal.BROKEN
