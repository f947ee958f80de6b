"""Telegram's refusals: an HTTP status, a description that begins with the status's name, sometimes parameters."""

from collections.abc import Mapping

NAMES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Refused(Exception):
    """The server answers the call with this and changes nothing."""

    def __init__(self, status: int, sentence: str = "", parameters: Mapping[str, int] | None = None) -> None:
        self.status = status
        self.description = _describe(status, sentence)
        self.parameters = dict(parameters or {})
        super().__init__(self.description)

    @property
    def body(self) -> dict[str, object]:
        body: dict[str, object] = {"ok": False, "error_code": self.status, "description": self.description}
        return {**body, "parameters": self.parameters} if self.parameters else body


def bad_request(sentence: str) -> Refused:
    return Refused(400, sentence)


def too_many(retry_after: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def _describe(status: int, sentence: str) -> str:
    """The sentence goes on in lower case, unless it is one of the inner server's names such as BUTTON_DATA_INVALID."""
    name = NAMES.get(status)
    if name is None or not sentence:
        return sentence or name or "Unknown error"
    begins_as_a_name = len(sentence) > 1 and (sentence[1] == "_" or sentence[1].isupper())
    return f"{name}: {sentence if begins_as_a_name else sentence[0].lower() + sentence[1:]}"
