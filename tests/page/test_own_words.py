"""Words stand in the Fluent files: the page's own files hold none, and both ways in say what they are."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.page import server
from dialogs.fluent_files import keys
from dialogs.screen import Language, text
from dialogs.words import TEXTS, Words

FOLDER = Path(server.__file__).parent


def test_the_html_holds_no_word_but_the_name() -> None:
    html = (FOLDER / "page.html").read_text(encoding="utf-8")
    shown = re.sub(r"<[^>]*>", " ", html)
    assert shown.split() == ["Додхоҳ", "Д"]
    assert not re.search(r"\b(title|alt|placeholder|aria-label)=", html)


def test_the_script_puts_words_in_as_text_only() -> None:
    script = (FOLDER / "page.js").read_text(encoding="utf-8")
    for way in (
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval",
        "Function",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
    ):
        assert way not in script
    assert not re.search("[а-яё]", script, re.IGNORECASE)


def test_nothing_comes_from_elsewhere() -> None:
    for name in server.FILES.values():
        content = (FOLDER / name).read_text(encoding="utf-8")
        assert set(re.findall(r"(?:https?:)?//[^\s'\"/]+", content)) <= {"http://www.w3.org"}
        assert "style=" not in content
        assert "@import" not in content


def test_the_three_files_of_the_page_have_the_same_keys() -> None:
    tables = [dict(keys((TEXTS / each / "page.ftl").read_text(encoding="utf-8"))) for each in Language]
    assert tables[0] == tables[1] == tables[2]
    assert all(key.startswith("page-") for key in tables[0])


@pytest.mark.parametrize("language", Language)
def test_each_way_in_says_that_it_is_not_telegram(language: Language, words: Words) -> None:
    for key in ("page-strip", "page-terminal"):
        assert "Telegram" in words.say(text(key), language)


def test_neither_way_in_waits_for_telegrams_library() -> None:
    for module, banned in (("bot.page.server", {"aiogram"}), ("bot.terminal", {"aiogram", "aiohttp", "sqlalchemy"})):
        script = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
        imported = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout  # noqa: S603
        assert not banned & set(imported.split())
