"""Nobody's name gets into the texts; the names of offices, places, acts and outlets do."""

import pytest

from knowledge import strict_yaml
from knowledge.checks.names import LIST, named, persons, strangers
from knowledge.checks.problem import Wrong
from knowledge.checks.vocabulary import spoken_in
from knowledge.corpus import FOLDER, items
from knowledge.sheet import LANGUAGES
from tests.knowledge.checks.copied import ARTICLE, LAW, REPORT, Copy

INITIALS = ["А. Каримов", "А.Б. Каримов", "А. Б. Назар", "Ғ. Ҳақназар", "J. Smith", "J. R. Smith", "J.Smith"]
SURNAMES = """Каримов Каримова Каримову Каримовым Каримовых Каримовой Каримовро Каримови Алиев Алиева Алиевой Алиевро
Воробьёв Воробьёву Раҳмонзода Раҳмонзодаро Рахмонзоде Рахмонзодой Норзод Ғафуриён Шарипур Сангинович Сангиновича
Сангиновна Karimov Karimova Karimov's Aliev Alieva Rahmonzoda Rahmonzade Norzod Ghafuriyon Sharipur Sanginovich
Sanginovna"""
FIRST_WORDS = ["{}", "{} ба суд рафт.", "{} сказал это.", "{} said so.", "Ин суд аст. {} гуфт."]
"""Where a capital alone tells nothing."""


@pytest.mark.parametrize("name", INITIALS)
@pytest.mark.parametrize("place", FIRST_WORDS)
def test_initials_before_a_name_are_a_person_wherever_they_stand(name: str, place: str) -> None:
    assert any(each in name for each in persons(place.format(name)))


@pytest.mark.parametrize("name", SURNAMES.split())
@pytest.mark.parametrize("place", FIRST_WORDS)
def test_a_surname_is_known_by_its_ending_in_three_languages(name: str, place: str) -> None:
    assert persons(place.format(name)) == [name.removesuffix("'s")] or persons(place.format(name)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Бино ба гуфти Фирдавс, ин ҳукм аст.",
        "Как рассказал Умед, это приговор.",
        "As Zarina said, this is a verdict.",
        "маҳкумшуда («Фирдавс») озод шуд",
        "осуждённая (Зарина) освобождена",
        "the convict – Umed – was released",
        'the convict ("Umed") was released',
    ],
)
def test_an_unknown_word_with_a_capital_inside_a_sentence_is_a_stranger(text: str) -> None:
    assert strangers(text)
    assert set(strangers(text)) <= {"Фирдавс", "Умед", "Zarina", "Зарина", "Umed"}


OFFICES = [
    "Раиси Суди Олӣ гуфт, ки судҳо омодаанд.",
    "Прокурори генералӣ дар Маҷлиси Олӣ ҳисобот дод.",
    "Президенти Ҷумҳурии Тоҷикистон ба «Азия-Плюс» гуфт.",
    "По словам председателя Верховного Суда, суды готовы.",
    "Генеральный прокурор отчитался перед Маджлиси Оли, сообщила «Фергана».",
    "Кодекс Республики Таджикистан, статья 307(1), примечание.",
    "The chairman of the Supreme Court told Asia-Plus that the courts are ready.",
    "According to RFE and CABAR, the Prosecutor General of Tajikistan reported in February 2026.",
    "На суд, балки прокурор. Суд готов. The court is ready.",
]


@pytest.mark.parametrize("text", OFFICES)
def test_offices_places_acts_and_outlets_are_nobody(text: str) -> None:
    assert (persons(text), strangers(text)) == ([], [])


FIRST_IN_A_SENTENCE = [
    ("tg", "Рустам омад. "),
    ("tg", "Ин ҳукм аст. Мадина рафт. "),
    ("ru", "Рустам пришёл домой. "),
    ("ru", "Это приговор! «Зарина» ушла. "),
    ("ru", "Это приговор? (Зарина ушла.) "),
    ("en", "Rustam came home. "),
    ("en", "This is a verdict. “Zarina's” is another. "),
    ("en", "This is a verdict/Zarina. "),
]


@pytest.mark.parametrize(("language", "text"), FIRST_IN_A_SENTENCE)
def test_a_word_that_is_only_ever_written_with_a_capital_is_a_stranger_at_the_beginning_too(
    copy: Copy, language: str, text: str
) -> None:
    copy.change(LAW, language, r"(?<=\n---\n)", text)
    ((file, what, told),) = copy.problems()
    assert (file, what) == (f"corpus/{LAW}/{language}.md", Wrong.PERSONAL_NAME)
    assert told.removesuffix("'s") in {"Рустам", "Мадина", "Зарина", "Rustam", "Zarina"}


@pytest.mark.parametrize(("language", "text"), [("tg", "Калон аст. "), ("ru", "Дверь. "), ("en", "Doors are shut. ")])
def test_a_word_that_some_text_of_the_folder_has_in_small_letters_is_nobody(
    copy: Copy, language: str, text: str
) -> None:
    copy.change(LAW, language, r"(?<=\n---\n)", text)
    copy.change(REPORT, language, r"(?<=\n---\n)", text.lower())
    assert copy.problems() == []


def test_nobody_is_named_in_the_real_corpus() -> None:
    spoken = spoken_in(FOLDER)
    assert [problem for item in items() for problem in named(item, spoken)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("place", "old"),
    [
        (LAW, '^title: "'),
        (ARTICLE, '^source: "'),
        (REPORT, '^label: "'),
        (REPORT, r"(?<=^## groundless )"),
        (REPORT, r"(?<=\n\n)(?=\S.*\n\n## groundless )"),
        (LAW, r"(?<=\n---\n)"),
    ],
    ids=["title", "source", "label", "heading", "section", "lead"],
)
def test_a_name_is_found_wherever_a_sheet_speaks(copy: Copy, language: str, place: str, old: str) -> None:
    begun = old.removeprefix("^") if old.startswith("^") else ""
    name = "Karimova" if language == "en" else "Каримова"
    copy.change(place, language, old, f"{begun}{name}, ")
    ((file, what, told),) = copy.problems()
    assert (file, what, name in told) == (f"corpus/{place}/{language}.md", Wrong.PERSONAL_NAME, True)


def test_every_name_of_a_sheet_is_told_once_and_in_order(copy: Copy) -> None:
    copy.change(LAW, "en", "^Law No", "As Umed Karimov and Zarina and Karimov said, Law No")
    assert copy.problems() == [(f"corpus/{LAW}/en.md", Wrong.PERSONAL_NAME, "Karimov, Umed, Zarina")]


def test_the_list_of_known_names_holds_words_by_language_and_no_surname() -> None:
    listed = strict_yaml.load(LIST.read_text(encoding="utf-8"))
    assert isinstance(listed, dict)
    assert tuple(listed) == LANGUAGES
    for lines in listed.values():
        assert isinstance(lines, list)
        words = " ".join(map(str, lines)).split()
        assert not [word for word in words if word in SURNAMES.split()]
