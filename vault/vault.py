"""The one door to everything stored. A call waits for nothing but the disk; nothing is awaited inside a transaction."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from vault import damaged
from vault.events import TransactionOpen
from vault.key_file import PRIVATE_FILE, PRIVATE_FOLDER
from vault.keys import Keys
from vault.migrations import bring_up_to_date
from vault.moment import Moment
from vault.sqlite import Database
from vault.transaction import Transaction


class Vault:
    """Made by `open`. One thread uses it; other processes may hold the same file."""

    def __init__(
        self, file: Path, keys: Keys, clock: Callable[[], float], randomness: Callable[[int], bytes], *, emptied: bool
    ) -> None:
        self.started_empty_after_damage = emptied
        self._file, self._keys, self._clock, self._randomness = file, keys, clock, randomness
        self._database, self._in_use = Database(file), False

    @classmethod
    def open(cls, file: Path, keys: Keys, clock: Callable[[], float], randomness: Callable[[int], bytes]) -> Self:
        """Raise UnusableKeys where the database was sealed with other keys, NewerVault, UnsafeDatabase, VaultFailed."""
        _make_private(file)
        is_sound = damaged.sound(file)
        if not is_sound:
            damaged.move_aside(file, clock())
            _make_private(file)
        vault = cls(file, keys, clock, randomness, emptied=not is_sound)
        try:
            with vault._database.transaction() as connection:
                bring_up_to_date(connection, keys.check)
        except BaseException:
            vault.close()
            raise
        return vault

    def lane(self, channel: str, chat: str) -> bytes:
        """The only name that a chat has in the database."""
        return self._keys.lane(channel, chat)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """All that is done in it is on the disk once it ends, or nothing is."""
        with self._alone(), self._database.transaction() as connection:
            yield Transaction(Moment(connection, self._clock(), self._keys, self._randomness))

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """For looking only; it works where nothing can be written."""
        with self._alone(), self._database.reading() as connection:
            yield Transaction(Moment(connection, self._clock(), self._keys, self._randomness))

    def checkpoint(self) -> None:
        """Make erasing real, after each wipe and every minute: the log is emptied, the file is rewritten.

        Raise VaultBusy or VaultFull where that must be tried again.
        """
        with self._alone():
            self._database.erase(self._clock())
            damaged.destroy_old(self._file, self._clock())

    def close(self) -> None:
        self._database.close()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._in_use:
            raise TransactionOpen("a transaction is open already: nothing may be awaited inside one")
        self._in_use = True
        try:
            yield
        finally:
            self._in_use = False


def _make_private(file: Path) -> None:
    """The log and its index, which SQLite makes, take the file's mode."""
    file.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE_FILE))
    file.chmod(PRIVATE_FILE)
