"""Whole conversations over the fake Bot API: each outcome and «cannot decide yet», in each language."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dialogs.keys import answer_key, fact_key
from dialogs.screen import Language, text
from dialogs.words import Words
from eligibility.facts import Fact
from tests.journeys import JOURNEYS, choices
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone
from tests.telegram.running import running

LABELS = {"done": "button-done", "unsure": "answer-unsure"}


class Family:
    """A phone whose owner reads labels in one language."""

    def __init__(self, phone: Phone, words: Words, language: Language) -> None:
        self.phone, self._words, self._language = phone, words, language

    def word(self, key: str) -> str:
        return self._words.say(text(key), self._language)

    async def press(self, key: str) -> None:
        """Find the button by its words; a tick in front of them makes no difference."""
        label = self.word(key)
        found = next(button.label for button in self.phone.card.all_buttons if button.label.lstrip("✓▫ ") == label)
        await self.phone.press(found)

    async def begin(self) -> None:
        await self.phone.say("/start")
        await self.press("language-name")
        await self.press("button-begin")

    async def answer(self, name: str) -> None:
        for card, taps in choices(JOURNEYS[name]):
            fact = Fact(card.removeprefix("ask-"))
            assert self.word(fact_key(fact)) in self.phone.card.text
            for tap in taps:
                await self.press(LABELS.get(tap) or answer_key(fact, tap.partition(":")[2]))


@pytest.fixture
async def api(tmp_path: Path) -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as server, running(server, tmp_path):
        yield server
        assert server.violations == []


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", JOURNEYS)
async def test_a_family_reaches_its_outcome(api: FakeBotApi, words: Words, name: str, language: Language) -> None:
    family = Family(Phone(api), words, language)
    await family.begin()
    await family.answer(name)
    await family.press("button-show")
    title = "undecided-title" if name == "undecided" else f"outcome-{name}"
    assert family.word(title) in family.phone.card.text
    assert len(family.phone.messages) == 1
    for label in ("law", "officials", "unsettled") if name != "undecided" else ():
        assert family.word(f"label-{label}") in family.phone.card.text
        assert family.word(f"outcome-{name}.{label}") in family.phone.card.text


async def test_the_whole_chat_is_one_card_that_no_one_can_forward(api: FakeBotApi, words: Words) -> None:
    family = Family(Phone(api), words, Language.TG)
    await family.begin()
    await family.answer("strong_basis")
    assert [message.from_bot for message in family.phone.messages] == [True]
    assert family.phone.card.protected
    assert len(api.calls.of("sendMessage")) == 1


async def test_wipe_leaves_nothing_in_the_chat_and_nothing_in_the_vault(api: FakeBotApi, words: Words) -> None:
    family = Family(Phone(api), words, Language.RU)
    await family.begin()
    await family.answer("strong_basis")
    await family.press("button-wipe")
    await family.phone.until(lambda: not api.live_messages(family.phone.user["id"]))
    assert family.phone.toasts[-1] == "✓"
    await family.phone.say("/start")
    assert family.word("choose-language") in family.phone.card.text
