"""The page's server: three files and five questions, on this computer's own address and on no other."""

import json
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from aiohttp import web

from bot.log import Happened, report
from bot.page.bodies import DONE, LARGEST, UnreadableBody, done, fields
from bot.page.chats import Answered, Chats
from bot.page.guard import guarded, harden
from bot.page.minutes import every_minute
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from vault.vault import Vault

ADDRESS = "127.0.0.1"
COOKIE = "chat"
FILES = {"/": "page.html", "/page.css": "page.css", "/page.js": "page.js"}
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def app(
    vault: Vault, words: Words, vocabulary: Vocabulary, clock: Callable[[], float], randomness: Callable[[int], bytes]
) -> web.Application:
    """`clock` in seconds since 1970; `randomness(n)` gives n bytes nobody can guess."""
    made = web.Application(middlewares=[guarded], client_max_size=LARGEST)
    made.on_response_prepare.append(harden)
    made.cleanup_ctx.append(every_minute(vault))
    chats = Chats(vault, words, vocabulary, randomness)
    for path, name in FILES.items():
        made.router.add_get(path, _file(Path(__file__).parent / name))
    made.router.add_post("/card", _looked(chats))
    for path in DONE:
        made.router.add_post(path, _taken(chats, path, clock))
    return made


async def serve(app: web.Application, port: int) -> web.AppRunner:
    """Started; `runner.addresses` tells the port where 0 was asked for, `await runner.cleanup()` ends it.

    Raise OSError where the port cannot be had.
    """
    silent = logging.getLogger("dodkhoh.page")
    silent.disabled = True
    runner = web.AppRunner(app, access_log=None, logger=silent, handle_signals=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, ADDRESS, port).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner


def _file(file: Path) -> Handler:
    content, kind = file.read_bytes(), TYPES[file.suffix]

    async def given(_: web.Request) -> web.Response:
        return web.Response(body=content, content_type=kind, charset="utf-8")

    return given


def _looked(chats: Chats) -> Handler:
    async def looked(request: web.Request) -> web.Response:
        try:
            fields(await request.read(), frozenset())
        except UnreadableBody:
            return web.Response(status=400)
        return _answered(request, chats, chats.look)

    return looked


def _taken(chats: Chats, path: str, clock: Callable[[], float]) -> Handler:
    async def taken(request: web.Request) -> web.Response:
        try:
            what = done(path, await request.read(), _today(clock))
        except UnreadableBody:
            return web.Response(status=400)
        return _answered(request, chats, lambda browser: chats.take(browser, what))

    return taken


def _today(clock: Callable[[], float]) -> date:
    """By this computer's own calendar: it is the reader's."""
    return datetime.fromtimestamp(clock(), UTC).astimezone().date()


def _answered(request: web.Request, chats: Chats, turn: Callable[[str], Answered]) -> web.Response:
    """Whatever a turn fails for, the answer is the card as it was. The error is not read: it may hold typed words."""
    held = request.cookies.get(COOKIE, "")
    try:
        answered = turn(held)
    except Exception:  # noqa: BLE001  # the reason above
        report(Happened.TURN_FAILED)
        answered = chats.apologise(held)
    response = web.json_response(answered.body, dumps=partial(json.dumps, ensure_ascii=False))
    if answered.browser is None and held:
        response.del_cookie(COOKIE, httponly=True, samesite="Strict")
    elif answered.browser is not None and answered.browser != held:
        response.set_cookie(COOKIE, answered.browser, httponly=True, samesite="Strict")
    return response
