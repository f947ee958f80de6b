"""`python -m tests.page.pictures` takes the pictures of the README anew: three cards in three languages, on a phone."""

import asyncio
import tempfile
from pathlib import Path

from dialogs.screen import Language
from dialogs.words import Words
from knowledge.corpus import load
from tests.page.chromium import Phone, chromium, open_phone
from tests.page.computer import running

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"


async def take(language: Language, phone: Phone) -> None:
    await phone.start(language)
    await phone.press("language")
    await picture(phone, f"{language}-language")
    await phone.press("back", "begin")
    async for _ in phone.play("strong_basis", until="ask-conduct"):
        pass
    await phone.press("tick:like")
    await picture(phone, f"{language}-question")
    await phone.press("done", "answer:justification", "answer:before", "answer:none", "show")
    await picture(phone, f"{language}-outcome")


async def picture(phone: Phone, name: str) -> None:
    """Without the ring around what was pressed last."""
    await phone.page.evaluate("() => document.activeElement.blur()")
    await phone.page.screenshot(path=FOLDER / f"{name}.png")


async def take_all(folder: Path) -> None:
    words = Words.load(load(), {"bot": "none", "hotline": "none"})
    async with running(folder, words, words.vocabulary()) as computer, chromium() as browser:
        for language in Language:
            await take(language, await open_phone(browser, computer, device_scale_factor=2))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(take_all(Path(folder)))
