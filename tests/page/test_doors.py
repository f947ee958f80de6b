"""What the page's server refuses, and what every answer of it says to the browser."""

import asyncio
import json
import socket
from io import BytesIO
from secrets import token_bytes

import pytest

from bot.page.server import app, serve
from tests.page.computer import Computer
from tests.page.visitor import Visitor

FILES = ("/", "/page.css", "/page.js")
ROUTES = ("/card", "/open", "/tap", "/say", "/send")
FOREIGN_HOSTS = (
    "evil.example",
    "evil.example:{port}",
    "127.0.0.1",
    "127.0.0.1:1",
    "127.0.0.1.evil.example:{port}",
    "localhost.evil.example:{port}",
    "0.0.0.0:{port}",
    "[::1]:{port}",
    "LOCALHOST:{port}@evil.example",
)
FOREIGN_ORIGINS = (
    {"Origin": None, "Sec-Fetch-Site": None},
    {"Origin": "null"},
    {"Origin": "http://evil.example"},
    {"Origin": "https://127.0.0.1:{port}"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "http://localhost:{port}"},
    {"Origin": "http://127.0.0.1:{port}.evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": None, "Sec-Fetch-Site": "cross-site"},
)
MALFORMED = (
    b"[]",
    b"null",
    b"7",
    b'"text"',
    b"{",
    b"text=hello",
    b"\xff\xfe{}",
    b'{"text": 1}',
    b'{"text": null}',
    b'{"text": ["a"]}',
    b'{"words": "a"}',
    b'{"text": "a", "data": "b"}',
    b"{}",
    b"",
    b"[" * 16_000,
    b'{"text": ' + b"1" * 5_000 + b"}",
)


async def test_it_listens_on_this_computers_own_address_only(computer: Computer) -> None:
    assert computer.bound[0] == "127.0.0.1"
    own = {str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for elsewhere in {"127.0.0.2", *own} - {"127.0.0.1"}:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((elsewhere, computer.port), timeout=2)


async def test_a_port_that_is_taken_is_refused_and_nothing_stays_running(computer: Computer) -> None:
    before = asyncio.all_tasks()
    second = app(computer.vault, computer.words, computer.vocabulary, computer.clock, token_bytes)
    with pytest.raises(OSError, match="in use"):
        await serve(second, computer.port)
    assert asyncio.all_tasks() == before


@pytest.mark.parametrize("path", FILES + ROUTES)
async def test_every_answer_forbids_everything_the_page_does_not_need(path: str, visitor: Visitor) -> None:
    answer = await visitor.ask(path, method="GET" if path in FILES else "POST")
    policy = dict(each.split(" ", 1) for each in answer.headers["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": "'self'",
        "img-src": "data:",
        "form-action": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "aiohttp" not in answer.headers["Server"]


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
@pytest.mark.parametrize("path", ["/", "/page.js", "/card", "/nowhere"])
async def test_another_name_for_this_computer_is_refused(host: str, path: str, visitor: Visitor) -> None:
    host = host.format(port=visitor.computer.port)
    method = "POST" if path in ROUTES else "GET"
    answer = await visitor.ask(path, method=method, headers={"Host": host, "Origin": f"http://{host}"})
    assert answer.status == 421
    assert "Content-Security-Policy" in answer.headers


async def test_localhost_is_a_name_of_this_computer(visitor: Visitor, computer: Computer) -> None:
    name = f"localhost:{computer.port}"
    assert (await visitor.ask("/card", headers={"Host": name, "Origin": f"http://{name}"})).status == 200


@pytest.mark.parametrize("headers", FOREIGN_ORIGINS)
@pytest.mark.parametrize("path", ROUTES)
async def test_another_sites_page_is_refused(path: str, headers: dict[str, str | None], visitor: Visitor) -> None:
    port = visitor.computer.port
    given = {name: value and value.format(port=port) for name, value in headers.items()}
    assert (await visitor.ask(path, headers=given)).status == 403
    assert visitor.computer.sessions_kept == 0


async def test_either_of_the_two_headers_is_enough(visitor: Visitor) -> None:
    assert (await visitor.ask("/card", headers={"Origin": None})).status == 200
    assert (await visitor.ask("/card", headers={"Sec-Fetch-Site": None})).status == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None])
async def test_only_json_is_read(kind: str | None, visitor: Visitor) -> None:
    assert (await visitor.ask("/say", '{"text": "hello"}', headers={"Content-Type": kind})).status == 415


@pytest.mark.parametrize("body", MALFORMED, ids=range(len(MALFORMED)))
async def test_a_body_of_another_form_is_refused(body: bytes, visitor: Visitor) -> None:
    answer = await visitor.ask("/say", body)
    assert answer.status == 400
    assert answer.content_length == 0


@pytest.mark.parametrize("body", ['{"kind": "photo"}', '{"kind": ""}', "{}"])
async def test_only_the_paper_clip_is_known(body: str, visitor: Visitor) -> None:
    assert (await visitor.ask("/send", body)).status == 400


async def test_no_body_is_an_object_without_keys(visitor: Visitor) -> None:
    assert (await visitor.ask("/card", b"", headers={"Content-Type": None})).status == 200


async def test_a_body_of_more_than_16_kilobytes_is_refused(visitor: Visitor) -> None:
    frame = len('{"text": ""}')
    whole = json.dumps({"text": "a" * (16 * 1024 - frame)})
    assert (await visitor.ask("/say", whole)).status == 200
    assert (await visitor.ask("/say", whole + " ")).status == 413
    assert (await visitor.ask("/say", BytesIO(b"a" * 5_000_000))).status == 413


@pytest.mark.parametrize(
    "path",
    [
        "/page.html",
        "/server.py",
        "/static/page.js",
        "/..%2fpage.css",
        "/%2e%2e/page.js",
        "//page.js",
        "/page.js/",
        "/favicon.ico",
    ],
)
async def test_nothing_but_the_three_files_is_given(path: str, visitor: Visitor) -> None:
    assert (await visitor.ask(path, method="GET")).status == 404


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_nothing_changes_except_by_post(path: str, method: str, visitor: Visitor) -> None:
    answer = await visitor.ask(path, method=method, headers={"X-HTTP-Method-Override": "POST"})
    assert answer.status == 405
    assert "Access-Control-Allow-Origin" not in answer.headers
