import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

import pytest
from sqlalchemy import Engine, event

from vault.keys import Keys
from vault.vault import Vault

HOUR = 3600
ON_THE_HOUR = 1_800_000_000.0


@dataclass
class Clock:
    now: float = ON_THE_HOUR

    def __call__(self) -> float:
        return self.now

    def pass_hours(self, hours: float) -> None:
        self.now += hours * HOUR


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keys() -> Keys:
    return Keys(token_bytes(32), token_bytes(32))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "held" / "vault.sqlite"


@pytest.fixture
def open_vault(file: Path, keys: Keys, clock: Clock) -> Iterator[Callable[[], Vault]]:
    opened: list[Vault] = []

    def open_one() -> Vault:
        opened.append(Vault.open(file, keys, clock, token_bytes))
        return opened[-1]

    yield open_one
    for vault in opened:
        vault.close()


@pytest.fixture
def vault(open_vault: Callable[[], Vault]) -> Vault:
    return open_vault()


@pytest.fixture
def lane(vault: Vault) -> bytes:
    return vault.lane("telegram", "100200300")


@pytest.fixture
def other(vault: Vault) -> bytes:
    return vault.lane("telegram", "100200301")


@pytest.fixture
def connections() -> Iterator[list[sqlite3.Connection]]:
    """The connections that are opened while the test runs, as the database itself sees them."""
    opened: list[sqlite3.Connection] = []

    def note(connection: sqlite3.Connection, _: object) -> None:
        opened.append(connection)

    event.listen(Engine, "connect", note)
    yield opened
    event.remove(Engine, "connect", note)
