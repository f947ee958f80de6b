"""The bot as `make run` starts it, but for its clock, which can be set forward, and its words, which are read once."""

import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.log import NOISY, quieten
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from tests.bad_inputs.scene import Clock, Hall
from tests.telegram.client import BriefSession

CERTIFICATES = ssl.create_default_context()


@pytest.fixture
def hall(
    tmp_path: Path,
    words: Words,
    vocabulary: Vocabulary,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> Iterator[Hall]:
    """Reading words and certificates, and waiting for a TLS connection that is none, would take most of every row."""
    clock = Clock()
    for module in ("bot.opening", "bot.telegram.start"):
        monkeypatch.setattr(f"{module}.now", clock)
        monkeypatch.setattr(f"{module}.read_words", lambda *_: words)
    monkeypatch.setattr(words, "vocabulary", lambda: vocabulary)
    monkeypatch.setattr("bot.telegram.start.AiohttpSession", BriefSession)
    monkeypatch.setattr("ssl.create_default_context", lambda **_: CERTIFICATES)
    with quietened():
        caplog.set_level(logging.DEBUG)
        yield Hall(tmp_path, words, vocabulary, clock)


@contextmanager
def quietened() -> Iterator[None]:
    """The loggers as the bot leaves them; all that they still say is heard. Put back afterwards."""
    loggers = [logging.getLogger(name) for name in NOISY]
    were = [(logger.handlers, logger.propagate, logger.level) for logger in loggers]
    raised = logging.raiseExceptions
    quieten()
    yield
    for logger, (handlers, propagate, level) in zip(loggers, were, strict=True):
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)
    logging.raiseExceptions = raised
