"""A phone with the page open in Chromium: it is pressed and typed on, and whatever goes wrong in it is noted."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from dialogs.screen import Language, text
from dialogs.show import show
from tests.journeys import JOURNEYS, choices
from tests.page.computer import Computer

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

EXECUTABLE = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHT = 740


@asynccontextmanager
async def chromium() -> AsyncIterator["Browser"]:
    """Skip the test where there is no Chromium, or no Playwright, to play it with."""
    playwright = pytest.importorskip("playwright.async_api", reason="Playwright is not installed")
    if not shutil.which(EXECUTABLE):
        pytest.skip(f"there is no Chromium at {EXECUTABLE}")
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=EXECUTABLE, args=list(ARGUMENTS))
        yield browser
        await browser.close()


async def open_phone(browser: "Browser", computer: Computer, width: int = 360, **settings: Any) -> "Phone":
    size = {"width": width, "height": HEIGHT}
    context = await browser.new_context(
        **{"viewport": size, "is_mobile": True, "has_touch": True, "locale": "en-US", **settings}
    )
    return await Phone(context, computer).open_page()


class Phone:
    """`faults`: errors and warnings of the browser, broken rules of the policy, whatever leaves this computer."""

    def __init__(self, context: "BrowserContext", computer: Computer) -> None:
        self.context, self.computer = context, computer
        self.faults: list[str] = []

    async def open_page(self) -> "Phone":
        self.page: Page = await self.context.new_page()
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_response)
        self.page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))
        await self.page.goto(self.computer.address)
        await self.settle()
        return self

    async def settle(self) -> None:
        await self.page.wait_for_selector("#chat[aria-label]:not([aria-busy])")

    async def start(self, language: Language | None = None) -> None:
        await self.page.click("#start")
        await self.settle()
        if language:
            await self.press(f"speak:{language}")

    async def press(self, *names: str) -> None:
        for name in names:
            offered = [each.name for each in show((await self.chat()).session).choices]
            await self.page.locator(".row button").nth(offered.index(name)).click()
            await self.settle()

    async def say(self, words: str) -> None:
        await self.page.fill("#text", words)
        await self.page.press("#text", "Enter")
        await self.settle()

    async def play(self, journey: str, until: str = "") -> AsyncIterator[str]:
        """Answer question after question; each card's key is given before it is answered."""
        for card, names in choices(JOURNEYS[journey]):
            assert await self.key() == card
            yield card
            if card == until:
                return
            await self.press(*names)

    async def cookie(self) -> str:
        return next((each.get("value", "") for each in await self.context.cookies()), "")

    async def chat(self) -> Any:
        chat = self.computer.chat(await self.cookie())
        assert chat is not None, "no chat is kept under this browser's cookie"
        return chat

    async def key(self) -> str:
        return show((await self.chat()).session).key

    async def card(self) -> str:
        return await self.page.inner_text("#card")

    async def sees(self, key: str) -> bool:
        language = (await self.chat()).session.language or Language.TG
        return self.computer.words.say(text(key), language) in await self.card()

    def _note_console(self, message: "ConsoleMessage") -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.type}: {message.text}")

    def _note_request(self, request: "Request") -> None:
        if not request.url.startswith((self.computer.address + "/", "data:")):
            self.faults.append(f"asked elsewhere: {request.url}")

    def _note_response(self, response: "Response") -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")
