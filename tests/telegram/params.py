"""A method's parameters as Telegram reads them: all are strings, numbers are pressed into their range."""

import json
from typing import Any

from aiohttp import web

from tests.telegram.refusals import bad_request

TRUE = frozenset({"true", "yes", "1"})


class Params(dict[str, str]):
    def integer(self, name: str, default: int, low: int = -(2**31), high: int = 2**31 - 1) -> int:
        given = as_integer(self.get(name, ""))
        return max(low, min(high, default if given is None else given))

    def flag(self, name: str) -> bool:
        return self.get(name, "").lower() in TRUE

    def json(self, name: str, complaint: str) -> Any:
        try:
            return json.loads(self.get(name) or "null")
        except ValueError:
            raise bad_request(complaint) from None


def as_integer(text: str) -> int | None:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() else None


async def read_params(request: web.Request) -> Params:
    """From the address, a form or a JSON object; a file's content is never looked at."""
    if request.content_type == "application/json":
        sent = await request.json()
        if not isinstance(sent, dict):
            raise bad_request("can't parse request JSON object")
        return Params({**request.query, **{name: _as_text(value) for name, value in sent.items()}})
    form = await request.post()
    return Params(
        {**request.query, **{name: value if isinstance(value, str) else "file" for name, value in form.items()}}
    )


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
