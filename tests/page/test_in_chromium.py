"""The page as somebody meets it on a phone: every card of an interview, in each language, pressed and typed."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import pytest_asyncio

from dialogs.screen import Language, text
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from tests.page.chromium import Phone, chromium, open_phone
from tests.page.computer import Computer, running
from tests.page.layout import problems, too_faint

if TYPE_CHECKING:
    from playwright.async_api import Browser

ONE_LOOP: Final = "module"
"""One browser for all of these tests: starting it takes longer than most of them."""

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope=ONE_LOOP)]


@pytest_asyncio.fixture(scope="module", loop_scope=ONE_LOOP)
async def browser() -> AsyncIterator["Browser"]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope=ONE_LOOP)
async def computer(tmp_path: Path, words: Words, vocabulary: Vocabulary) -> AsyncIterator[Computer]:
    async with running(tmp_path, words, vocabulary) as computer:
        yield computer


@pytest_asyncio.fixture(loop_scope=ONE_LOOP)
async def phone(browser: "Browser", computer: Computer) -> AsyncIterator[Phone]:
    phone = await open_phone(browser, computer)
    yield phone
    await phone.context.close()
    assert phone.faults == []


@pytest.mark.parametrize("language", Language)
async def test_a_whole_interview_lies_well_on_every_screen(language: Language, phone: Phone) -> None:
    found = await problems(phone)
    await phone.start()
    found += await problems(phone)
    await phone.press(f"speak:{language}")
    assert await phone.page.get_attribute("html", "lang") == language
    found += await problems(phone)
    await phone.press("begin")
    async for card in phone.play("strong_basis"):
        found += await problems(phone)
        if card == "ask-articles":
            await phone.say("3071")
            assert await phone.key() == "readings"
            found += await problems(phone)
            await phone.press("back")
        for beside in ("why", "where"):
            await phone.press(beside)
            found += await problems(phone)
            await phone.press("back")
    for name in ("show", "would-change", "back", "basis", "back", "save", "back", "language", "back", "wipe"):
        found += await problems(phone)
        await phone.press(name)
    assert found == []


@pytest.mark.parametrize("language", Language)
async def test_the_outcome_is_reached_and_back_leads_back(language: Language, phone: Phone) -> None:
    await phone.start(language)
    await phone.press("begin")
    async for card in phone.play("strong_basis"):
        if card == "ask-articles":
            await phone.press("back")
            assert await phone.key() == "ask-stage"
            await phone.press("answer:serving")
    await phone.press("show")
    assert await phone.sees("outcome-strong_basis")
    assert await phone.page.locator("#card .label").count() == 4


async def test_typed_articles_are_seen_going_and_then_ticked(phone: Phone) -> None:
    await phone.start(Language.EN)
    await phone.press("begin")
    async for _ in phone.play("strong_basis", until="ask-articles"):
        pass
    await phone.page.fill("#text", "307(1)")
    await phone.page.press("#text", "Enter")
    assert await phone.page.inner_text("#outgoing") == "307(1)"
    assert await phone.page.input_value("#text") == ""
    await phone.settle()
    assert not await phone.page.is_visible("#outgoing")
    assert await phone.sees("remark-article-ticked")
    assert await phone.page.locator(".row button", has_text="✓").count() == 1


async def test_the_paper_clip_opens_no_file_and_says_why(phone: Phone) -> None:
    await phone.start(Language.EN)
    await phone.page.click("#attach")
    assert "📎" in await phone.page.inner_text("#outgoing")
    await phone.settle()
    assert await phone.sees("remark-file")
    assert await phone.page.locator("input[type=file]").count() == 0


async def test_the_language_changes_mid_way_and_the_place_stays(phone: Phone, computer: Computer) -> None:
    await phone.start(Language.EN)
    await phone.press("begin", "answer:tajikistan", "language", "speak:ru")
    assert await phone.key() == "ask-stage"
    assert await phone.sees("fact-stage")
    assert await phone.page.get_attribute("html", "lang") == "ru"
    assert await phone.page.inner_text("#strip") == computer.words.say(text("page-strip"), Language.RU)
    placeholder = await phone.page.get_attribute("#text", "placeholder")
    assert placeholder == computer.words.say(text("page-say"), Language.RU)


async def test_a_wipe_leaves_an_empty_chat_and_the_code_brings_the_answers_back(
    phone: Phone, computer: Computer
) -> None:
    await phone.start(Language.TG)
    await phone.press("begin")
    async for _ in phone.play("strong_basis"):
        pass
    await phone.press("save")
    code = await phone.page.inner_text("#card .code")
    await phone.press("wipe")
    assert await phone.page.is_visible("#start")
    assert not await phone.page.is_visible("#composer")
    assert (await phone.card(), await phone.context.cookies(), computer.sessions_kept) == ("", [], 0)
    await phone.start(Language.EN)
    await phone.say(code)
    assert await phone.key() == "review"
    await phone.press("show")
    assert await phone.sees("outcome-strong_basis")


async def test_nothing_is_kept_in_the_browser_but_the_cookie(phone: Phone) -> None:
    await phone.start(Language.EN)
    kept = await phone.page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]
    (cookie,) = await phone.context.cookies()
    assert (cookie.get("httpOnly"), cookie.get("sameSite"), cookie.get("expires")) == (True, "Strict", -1)


async def test_an_old_button_in_a_second_tab_says_that_it_is_old(phone: Phone, computer: Computer) -> None:
    await phone.start(Language.EN)
    await phone.press("begin")
    second = await Phone(phone.context, computer).open_page()
    await second.press("answer:tajikistan")
    await phone.page.locator(".row button").first.click()
    await phone.settle()
    assert await phone.page.inner_text("#toast.told") == computer.words.say(text("toast-stale"), Language.EN)
    assert await phone.sees("fact-stage")


async def test_a_double_press_answers_one_question(phone: Phone) -> None:
    await phone.start(Language.EN)
    await phone.press("begin")
    await phone.page.locator(".row button").first.dblclick()
    await phone.settle()
    assert await phone.key() == "ask-stage"


async def test_a_command_in_the_card_can_be_tapped(phone: Phone) -> None:
    await phone.start(Language.EN)
    await phone.page.click("#card a")
    await phone.settle()
    assert await phone.page.is_visible("#start")


async def test_typed_markup_is_text_wherever_it_is_seen(phone: Phone) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    dialogs: list[object] = []
    phone.page.on("dialog", lambda dialog: dialogs.append(dialog))  # noqa: PLW0108  # Playwright marks the function
    await phone.start(Language.EN)
    await phone.page.fill("#text", hostile)
    await phone.page.press("#text", "Enter")
    assert await phone.page.inner_text("#outgoing") == hostile
    await phone.settle()
    assert await phone.page.locator("#outgoing *").count() == 0
    assert dialogs == []


async def test_everything_can_be_done_with_the_keyboard_alone(phone: Phone) -> None:
    await phone.page.keyboard.press("Tab")
    await phone.page.keyboard.press("Enter")
    await phone.settle()
    await tab_to(phone, "English")
    await tab_to(phone, "Begin")
    await tab_to(phone, "Tajikistan")
    await tab_to(phone, "Serving time in prison")
    assert await phone.key() == "ask-articles"
    await tab_to(phone, "▫ 307(1)")
    focused = await phone.page.evaluate(
        "() => [document.activeElement.textContent, getComputedStyle(document.activeElement).outlineStyle]"
    )
    assert (focused[0][:1], focused[1]) == ("✓", "solid")
    await tab_to(phone, "Done")
    assert await phone.key() == "ask-conduct"


async def tab_to(phone: Phone, label: str) -> None:
    """Tab until a button of this beginning holds the focus, then Enter."""
    for _ in range(60):
        await phone.page.keyboard.press("Tab")
        if (await phone.page.evaluate("() => document.activeElement.textContent")).startswith(label):
            break
    else:
        pytest.fail(f"no Tab leads to {label}")
    await phone.page.keyboard.press("Enter")
    await phone.settle()


async def test_a_lost_server_is_said_and_what_was_typed_stands_there_again(phone: Phone, computer: Computer) -> None:
    await phone.start(Language.EN)
    await phone.page.route("**/say", lambda route: route.abort())
    await phone.say("hello")
    assert await phone.page.inner_text("#toast.told") == computer.words.say(text("page-lost"), Language.EN)
    assert await phone.page.input_value("#text") == "hello"
    await phone.page.unroute("**/say")
    await phone.say("begin")
    assert await phone.key() == "ask-jurisdiction"
    assert [each for each in phone.faults if "/say" not in each and "ERR_FAILED" not in each] == []
    phone.faults.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_in_light_and_dark(scheme: str, browser: "Browser", computer: Computer) -> None:
    phone = await open_phone(browser, computer, color_scheme=scheme)
    found = await too_faint(phone)
    await phone.start(Language.EN)
    await phone.say("hello")
    found += await too_faint(phone)
    await phone.press("begin")
    async for _ in phone.play("strong_basis"):
        found += await too_faint(phone)
    await phone.press("show")
    found += await too_faint(phone)
    await phone.press("save")
    assert found + await too_faint(phone) == []


async def test_on_a_desktop_it_is_a_column_in_the_middle(browser: "Browser", computer: Computer) -> None:
    phone = await open_phone(browser, computer, width=1280, is_mobile=False, has_touch=False)
    await phone.start(Language.EN)
    box = await phone.page.locator(".phone").bounding_box()
    assert box
    assert (box["width"], box["x"]) == (420, 430)
