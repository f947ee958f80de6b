"""Every place where a trace of what a family wrote could stay: the data folder, the log, the two streams."""

import logging
from collections.abc import Iterable
from pathlib import Path

from tests.telegram.fake_bot_api import FakeBotApi


def on_the_disk(folder: Path, secrets: Iterable[str]) -> list[str]:
    """Each file that holds one of them, in whatever form a text is written."""
    return [
        f"{secret} in {file.name}"
        for file in folder.rglob("*")
        if file.is_file()
        for secret in secrets
        if any(form in file.read_bytes() for form in _forms(secret))
    ]


def _forms(secret: str) -> set[bytes]:
    return {secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-16-be")}


def told(log: Iterable[logging.LogRecord], streams: Iterable[str], secrets: Iterable[str]) -> list[str]:
    said = [*(f"{record.name} {record.getMessage()} {record.exc_text or ''}" for record in log), *streams]
    return [secret for secret in secrets if any(secret in each for each in said)]


def secrets_of(api: FakeBotApi, canary: str) -> list[str]:
    """The canary, the bot's token, and every chat's number that is long enough to be one."""
    return [canary, api.token, *(str(chat) for chat in api.chats if len(str(chat)) > len("-1000000"))]
