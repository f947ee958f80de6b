"""The words: equal in three languages, short enough for a phone, and nothing on a locked screen that could harm."""

import re
from functools import cache
from pathlib import Path

import pytest

from dialogs.commands import NAMES
from dialogs.draw import Drawn, draw, plain
from dialogs.fluent_files import MissingWords, compare, keys, read_texts
from dialogs.keys import answer_key, fact_key, note_key, outcome_key
from dialogs.screen import Kind, Language, text
from dialogs.show import show
from dialogs.words import TEXTS, Words
from eligibility.assess import assess
from eligibility.facts import ANSWERS, Fact
from eligibility.notes import NOTE_BASIS, Note
from eligibility.rules import RULES, Outcome
from knowledge.corpus import load
from tests.dialogs.cards import endings, sessions
from tests.dialogs.gate import strange, too_long, too_wide, untranslated, written

PREVIEW = 60
"""Characters that a locked phone may show."""

EVERYWHERE = "экстрем|экстремис|терр|extrem|лайк|307|179|189"
ALARMING = {
    Language.TG: f"{EVERYWHERE}|ҳукм|суд|ҷиноят|маҳкум|маҳбас|зиндон|ифрот|авф|модда|полис|муфаттиш|айб",
    Language.RU: f"{EVERYWHERE}|пригов|суд|преступ|осужд|тюрьм|колони|амнист|стать|милиц|следств|обвин",
    Language.EN: f"{EVERYWHERE}|verdict|court|crim|convict|prison|jail|amnest|article|like|police|investig|accus",
}
TYPED = ("typed-", "header-languages")


@pytest.fixture(scope="module", params=Language)
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.fixture(scope="module")
def drawn(words: Words, language: Language) -> list[tuple[str, Drawn]]:
    return [(show(session).key, draw(show(session), words)) for session in sessions(language)]


@cache
def source(language: Language) -> str:
    return read_texts(TEXTS / language.value)


def test_no_key_is_missing_and_no_variable_differs() -> None:
    compare({language: source(language) for language in Language})


@pytest.mark.parametrize("change", [("header =", "heading ="), ("$number", "$nummer"), ("save-title =", "=save-title")])
def test_a_missing_key_a_variable_that_differs_and_a_broken_line_stop_the_start(
    change: tuple[str, str], tmp_path: Path
) -> None:
    for each in Language:
        folder = tmp_path / each.value
        folder.mkdir()
        words = source(each).replace(*change) if each is Language.TG else source(each)
        (folder / "all.ftl").write_text(words, encoding="utf-8")
    with pytest.raises(MissingWords):
        Words.load(load(), {"bot": "none", "hotline": "none"}, tmp_path)


def test_telegram_counts_units_and_takes_4096_of_them() -> None:
    cards = {text: Drawn(((Kind.PLAIN, text),), ()) for text in ("ӯ" * 4096, "ӯ" * 4097, "🧹" * 2048, "🧹" * 2049)}
    assert list(too_long(cards.items()).values()) == [4097, 4098]


def test_every_card_keeps_to_the_limits_of_a_message(drawn: list[tuple[str, Drawn]]) -> None:
    assert too_long(drawn) == {}


def test_every_label_fits_a_phone(drawn: list[tuple[str, Drawn]]) -> None:
    assert too_wide(drawn) == set()


def test_no_card_shows_a_tag_or_a_placeholder(drawn: list[tuple[str, Drawn]]) -> None:
    assert strange(drawn) == {}


def test_a_locked_phone_shows_nothing_that_alarms(language: Language, drawn: list[tuple[str, Drawn]]) -> None:
    previews = {plain(card)[:PREVIEW].lower() for _, card in drawn}
    assert {preview for preview in previews if re.search(ALARMING[language], preview)} == set()


def test_the_menu_of_commands_says_nothing_that_alarms(words: Words, language: Language) -> None:
    menu = [words.say(text(f"command-{name}"), language) for name in NAMES]
    assert [line for line in menu if re.search(ALARMING[language], line.lower()) or len(line) > PREVIEW] == []


@pytest.mark.parametrize("other", [Language.TG, Language.RU])
def test_every_number_is_the_same_in_all_three_languages(other: Language, words: Words) -> None:
    differing = {}
    for key in words.keys:
        if not key.startswith(TYPED) and (numbers(source(other), key) != numbers(source(Language.EN), key)):
            differing[key] = numbers(source(other), key), numbers(source(Language.EN), key)
    assert differing == {}


def numbers(texts: str, key: str) -> list[str]:
    return sorted(re.findall(r"\d+", written(texts).get(key, "")))


def test_every_fact_answer_outcome_and_note_has_its_words(words: Words) -> None:
    needed = {fact_key(fact, each) for fact in Fact for each in (None, "name", "hint", "why", "where")}
    needed |= {answer_key(fact, answer) for fact in Fact for answer in ANSWERS[fact]}
    parts = (None, "law", "officials", "unsettled", "steps")
    needed |= {outcome_key(outcome, each) for outcome in Outcome for each in parts}
    needed |= {note_key(note) for note in Note} | {f"{note_key(note)}.text" for note in Note}
    assert needed <= words.keys


def test_every_basis_has_a_label_a_digest_and_a_source(words: Words, language: Language) -> None:
    cited = {citation for rule in RULES for citation in rule.basis}
    cited |= {citation for basis in NOTE_BASIS.values() for citation in basis}
    for citation in cited:
        for about in ("label", "kind", "digest", "source"):
            assert words.say(text(f"{about}:{citation}"), language)


def test_no_key_lies_unused(words: Words) -> None:
    """Keys are named whole or built from ids in the code; a page's own keys are named in the page's code."""
    code = "\n".join(
        path.read_text(encoding="utf-8") for root in ("dialogs", "bot") for path in Path(root).rglob("*.py")
    )
    whole = (
        "fact",
        "answer",
        "outcome",
        "note",
        "stage",
        "typed",
        "command",
        "button",
        "label",
        "privacy",
        "page",
        "kind",
    )
    built = tuple(f"{name}-" for name in whole)
    names = {key.partition(".")[0] for key in words.keys}
    assert {name for name in names if not name.startswith(built) and f'"{name}"' not in code} == set()


@pytest.mark.parametrize("other", [Language.TG, Language.RU])
def test_no_text_was_left_in_another_language(other: Language) -> None:
    assert untranslated({each: source(each) for each in Language}, other) == set()


def test_the_enumeration_of_endings_reaches_every_outcome() -> None:
    reached = {outcome for facts in endings() if (found := assess(facts)).decided for outcome in found.outcomes}
    assert reached == set(Outcome)


SELECTING = "a = { $x }\n    .b = { $y ->\n        [one] 1\n       *[other] { $z }\n    }\n"


def test_keys_are_listed_with_their_variables() -> None:
    assert dict(keys(SELECTING)) == {"a": {"x"}, "a.b": {"y", "z"}}
