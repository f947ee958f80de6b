"""What is written down while families talk: numbers in the log, sealed rows in the vault, nothing they gave away."""

import asyncio
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, cast

import pytest

from bot.log import NOISY, Happened, quieten, report
from bot.telegram.updates import EVENT_TYPE
from dialogs.keys import fact_key
from dialogs.screen import Language, Text, text
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from eligibility.facts import Fact
from knowledge.releases.shelf import Shelf
from tests.bot.parts import Workshop
from tests.bot.process import ROOT, Bots, Home, Process
from tests.bot.walker import Walker
from tests.telegram import strangers
from tests.telegram.attachments import KINDS
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.groups import Group
from tests.telegram.phone import Phone

CANARY = "canary"
"""In every name, file name, text, payload and button of these families, and in every answer that is no JSON."""
FAMILY, GROUP, OTHERS = 8_123_456_789_012, -1_001_987_654_321, 8_223_456_789_000
LINE = re.compile(r"[a-z_]+ ?(?: ?[a-z]+=[0-9.]+)*")
ANSWERS = ("speak:en", "begin", "answer:tajikistan", "answer:serving", "tick:307(1)", "done", "tick:like", "done")
MORE_ANSWERS = ("answer:justification", "answer:before", "answer:none", "show")
CODES = ("justification", "307(1)", "serving")
"""Of these answers; the vault keeps them sealed."""
TROUBLE: tuple[dict[str, Any], ...] = (
    {"status": 500, "description": CANARY},
    {"status": 502, "body": f"<html>{CANARY}</html>".encode()},
    {"status": 200, "body": CANARY.encode()},
    {"status": 400, "description": CANARY},
    {"status": 403, "description": CANARY},
    {"status": 429, "retry_after": 1, "description": CANARY},
    {"reset": True},
)
EXPECTED = (Happened.MALFORMED_UPDATE, Happened.TELEGRAM_SILENT, Happened.TELEGRAM_REFUSED, Happened.ASKED_TO_WAIT)
NEARLY_UNKNOWN = ({"callback_query": None, **strangers.unknown()}, {"message": None, "callback_query": None})
FILES = {"knowledge", "lock", "vault.sqlite", "vault.sqlite-shm", "vault.sqlite-wal"}


def families(api: FakeBotApi, how_many: int) -> list[Phone]:
    return [Phone(api, OTHERS + number, canary=f"{CANARY}{number}") for number in range(how_many)]


async def whole_conversation(api: FakeBotApi, vocabulary: Vocabulary) -> Walker:
    walker = Walker(Phone(api, FAMILY, canary=CANARY), vocabulary)
    walker.phone.post(text=f"/start {CANARY}")
    await walker.sees_its_first_card()
    for choice in ANSWERS:
        walker.tap(choice)
    walker.say(f"{CANARY} 992900000000")
    for choice in MORE_ANSWERS:
        walker.tap(choice)
    walker.phone.tap_raw(CANARY)
    await walker.sees_its_last_turn()
    return walker


async def everything_unwanted(api: FakeBotApi) -> None:
    """Each thing from a family of its own, so that none waits for another."""
    phones = families(api, len(KINDS) + 6)
    for phone, kind in zip(phones, KINDS, strict=False):
        phone.send(kind, caption=CANARY)
    forwarder, album, editor, talker, caller, tapper = phones[len(KINDS) :]
    forwarder.forward()
    album.album(3, caption=CANARY)
    editor.edit(editor.post(text=CANARY), f"{CANARY} again")
    talker.post(text=f"{CANARY} \ud83d <b>{CANARY}</b> 307¹")
    caller.post(text=f"/{CANARY} {CANARY}")
    tapper.tap_raw(CANARY, 5)
    group = Group(api, GROUP)
    group.invite()
    group.says(CANARY)
    for raw in (*strangers.malformed(), *strangers.inline(), *strangers.other(1), strangers.unknown(), *NEARLY_UNKNOWN):
        api.inject(raw)
    await asyncio.gather(*(answered(phone) for phone in phones))


async def answered(phone: Phone) -> None:
    await phone.until(lambda: phone.cards or phone.toasts, 20)


async def trouble_of_every_kind(api: FakeBotApi) -> None:
    phones = families(api, 3 * len(TROUBLE))
    for phone, (method, trouble) in zip(phones, kinds_of_trouble(), strict=True):
        api.refuse_next(method, chat_id=phone.chat_id, **trouble)
        phone.post(text=f"/start {CANARY}")
        phone.tap_raw(CANARY, 5)
    await asyncio.gather(*(phone.settle(20, 0.5) for phone in phones))


def kinds_of_trouble() -> Iterator[tuple[str, dict[str, Any]]]:
    for method in ("sendMessage", "answerCallbackQuery", "deleteMessages"):
        for trouble in TROUBLE:
            yield method, trouble


def traces(home: Home, api: FakeBotApi) -> set[str]:
    """What lies anywhere in the bot's home and gives somebody away."""
    everything = b"".join(file.read_bytes() for file in home.folder.rglob("*") if file.is_file())
    held = b"".join(file.read_bytes() for file in home.data.iterdir() if file.is_file())
    needles = {CANARY, str(FAMILY), str(-GROUP), str(OTHERS)[:9], api.token, api.token.partition(":")[2]}
    numbers = {str(number): number.to_bytes(6, "big") for number in (FAMILY, OTHERS)}
    found = {needle for needle in needles if needle.encode() in everything}
    found |= {f"{needle} in binary" for needle, packed in numbers.items() if packed in everything}
    return found | {code for code in CODES if code.encode() in held}


def only_numbers(process: Process) -> bool:
    return process.out == "" and all(LINE.fullmatch(line) for line in process.err.splitlines())


@pytest.mark.slow
async def test_nothing_that_families_give_away_is_written_anywhere(
    bots: Bots, api: FakeBotApi, vocabulary: Vocabulary
) -> None:
    process = bots.fork(api)
    await whole_conversation(api, vocabulary)
    assert traces(bots.home, api) == set()
    await everything_unwanted(api)
    assert traces(bots.home, api) == set()
    await trouble_of_every_kind(api)
    assert await process.stopped() == 0
    assert traces(bots.home, api) == set()
    assert only_numbers(process), process.said()
    assert {
        event for event in ("malformed_update", "telegram_silent", "asked_to_wait") if event not in process.err
    } == set()


async def test_what_was_on_its_way_when_it_was_killed_lies_sealed(
    bots: Bots, api: FakeBotApi, vocabulary: Vocabulary
) -> None:
    """In the inbox, in the outbox, in the sweep list and in their log."""
    process = bots.fork(api)
    walker = await whole_conversation(api, vocabulary)
    api.hold("editMessageText")
    api.hold("deleteMessages")
    for number in range(10):
        walker.say(f"{CANARY} {number}")
    await walker.phone.until(lambda: api.updates.waiting_for(FAMILY) == 0)
    await process.killed()
    assert (bots.home.data / "vault.sqlite-wal").stat().st_size > 0
    assert traces(bots.home, api) == set()
    assert only_numbers(process), process.said()


async def test_it_writes_no_file_but_those_of_the_vault_and_of_the_release(
    bots: Bots, api: FakeBotApi, vocabulary: Vocabulary
) -> None:
    process = bots.fork(api)
    await whole_conversation(api, vocabulary)
    assert {file.name for file in bots.home.data.iterdir()} == FILES
    releases = bots.home.data / "knowledge/releases"
    assert {file.name for file in releases.iterdir()} == {"1", "active.json", "lock"}
    assert not Shelf(releases).verify(1)
    assert [list(bots.home.made(name).iterdir()) for name in ("home", "tmp")] == [[], []]
    assert {file.name for file in process.folder.iterdir()} == {"stdin", "stdout", "stderr"}
    assert (process.folder / "stdin").stat().st_size == 0


class Stumbling:
    """In place of words or a vocabulary: whatever is asked of it, it fails with what the family said."""

    def __getattr__(self, name: str) -> Any:
        raise ValueError(f"{CANARY} {name}")


class Stuttering:
    """The real words, until it is told to fail."""

    def __init__(self, words: Words) -> None:
        self._words, self.fails = words, False

    def say(self, said: Text, language: Language) -> str:
        if self.fails:
            raise ValueError(f"{CANARY} {said}")
        return self._words.say(said, language)


class Kept(logging.Handler):
    """All that is logged, with the traceback that a formatter would add."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.said += f"{record.name} {record.getMessage()} {record.exc_info}\n"


@pytest.fixture
def kept() -> Iterator[Kept]:
    """What is heard where the process would be heard; the loggers are then as before."""
    loggers = [logging.getLogger(name) for name in (None, "dodkhoh", *NOISY)]
    before = [(list(each.handlers), each.propagate, each.level) for each in loggers]
    quieten()
    ears = Kept()
    for logger in loggers[:2]:
        logger.addHandler(ears)
        logger.setLevel(logging.INFO)
    yield ears
    logging.raiseExceptions = True
    for logger, (handlers, propagate, level) in zip(loggers, before, strict=True):
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)


async def test_a_turn_that_fails_is_counted_and_the_family_goes_on(
    workshop: Workshop, words: Words, kept: Kept, capfd: pytest.CaptureFixture[str]
) -> None:
    async with workshop.parts(vocabulary=cast("Vocabulary", Stumbling())):
        walker = Walker(Phone(workshop.api), words.vocabulary())
        await walker.begin()
        walker.tap("speak:en")
        await walker.sees_its_last_turn()
        walker.phone.post(text=CANARY)
        await walker.phone.sees(words.say(text("remark-again"), Language.EN))
        await walker.phone.press(0)
        await walker.phone.sees(words.say(text(fact_key(Fact.JURISDICTION)), Language.EN))
    assert [f"{Happened.TURN_FAILED} tries={number}" in kept.said for number in range(5)] == [False, *[True] * 3, False]
    assert CANARY not in kept.said + "".join(capfd.readouterr())


async def test_a_card_that_cannot_be_drawn_is_counted_and_drawn_later(
    workshop: Workshop, words: Words, kept: Kept, capfd: pytest.CaptureFixture[str]
) -> None:
    stuttering = Stuttering(words)
    async with workshop.parts(words=cast("Words", stuttering)) as parts:
        walker = await parts.begun(Phone(workshop.api))
        stuttering.fails = True
        walker.tap("begin")
        await walker.phone.until(lambda: Happened.TELEGRAM_SILENT in kept.said)
        stuttering.fails = False
        parts.look(5.0)
        await walker.sees_its_last_turn()
    assert CANARY not in kept.said + "".join(capfd.readouterr())


def test_every_logger_but_our_own_is_silent() -> None:
    """Asked of all loggers that exist once the bot and the page are imported."""
    program = """
import logging, bot.page.start, bot.telegram.start
from bot.log import quieten
quieten()
names = sorted(logging.root.manager.loggerDict)
print(len(names))
for name in names:
    logging.getLogger(name).critical("canary of %s", name)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)  # noqa: S603  # our own
    assert int(done.stdout) > 15
    assert {line for line in done.stderr.splitlines() if not line.startswith("canary of dodkhoh")} == set()


def test_a_report_takes_numbers_only(capfd: pytest.CaptureFixture[str]) -> None:
    """The two marks are checked by mypy: where strings were allowed, it would call them unused."""
    with pytest.raises((TypeError, ValueError)) as refused:
        report(Happened.STARTED, name=CANARY)  # type: ignore[arg-type]
    assert CANARY not in str(refused.value)
    with pytest.raises(AttributeError):
        report(CANARY)  # type: ignore[arg-type]
    assert CANARY not in "".join(capfd.readouterr())


async def test_aiogram_remembers_no_update(workshop: Workshop) -> None:
    """It keeps the last 128 whole, unless it is made to forget."""
    async with workshop.parts():
        walker = Walker(Phone(workshop.api), workshop.words.vocabulary())
        await walker.begin()
    assert EVENT_TYPE.cache_info().currsize == 0
