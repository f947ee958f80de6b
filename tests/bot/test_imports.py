"""What each way in loads: deciding stays light, the page knows nothing of Telegram, and no model is ever loaded."""

import json
import pkgutil
import subprocess
import sys

import pytest

import bot.page
import bot.telegram
from tests.bot.process import ROOT

HEAVY = {"torch", "langchain", "langchain_core", "langchain_chroma", "chromadb", "sentence_transformers"}
FOREIGN = HEAVY | {"fastapi", "starlette", "uvicorn", "jinja2"}
STORE = {"sqlalchemy", "cryptography"}
CLIENT = {"aiogram", "aiohttp"}

PAGE = [f"bot.page.{module.name}" for module in pkgutil.iter_modules(bot.page.__path__)]
TELEGRAM = [f"bot.telegram.{module.name}" for module in pkgutil.iter_modules(bot.telegram.__path__)]

COMMANDS = {
    "--help": (["--help"], FOREIGN | STORE | CLIENT | {"pydantic", "pydantic_settings"}),
    "assess": (["assess", "-"], FOREIGN | STORE | CLIENT | {"pydantic", "pydantic_settings", "fluent"}),
    "chat": (["chat"], FOREIGN | STORE | CLIENT),
    "run, with wrong settings": (["run"], FOREIGN | {"aiogram"}),
}
ROOMS = {
    "the command that starts the bot": (["dodkhoh.run"], FOREIGN | {"aiogram"}),
    "the page": (PAGE, FOREIGN | {"aiogram"}),
    "the Telegram bot": (TELEGRAM, FOREIGN),
    "the terminal": (["bot.terminal"], FOREIGN | STORE | CLIENT),
}


def loaded(program: str, **environment: str) -> set[str]:
    """The packages that a Python of its own has loaded at the end of the program."""
    told = "import json, sys\nsys.stderr.write(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    done = subprocess.run(  # noqa: S603  # our own
        [sys.executable, "-c", f"{program}\n{told}"],
        input="{}",
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        env={"PATH": "", **environment},
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_loads_only_what_it_needs(command: str) -> None:
    words, never = COMMANDS[command]
    call = f"from dodkhoh.__main__ import main\ntry: main({words})\nexcept SystemExit: pass"
    found = loaded(call, DODKHOH_PAGE_PORT="-1", HOME="/nowhere")
    assert "dodkhoh" in found
    assert found & never == set()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_loads_only_what_it_needs(room: str) -> None:
    modules, never = ROOMS[room]
    found = loaded("\n".join(f"import {module}" for module in modules))
    assert found & never == set()
