"""Killed at any moment, the vault has everything it confirmed, applied once, and starts again."""

import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from secrets import randbelow, token_bytes

import pytest

from tests.vault import disk
from tests.vault.writer import CHATS, applied, clock
from vault.keys import Keys
from vault.vault import Vault

KILLS = 8


def write_until_killed(folder: Path, first: int, confirmations: int) -> list[int]:
    """The numbers that were confirmed, those between the decision to kill and the kill included."""
    command = [sys.executable, "-m", "tests.vault.writer", str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as child:  # noqa: S603 - our own
        assert child.stdout is not None
        confirmed = [int(line) for line in islice(child.stdout, confirmations)]
        child.kill()
        confirmed += [int(line) for line in child.stdout if line.endswith("\n")]
    return confirmed


def opened(folder: Path) -> Vault:
    return Vault.open(folder / "vault.sqlite", Keys.load_or_create(folder / "keys", token_bytes), clock, token_bytes)


@pytest.mark.slow
def test_after_each_of_many_kills_nothing_confirmed_is_lost_and_nothing_applied_twice(tmp_path: Path) -> None:
    confirmed: set[int] = set()
    for _ in range(KILLS):
        next_one = max(confirmed, default=5) - 4  # as Telegram does, the last ones are handed over again
        confirmed |= set(write_until_killed(tmp_path, next_one, 20 + randbelow(60)))
        vault = opened(tmp_path)
        assert not vault.started_empty_after_damage
        check(vault, confirmed, tmp_path / "vault.sqlite")
        vault.close()
    assert len(confirmed) >= KILLS * 15


def check(vault: Vault, confirmed: set[int], file: Path) -> None:
    with vault.transaction() as tx:
        lanes = [vault.lane("telegram", str(chat)) for chat in range(CHATS)]
        by_lane = {lane: applied(tx.sessions.load(lane)) for lane in lanes}
        waiting = [received.update_id for received in tx.inbox.undone(1000)]
        swept = {lane: sorted(int(each.body) for each in tx.sweep.of(lane)) for lane in lanes}
    done = [number for numbers in by_lane.values() for number in numbers]
    assert confirmed <= {*done, *waiting}
    assert max(Counter([*done, *waiting]).values()) == 1
    assert swept == by_lane
    assert Counter(row["lane"] for row in disk.rows(file, "outbox")) == {lane: len(by_lane[lane]) for lane in lanes}
