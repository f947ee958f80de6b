"""The interview over HTTP: the same screens and the same session rules as everywhere."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from dialogs.screen import Language
from tests.journeys import JOURNEYS
from tests.page.computer import Computer
from tests.page.visitor import Visitor


async def test_a_first_visit_finds_an_empty_chat_and_leaves_nothing(visitor: Visitor, computer: Computer) -> None:
    await visitor.look()
    assert visitor.is_empty
    assert (visitor.seen["language"], visitor.seen["toast"], visitor.seen["wiped"]) == (None, None, False)
    assert (computer.sessions_kept, visitor.cookie) == (0, "")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("journey", JOURNEYS)
async def test_every_journey_ends_where_the_rules_say(journey: str, language: Language, visitor: Visitor) -> None:
    await visitor.open(language)
    await visitor.play(journey)
    assert visitor.key == "review"
    await visitor.press("show")
    assert visitor.key == f"outcome-{journey}"
    assert visitor.sees("undecided-title" if journey == "undecided" else f"outcome-{journey}")
    assert visitor.seen["language"] == language


async def test_a_button_carries_its_epoch_turn_and_place(visitor: Visitor) -> None:
    await visitor.open(Language.EN)
    chat = visitor.chat
    *places, wipe = [button["data"] for button in visitor.buttons]
    assert places == [f"{chat.epoch}.{chat.count}.{place}" for place in range(len(places))]
    assert wipe == f"{chat.epoch}.wipe"


async def test_an_old_button_shows_the_present_card_and_says_so(visitor: Visitor) -> None:
    await visitor.open(Language.EN)
    old = visitor.data("answer:other_country")
    await visitor.press("answer:tajikistan")
    now = visitor.chat
    await visitor.do("/tap", data=old)
    assert visitor.seen["toast"] == "This button is old. The card now shows where you are."
    assert (visitor.key, visitor.chat) == ("ask-stage", now)


@pytest.mark.parametrize(
    "forged", ["", "1", "x" * 500, "00000000.0.0", "{epoch}.{count}.99", "{epoch}.{count}.-1", "{epoch}.{count}.0\n"]
)
async def test_a_forged_button_moves_nothing(forged: str, visitor: Visitor) -> None:
    await visitor.open(Language.RU)
    chat = visitor.chat
    await visitor.do("/tap", data=forged.format(epoch=chat.epoch, count=chat.count))
    assert visitor.chat == chat
    assert visitor.seen["toast"]


async def test_a_button_of_another_browser_is_forged_here(new_visitor: Callable[[], Awaitable[Visitor]]) -> None:
    here, there = await new_visitor(), await new_visitor()
    await here.open(Language.EN)
    await there.open(Language.EN)
    await here.do("/tap", data=there.data("answer:other_country"))
    assert (here.key, there.key) == ("ask-jurisdiction", "ask-jurisdiction")


async def test_two_browsers_know_nothing_of_each_other(new_visitor: Callable[[], Awaitable[Visitor]]) -> None:
    here, there = await new_visitor(), await new_visitor()
    await here.open(Language.TG)
    await there.open(Language.RU)
    await here.press("answer:tajikistan")
    assert (here.key, (await there.look()).key) == ("ask-stage", "ask-jurisdiction")
    await there.press("wipe")
    assert (await here.look()).key == "ask-stage"


async def test_after_a_restart_the_same_card_is_there(visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    await visitor.press("answer:tajikistan")
    before = visitor.seen
    await computer.stop()
    await computer.start()
    assert (await visitor.look()).seen == before
    await visitor.press("answer:serving")
    assert visitor.key == "ask-articles"


async def test_typed_articles_are_ticked_and_typed_words_chosen(visitor: Visitor) -> None:
    await visitor.open(Language.EN)
    await visitor.say("Tajikistan")
    await visitor.say("serving")
    await visitor.say("307(1) and 179(3)")
    assert visitor.chat.session.ticks == {"307(1)", "179(3)"}
    await visitor.say("done")
    assert visitor.key == "ask-conduct"


async def test_a_date_is_of_the_future_by_the_computers_own_calendar(visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    await visitor.play("strong_basis", until="ask-verdict_time")
    today = date.fromtimestamp(computer.clock.now)  # noqa: DTZ012  # the reader's own calendar is what is meant
    await visitor.say(today.replace(year=today.year + 1).strftime("%d.%m.%Y"))
    assert visitor.sees("remark-date-future")


async def test_a_file_is_not_taken_and_the_chat_says_why(visitor: Visitor) -> None:
    await visitor.open(Language.EN)
    await visitor.do("/send", kind="file")
    assert visitor.sees("remark-file")
    assert visitor.key == "ask-jurisdiction"
    await visitor.open()
    assert not visitor.sees("remark-file")


async def test_what_is_typed_into_an_empty_chat_is_heard(visitor: Visitor) -> None:
    await visitor.say("hello")
    assert visitor.key == "language"
    assert visitor.sees("remark-choose-language")
    assert len(visitor.cookie) == 32


async def test_before_a_language_is_chosen_every_word_is_in_all_three(visitor: Visitor) -> None:
    await visitor.open()
    assert list(visitor.seen["page"]) == ["tg", "ru", "en"]
    await visitor.do("/tap", data="00000000.0.0")
    assert len(visitor.seen["toast"].splitlines()) == 3
    await visitor.press("speak:ru")
    assert list(visitor.seen["page"]) == ["ru"]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><svg onload=alert(1)>',
        "javascript:alert(1)",
        "{{7*7}}",
        "${7*7}",
        "' OR 1=1; DROP TABLE session; --",
        "\x00\x01",
        "\ud800",
        "\u202e321",
        "a" * 4096,
        "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 100,
    ],
)
async def test_hostile_text_changes_nothing_and_is_never_shown(hostile: str, visitor: Visitor) -> None:
    await visitor.open(Language.EN)
    before = visitor.chat.session
    await visitor.say(hostile)
    assert (visitor.chat.session.facts, visitor.chat.session.spot) == (before.facts, before.spot)
    assert hostile not in visitor.card
    assert visitor.chat.session.remark is not None
