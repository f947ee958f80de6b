"""Who may speak with the page: this computer under its own name, and the page itself. All else is refused unread."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from aiohttp import web

from bot.log import Happened, report

NAMES = ("127.0.0.1", "localhost")
HTTP = 80

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Server": "dodkhoh",
    }
)


async def harden(_: web.BaseRequest, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)


@web.middleware
async def guarded(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """A name that leads here from elsewhere (DNS rebinding) gets 421, another site's page 403."""
    host = request.headers.getall("Host", [])
    if len(host) != 1 or host[0] not in _own_names(request):
        return web.Response(status=421)
    if request.method == "POST" and not _same_origin(request, f"http://{host[0]}"):
        return web.Response(status=403)
    if request.can_read_body and request.content_type != "application/json":
        return web.Response(status=415)
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:  # noqa: BLE001  # left to aiohttp, it would be logged with what was typed
        report(Happened.TURN_FAILED)
        return web.Response(status=500)


def _own_names(request: web.Request) -> frozenset[str]:
    """A browser leaves port 80 out."""
    _, port = request.get_extra_info("sockname", ("", 0))
    return frozenset(name if port == HTTP else f"{name}:{port}" for name in NAMES)


def _same_origin(request: web.Request, own: str) -> bool:
    """At least one of the two headers must be there, and each that is there must say so."""
    origins, sites = request.headers.getall("Origin", []), request.headers.getall("Sec-Fetch-Site", [])
    return bool(origins or sites) and set(origins) <= {own} and set(sites) <= {"same-origin"}
