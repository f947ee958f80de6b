"""The corpus: the same in three languages, exact in every figure, silent about people, and refused when broken."""

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from knowledge.checks.letters import other_words
from knowledge.checks.names import persons
from knowledge.citation import Citation
from knowledge.corpus import FOLDER, Corpus, load
from knowledge.provisions import Digest, Entry, Guide, Kind, Month, Provision, Report
from knowledge.sheet import LANGUAGES, UnreadableCorpus

THE_RULES_STAND_ON = [
    "criminal-code/11-1/1",
    "criminal-code/12",
    "criminal-code/13/1",
    "criminal-code/67",
    "criminal-code/84/2/в",
    "criminal-code/84/3",
    "criminal-code/84/7",
    "criminal-code/179-3/note",
    "criminal-code/307-1/note",
    "criminal-code/189/1",
    "constitution/20",
    "law-2169",
    "report/supreme-court-2025-08-07",
]
NOT_A_LAW = (
    "Ин суханони шахси мансабдор аст, на қонун ва на қарори суд.",
    "Это слова должностного лица, а не закон и не решение суда.",
    "These are the words of an official, not a law and not a court's decision.",
)
_ACTS = {
    "criminal-code": """11-1 12 13 17 18 20 57 67 71 75 76 77 81 82 83 84 85
        179 179-1 179-2 179-3 187 189 307 307-1 307-2 307-3 307-4 401-1""",
    "constitution": "19 20 69 88 92",
    "law-on-appeals": "4 10 18 21",
    "administrative-offences-code": "462-1",
    "report": """president-2024-10 parliament-2025-04-10 law-signed-2025-05-14 khimoya-2025 supreme-court-2025-08-07
        prosecutor-general-2026-02 amnesty-2019""",
    "guide": """likes-comments-reposts article-numbers get-the-verdict read-the-verdict what-to-prepare where-to-file
        who-can-apply deadlines how-long-it-takes risk-of-applying after-a-refusal in-court-now other-ways-out
        criminal-record compensation abroad free-legal-aid fraud phone-safety""",
}
INVENTORY = {"law-2169", *(f"{act}/{each}" for act, listed in _ACTS.items() for each in listed.split())}
CORPUS = load()
ENTRIES = [pytest.param(entry, id=str(citation)) for citation, entry in CORPUS.items()]
DIGESTS = [
    pytest.param(digest, id=f"{citation} {language}")
    for citation, entry in CORPUS.items()
    for language, digest in entry.digests.items()
]
OFFICIALS = re.compile(
    "рахмон|раҳмон|rahmon|мирзозод|mirzozod|воҳидз|вохидз|vohidz|одина[еяё]|odina[ey]|каримз|karimz", re.IGNORECASE
)


def figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"[0-9]+", text))


@pytest.mark.parametrize("name", THE_RULES_STAND_ON)
def test_what_the_rules_stand_on_is_known(name: str) -> None:
    assert Citation.named(name) in CORPUS


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_speaks_three_languages_with_the_same_figures(entry: Entry) -> None:
    assert tuple(entry.digests) == LANGUAGES
    for field in ("label", "source", "text"):
        first, *others = (figures(getattr(entry.in_language(language), field)) for language in LANGUAGES)
        assert [others[0], others[1]] == [first, first], field


@pytest.mark.parametrize("entry", [each for each in CORPUS.values() if isinstance(each, Provision)], ids=str)
def test_the_label_names_the_article_the_citation_names(entry: Entry) -> None:
    cited = Counter(re.findall(r"[0-9]+", str(entry.citation)))
    for language in LANGUAGES:
        assert cited <= figures(entry.in_language(language).label)


@pytest.mark.parametrize("digest", DIGESTS)
def test_a_digest_is_short_and_names_nobody(digest: Digest) -> None:
    told = f"{digest.label} {digest.source} {digest.text}"
    assert not persons(told)
    assert not OFFICIALS.search(told)
    assert len(digest.text) < 900


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_language_is_in_its_own_letters(entry: Entry) -> None:
    """A word quoted from a verdict keeps its own language; so does what a family may have to type or to press."""
    assert [other_words(language, entry.in_language(language).text) for language in LANGUAGES] == [[], [], []]


@pytest.mark.parametrize("entry", ENTRIES)
def test_tajik_writes_the_word_for_a_time_limit_in_one_way(entry: Entry) -> None:
    assert "мӯҳлат" not in entry.in_language("tg").text


@pytest.mark.parametrize("entry", ENTRIES)
def test_law_reports_and_guides_are_never_mixed(entry: Entry) -> None:
    kinds = {"report": (Report, Kind.REPORT), "guide": (Guide, Kind.GUIDE)}
    sort, kind = kinds.get(str(entry.citation).split("/")[0], (Provision, Kind.LAW))
    assert isinstance(entry, sort)
    assert entry.kind is kind


@pytest.mark.parametrize("name", ["supreme-court-2025-08-07", "president-2024-10", "prosecutor-general-2026-02"])
def test_the_words_of_an_official_are_said_to_be_words_and_not_law(name: str) -> None:
    report = [entry for citation, entry in CORPUS.items() if str(citation).startswith(f"report/{name}")]
    for language, warning in zip(LANGUAGES, NOT_A_LAW, strict=True):
        assert any(warning in entry.in_language(language).text for entry in report)


def test_where_only_the_month_is_known_no_day_is_made_up() -> None:
    said_on = {str(each.citation): each.said_on for each in CORPUS.values() if isinstance(each, Report)}
    assert said_on["report/president-2024-10"] == Month(2024, 10)
    assert said_on["report/prosecutor-general-2026-02"] == Month(2026, 2)
    assert said_on["report/khimoya-2025"] == Month(2025)
    assert said_on["report/supreme-court-2025-08-07"] == date(2025, 8, 7)


@pytest.mark.parametrize("wrong", ["2024-13", "2024-00", "24", "2024-1", "10-2024", "2024-10-32", "not established"])
def test_a_report_needs_a_day_or_a_month(tmp_path: Path, wrong: str) -> None:
    place = Path("report/president-2024-10")
    shutil.copytree(FOLDER / place, tmp_path / place)
    for language in LANGUAGES:
        change(tmp_path / place / f"{language}.md", 'said_on: "2024-10"', f'said_on: "{wrong}"')
    with pytest.raises(UnreadableCorpus, match="said_on is no day"):
        load(tmp_path)


def test_the_count_of_405_stands_with_what_is_not_known_of_it() -> None:
    told = [e for c, e in CORPUS.items() if str(c).startswith("report/prosecutor-general-2026-02")]
    counting = [each for each in told if "405" in each.in_language("en").text]
    assert counting
    for language, unknown in zip(LANGUAGES, ("Муайян нашудааст", "не установлено", "is not established"), strict=True):
        assert any(unknown in each.in_language(language).text for each in counting)


def test_the_day_law_2169_took_effect_is_not_established() -> None:
    for name in ("law-2169", "criminal-code/179-3/note", "criminal-code/307-1/note"):
        provision = CORPUS[Citation.named(name)]
        assert isinstance(provision, Provision)
        assert (provision.in_force, provision.not_before) == (None, date(2025, 5, 14))


def test_all_five_clauses_of_article_84_part_3_are_told() -> None:
    for digest in CORPUS[Citation.named("criminal-code/84/3")].digests.values():
        clauses = re.split(r"\(([а-д])\)", digest.text)
        assert clauses[1::2] == list("абвгд")
        assert [re.findall("[0-9]+", clause) for clause in clauses[2::2]] == [[], ["1"], ["3"], ["5"], ["8"]]


def test_the_inventory_is_whole() -> None:
    """The first release knows what the design lists."""
    assert {str(each) for each in CORPUS} >= INVENTORY


def test_the_two_notes_differ_in_nothing_but_their_subject() -> None:
    terrorism, extremism = (CORPUS[Citation.named(f"criminal-code/{each}/note")] for each in ("179-3", "307-1"))
    told = terrorism.in_language("en").text.replace("179(3)", "307(1)").replace("terrorist activity", "extremism")
    assert told.replace("terrorism", "extremism") == extremism.in_language("en").text


def test_every_file_lies_where_its_citation_says() -> None:
    assert all(str(path).isascii() for path in FOLDER.rglob("*"))
    places = {str(path.parent.relative_to(FOLDER)) for path in FOLDER.rglob("*.md")}
    assert places == {place for place in places if Citation.named(place) in CORPUS}


NOTE = Path("criminal-code/179-3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER / NOTE, tmp_path / NOTE)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_folder_can_be_read_by_itself(folder: Path) -> None:
    assert load(folder) == Corpus({c: e for c, e in CORPUS.items() if str(c).startswith("criminal-code/179-3")})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_language_is_refused_by_the_name_of_its_file(folder: Path, language: str) -> None:
    (folder / NOTE / f"{language}.md").unlink()
    with pytest.raises(UnreadableCorpus, match=rf"179-3/{language}\.md: this language is missing"):
        load(folder)


REFUSED = [
    ('kind: "law"', 'kind: "opinion"', "kind is none of law, report, guide"),
    ('kind: "law"', 'kind: "report"', "no said_on"),
    ('form: "digest"', 'form: "official"', "form is none of digest"),
    ('confidence: "high"', 'confidence: "low"', "confidence is none of high, medium"),
    ('language: "ru"', 'language: "en"', "the file's language is ru"),
    ('language: "ru"', 'language: "uz"', "language is none of tg, ru, en"),
    ('form: "digest"', 'form: "digest"\nmood: "kind"', "unknown key: mood"),
    ('form: "digest"\n', "", "no form"),
    ('checked_on: "2026-11-22"', "checked_on: 2026-11-22", "cannot be read: "),
    ('checked_on: "2026-11-22"', 'checked_on: "2026-11-31"', "checked_on is not the same as in tg.md"),
    ('in_force_until: "open"', 'in_force_until: "2030-01-01"', "in_force_until is not the same as in tg.md"),
    ('"criminal-code/179-3"', '"criminal-code/307-1"', "citation is not the same as in tg.md"),
    ('kind: "law"', "kind:\n  - law", "not a text: kind"),
    ("---\n", "", "no front matter"),
    ("\n## note ", "\n## note/1 ", "the headings are not the same as in tg.md"),
    ("\n## note ", "\n## 2 ", "written twice: 2"),
    ("\n## note ", "\n## Note ", "no address of a part, note or clause: Note"),
    ("\n## note ", "\n### note ", "a sign of markup: #"),
    ("\n## note ", "\n[x](y) ", "a sign of markup: ["),
]


@pytest.mark.parametrize(("old", "new", "problem"), REFUSED)
def test_a_file_that_cannot_be_taken_at_its_word_is_refused_by_name(
    folder: Path, old: str, new: str, problem: str
) -> None:
    change(folder / NOTE / "ru.md", old, new)
    with pytest.raises(UnreadableCorpus, match=rf"179-3/ru\.md(:[0-9]+)?: .*{re.escape(problem)}"):
        load(folder)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"criminal-code/179-3"', '"criminal-code/307-1"', "belongs in criminal-code/307-1"),
        ('"criminal-code/179-3"', '"Criminal Code"', "not a citation"),
        ('checked_on: "2026-11-22"', 'checked_on: "2026-11-31"', "checked_on is no day"),
        ('checked_on: "2026-11-22"', 'checked_on: "2026-W47-7"', "checked_on is no day"),
        ('in_force_from: "not established"', 'in_force_from: "unknown"', "in_force_from is no day"),
        ('in_force_from: "not established"', 'in_force_from: "1990-05-13"', "in_force_from is before not_before"),
        ('in_force_until: "open"', 'in_force_until: "1990-05-13"', "in_force_until is before the wording began"),
        ('"note": "', '"note/7": "', "later_wordings names no section: note/7"),
    ],
)
def test_what_all_three_files_say_wrongly_is_refused(folder: Path, old: str, new: str, problem: str) -> None:
    for language in LANGUAGES:
        change(folder / NOTE / f"{language}.md", old, new)
    with pytest.raises(UnreadableCorpus, match=problem):
        load(folder)


def test_an_empty_text_broken_letters_a_stray_language_and_an_empty_folder_are_refused(folder: Path) -> None:
    path = folder / NOTE / "en.md"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole[: whole.rindex("---\n") + 4], encoding="utf-8")
    with pytest.raises(UnreadableCorpus, match=r"en\.md:[0-9]+: no text"):
        load(folder)
    path.write_bytes(whole.encode("cp1251", errors="replace") + b"\xff")
    with pytest.raises(UnreadableCorpus, match=r"en\.md:[0-9]+: cannot be read"):
        load(folder)
    path.write_text(whole, encoding="utf-8")
    path.with_name("uz.md").write_text(whole, encoding="utf-8")
    with pytest.raises(UnreadableCorpus, match=r"uz\.md: the languages are tg, ru, en"):
        load(folder)
    with pytest.raises(UnreadableCorpus, match="nothing is known here"):
        load(folder / "nowhere")
