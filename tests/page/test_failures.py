"""When something fails: the card as it was, one line that says so, and not a word of anybody's in any log."""

import asyncio
import logging
import re
import shutil
from pathlib import Path

import pytest

from bot.page import minutes
from dialogs.screen import Language, text
from dialogs.vocabulary import Vocabulary
from dialogs.words import TEXTS, Words
from knowledge.corpus import load
from tests.page.computer import Computer, running
from tests.page.visitor import Visitor

REFUSING = "CREATE TRIGGER refuse BEFORE UPDATE ON session BEGIN SELECT RAISE(ABORT, 'refused'); END"
CANARY = "kanareika"


@pytest.fixture
def tongue_tied(tmp_path: Path) -> Words:
    """The real words, but for the second question."""
    shutil.copytree(TEXTS, tmp_path / "texts")
    for file in (tmp_path / "texts").rglob("*.ftl"):
        source = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^fact-stage =", "fact-hidden =", source, flags=re.MULTILINE), encoding="utf-8")
    return Words.load(load(), {"bot": "none", "hotline": "none"}, tmp_path / "texts")


async def test_a_turn_that_cannot_be_kept_shows_the_card_as_it_was(visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    before = visitor.chat
    computer.sql(REFUSING)
    await visitor.press("answer:tajikistan")
    assert visitor.sees("remark-again")
    assert visitor.sees("fact-jurisdiction")
    assert visitor.chat == before
    computer.sql("DROP TRIGGER refuse")
    await visitor.press("answer:tajikistan")
    assert visitor.key == "ask-stage"


async def test_where_nothing_can_be_read_the_browser_keeps_its_cookie(visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    cookie = visitor.cookie
    computer.sql("ALTER TABLE session RENAME TO hidden")
    await visitor.say(CANARY)
    assert all(computer.words.say(text("remark-again", each), each) in visitor.card for each in Language)
    assert visitor.cookie == cookie
    computer.sql("ALTER TABLE hidden RENAME TO session")
    assert (await visitor.look()).key == "ask-jurisdiction"


async def test_a_card_that_cannot_be_drawn_undoes_the_turn(
    tmp_path: Path, vocabulary: Vocabulary, tongue_tied: Words
) -> None:
    async with running(tmp_path, tongue_tied, vocabulary) as computer:
        visitor = Visitor(computer)
        await visitor.open(Language.EN)
        await visitor.press("answer:tajikistan")
        assert visitor.sees("remark-again")
        assert visitor.key == "ask-jurisdiction"
        await visitor.close()


async def test_a_tampered_session_begins_anew(visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    computer.sql("UPDATE session SET body = zeroblob(100)")
    assert (await visitor.look()).is_empty
    assert computer.sessions_kept == 0


async def test_a_session_of_no_released_version_begins_anew(visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    with computer.vault.transaction() as tx:
        tx.sessions.save(computer.vault.lane("page", visitor.cookie), b"{}")
    await visitor.open()
    assert visitor.key == "language"


async def test_nothing_typed_is_ever_logged(
    visitor: Visitor, computer: Computer, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    await visitor.open(Language.EN)
    cookie = visitor.cookie
    await visitor.say(CANARY)
    await visitor.ask("/say", '{"text": "' + CANARY)
    await visitor.ask("/" + CANARY, method="GET")
    await visitor.ask("/card", headers={"Host": CANARY})
    computer.sql(REFUSING)
    await visitor.say(CANARY)
    computer.sql("DROP TABLE session")
    await visitor.say(CANARY)
    await malformed(computer, f"POST /say HTTP/1.1\r\n{CANARY}\r\n\r\n")
    await malformed(computer, f"{CANARY}\x00\r\n\r\n")
    written = caplog.text + "".join(capfd.readouterr())
    assert CANARY not in written
    assert cookie not in written
    assert "turn_failed" in written


async def test_what_is_over_goes_within_the_minute(
    visitor: Visitor, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(minutes, "MINUTE", 0.01)
    await computer.stop()
    await computer.start()
    await visitor.open(Language.EN)
    computer.clock.now += 25 * 3600
    for _ in range(200):
        await asyncio.sleep(0.01)
        if not computer.sessions_kept:
            break
    assert computer.sessions_kept == 0


async def malformed(computer: Computer, request: str) -> None:
    reader, writer = await asyncio.open_connection(*computer.bound)
    writer.write(request.encode())
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    assert answer.split()[1] == b"400"
