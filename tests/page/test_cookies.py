"""Who is who: a random cookie names a browser's chat, and nothing else does."""

import re

import pytest

from dialogs.screen import Language
from tests.page.computer import Computer
from tests.page.visitor import Visitor


async def test_the_cookie_ends_with_the_browser_and_no_script_reads_it(visitor: Visitor) -> None:
    answer = await visitor.ask("/open")
    (cookie,) = answer.headers.getall("Set-Cookie")
    assert re.fullmatch(r"chat=[0-9a-f]{32}; HttpOnly; Path=/; SameSite=Strict", cookie)


async def test_a_cookie_is_given_once(visitor: Visitor) -> None:
    assert "Set-Cookie" in (await visitor.ask("/open")).headers
    assert "Set-Cookie" not in (await visitor.ask("/open")).headers


async def test_looking_gives_no_cookie(visitor: Visitor) -> None:
    for path, method in (("/", "GET"), ("/page.js", "GET"), ("/card", "POST")):
        assert "Set-Cookie" not in (await visitor.ask(path, method=method)).headers


@pytest.mark.parametrize(
    "planted", ["0" * 32, "a" * 33, "A" * 32, "", "../../x", "'; DROP TABLE session", "x" * 4_000, '"' + "0" * 32 + '"']
)
async def test_a_planted_cookie_is_not_taken_over(planted: str, visitor: Visitor) -> None:
    answer = await visitor.ask("/open", headers={"Cookie": f"chat={planted}"})
    assert answer.status == 200
    given = answer.cookies["chat"].value
    assert re.fullmatch(r"[0-9a-f]{32}", given)
    assert given != planted


async def test_a_wipe_empties_the_vault_and_takes_the_cookie_away(visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    await visitor.press("answer:tajikistan")
    before = visitor.cookie
    await visitor.press("wipe")
    assert (visitor.seen["wiped"], visitor.is_empty, visitor.seen["toast"]) == (True, True, "✓")
    assert (visitor.cookie, computer.sessions_kept) == ("", 0)
    assert (await visitor.look()).is_empty
    await visitor.open()
    assert visitor.cookie not in ("", before)
    assert visitor.key == "language"


async def test_a_wiped_chats_cookie_opens_nothing_any_more(visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    wiped = visitor.cookie
    await visitor.press("wipe")
    answer = await visitor.ask("/open", headers={"Cookie": f"chat={wiped}"})
    assert answer.cookies["chat"].value != wiped
    assert computer.chat(wiped) is None


@pytest.mark.parametrize("leaving", ["/wipe", "bye", "пока", "хайр"])
async def test_a_word_of_leaving_wipes_too(leaving: str, visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    await visitor.say(leaving)
    assert (visitor.seen["wiped"], computer.sessions_kept) == (True, 0)


async def test_the_code_brings_the_answers_back_after_a_wipe(visitor: Visitor) -> None:
    await visitor.open(Language.TG)
    await visitor.play("strong_basis")
    await visitor.press("save")
    (code,) = (line for kind, line in visitor.seen["card"]["lines"] if kind == "code")
    await visitor.press("wipe")
    await visitor.open(Language.RU)
    await visitor.say(code)
    assert visitor.key == "review"
    await visitor.press("show")
    assert visitor.key == "outcome-strong_basis"


async def test_after_a_day_the_chat_is_over(visitor: Visitor, computer: Computer) -> None:
    await visitor.open(Language.EN)
    before = visitor.cookie
    computer.clock.now += 25 * 3600
    assert (await visitor.look()).is_empty
    await visitor.open()
    assert visitor.cookie not in ("", before)
