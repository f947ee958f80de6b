"""The Bot API server on loopback: https://api.telegram.org as the bot sees it, strict, with scripted trouble."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self, Unpack

from aiohttp import web

from tests.telegram.calls import Call, Calls
from tests.telegram.clock import FakeClock
from tests.telegram.faults import ANY, Fault, Faults, Trouble
from tests.telegram.limits import Limits
from tests.telegram.methods import METHODS, Method
from tests.telegram.params import Params, as_integer, read_params
from tests.telegram.polls import Polls
from tests.telegram.refusals import Refused
from tests.telegram.telegram import Telegram, new_token


class FakeBotApi(Telegram):
    """`limits` is None while nothing is limited; `latency` is the round trip in seconds; `busy` may tell `Phone.settle`
    that the bot still has something to do.
    """

    def __init__(
        self, token: str | None = None, *, clock: FakeClock | None = None, limits: Limits | None = None
    ) -> None:
        super().__init__(clock)
        self.token = token or new_token()
        self.limits = limits
        self.latency = 0.0
        self.busy: Callable[[], bool] = lambda: False
        self.calls = Calls()
        self.polls = Polls(self.updates)
        self.on_update = self.polls.wake
        self.url = ""
        self._faults = Faults()

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.go_down()

    async def listen(self) -> None:
        """Answers at `url`; again at the same one after `go_down`."""
        application = web.Application(client_max_size=2**20)
        application.router.add_route("*", "/bot{token:[^/]+}/{method}", self._answer)
        application.router.add_route("HEAD", "/", self._say_the_time)
        application.router.add_route("*", "/{path:.*}", self._answer_elsewhere)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.05)
        await self._runner.setup()
        port = int(self.url.rpartition(":")[2] or 0)
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def go_down(self) -> None:
        """No one listens any more: connections are refused."""
        self.polls.close()
        self._faults.open_all()
        await self._runner.cleanup()

    def refuse_next(self, method: str = ANY, times: int = 1, **trouble: Unpack[Trouble]) -> Fault:
        """The next so many calls of the method fail; without more said, with 429 and a retry_after of 1 s."""
        return self._faults.add(Fault(_played(method), times, **trouble))

    def forgive(self) -> None:
        """No more scripted trouble."""
        self._faults.forget()

    def hold(self, method: str) -> asyncio.Event:
        """Calls of the method wait until the event is set."""
        return self._faults.hold(_played(method))

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = METHODS.get(request.match_info["method"].lower())
        try:
            params = await read_params(request)
        except (ValueError, Refused):
            self.violations.append(f"{request.match_info['method']}: parameters that cannot be read")
            return web.json_response(Refused(400, "can't parse request").body, status=400)
        call = Call(method.name if method else request.match_info["method"], dict(params), self._chat_of(params))
        self.calls.begin(call)
        status, response = 0, None
        try:
            status, response = await self._play(call, method, params, request)
        finally:
            self.calls.end(call, status)
        return response

    async def _play(
        self, call: Call, method: Method | None, params: Params, request: web.Request
    ) -> tuple[int, web.StreamResponse]:
        await self._travel()
        await self._faults.pass_gate(call.method)
        fault = self._faults.next_for(call)
        status, body = 200, dict[str, object]()
        try:
            if fault is None or fault.applied:
                body = {"ok": True, "result": await self._run(call, method, params, request.match_info["token"])}
                call.applied = True
            if fault is not None:
                raise fault.refusal
        except Refused as refused:
            status, body = refused.status, refused.body
            call.description, call.retry_after = refused.description, refused.parameters.get("retry_after")
        await self._travel()
        if fault is not None and fault.reset and request.transport is not None:
            request.transport.abort()
            return 0, web.Response(status=500)
        return status, _respond(status, body, call.retry_after, fault.body if fault else None)

    async def _run(self, call: Call, method: Method | None, params: Params, token: str) -> Any:
        if token != self.token:
            raise Refused(401)
        if method is None:
            self.violations.append(f"{call.method}: a method that is not played here")
            raise Refused(404, "method not found")
        self.violations.extend(method.unknown(params))
        if self.limits is not None:
            self.limits.pass_through(method.name, call.chat_id)
        if method.run is None:
            return await self.polls.get(params, self.webhook_url)
        return method.run(self, params)

    async def _say_the_time(self, _request: web.Request) -> web.Response:
        """The real server sends whoever knocks at its root to the documentation; every answer has its Date."""
        return web.Response(status=302, headers={"Location": "https://core.telegram.org/bots"})

    async def _answer_elsewhere(self, request: web.Request) -> web.StreamResponse:
        self.violations.append(f"{request.path.replace(self.token, '…')}: an address that is not of the Bot API")
        return web.json_response(Refused(404).body, status=404)

    async def _travel(self) -> None:
        if self.latency:
            await asyncio.sleep(self.latency / 2)

    def _chat_of(self, params: Params) -> int | None:
        tap = self.taps.get(params.get("callback_query_id", ""))
        return tap.chat_id if tap else as_integer(params.get("chat_id", ""))


def _played(method: str) -> str:
    assert method == ANY or method.lower() in METHODS, f"{method!r} is not played here"
    return method if method == ANY else METHODS[method.lower()].name


def _respond(status: int, body: dict[str, object], retry_after: int | None, raw: bytes | None) -> web.Response:
    headers = {"Retry-After": str(retry_after)} if retry_after else None
    if raw is not None:
        return web.Response(body=raw, status=status, headers=headers, content_type="text/html")
    return web.json_response(body, status=status, headers=headers)
