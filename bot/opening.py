"""What both the bot and the page need before they start: words, keys, vault and the one lock on the data folder."""

import fcntl
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.clock import now
from bot.known import NothingKnown, known
from bot.log import Happened, report
from bot.settings import Settings, WrongSettings, wrong_keys
from dialogs.fluent_files import MissingWords
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from knowledge.home import Home
from vault.events import NewerVault, UnsafeDatabase, VaultFailed
from vault.keys import Keys, UnusableKeys
from vault.vault import Vault

NOT_KNOWN = "none"
OTHER_KEYS = "DODKHOH_KEYS: the database was sealed with other keys"


class AlreadyRunning(Exception):
    """Another process works with this data folder; this one ends with exit code 75."""


@dataclass(frozen=True, slots=True)
class Opened:
    """`lock` is held as long as it is referred to."""

    vault: Vault
    words: Words
    vocabulary: Vocabulary
    lock: IO[str]


def open_all(settings: Settings, bot_name: str = NOT_KNOWN) -> Opened:
    """Raise WrongSettings with every problem found, or AlreadyRunning."""
    words = read_words(settings, bot_name)
    lock = _lock(settings.data)
    vault = _vault(settings)
    if vault.started_empty_after_damage:
        report(Happened.STARTED_EMPTY_AFTER_DAMAGE)
    return Opened(vault, words, words.vocabulary(), lock)


def read_words(settings: Settings, bot_name: str) -> Words:
    try:
        corpus = known(Home.within(settings.data)).corpus
    except NothingKnown as nothing:
        raise WrongSettings([f"DODKHOH_DATA: {nothing}"]) from None
    try:
        return Words.load(corpus, {"bot": bot_name, "hotline": settings.hotline or NOT_KNOWN})
    except MissingWords as missing:
        raise WrongSettings([f"texts: {missing}"]) from None


def _lock(folder: Path) -> IO[str]:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (folder / "lock").open("w", encoding="ascii")
    except OSError:
        raise WrongSettings(["DODKHOH_DATA: the folder cannot be made or written"]) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise AlreadyRunning from None
    return lock


def _vault(settings: Settings) -> Vault:
    try:
        keys = Keys.load_or_create(settings.keys, secrets.token_bytes)
        return Vault.open(settings.data / "vault.sqlite", keys, now, secrets.token_bytes)
    except UnusableKeys:
        raise WrongSettings(wrong_keys(settings.keys) or [OTHER_KEYS]) from None
    except (VaultFailed, NewerVault, UnsafeDatabase) as failed:
        raise WrongSettings([f"DODKHOH_DATA: {failed}"]) from None
