"""Logs count, they do not tell: an event is one of these names, and its fields are numbers."""

import logging
from enum import StrEnum

_LOG = logging.getLogger("dodkhoh")
NOISY = ("aiogram", "aiohttp", "asyncio", "sqlalchemy", "urllib3")
"""Loggers that would print what families say, silenced even where a package gives them handlers of their own."""


class Happened(StrEnum):
    STARTED = "started"
    STOPPED = "stopped"
    MALFORMED_UPDATE = "malformed_update"
    FLOOD_DROPPED = "flood_dropped"
    TURN_FAILED = "turn_failed"
    UNREADABLE_SESSION = "unreadable_session"
    TELEGRAM_SILENT = "telegram_silent"
    TELEGRAM_REFUSED = "telegram_refused"
    ASKED_TO_WAIT = "asked_to_wait"
    FAMILY_GONE = "family_gone"
    WIPE_WITHOUT_DATABASE = "wipe_without_database"
    STARTED_EMPTY_AFTER_DAMAGE = "started_empty_after_damage"
    TAMPERED_ROW = "tampered_row"
    SWEEP_MISSED = "sweep_missed"
    CLOCK_IS_OFF = "clock_is_off"
    CORPUS_HELD_BACK = "corpus_held_back"


def report(happened: Happened, **numbers: float) -> None:
    _LOG.info("%s %s", happened.value, " ".join(f"{name}={number:g}" for name, number in numbers.items()))


def quieten() -> None:
    """Other packages' loggers print updates, tokens and addresses: only our own events reach a stream."""
    logging.raiseExceptions = False
    logging.getLogger().handlers = [logging.NullHandler()]
    for name in NOISY:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [logging.NullHandler()], False
        logger.setLevel(logging.CRITICAL)
    stream = logging.StreamHandler()
    stream.setFormatter(logging.Formatter("%(message)s"))
    _LOG.handlers, _LOG.propagate = [stream], False
    _LOG.setLevel(logging.INFO)
