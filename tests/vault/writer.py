"""A bot in small: it receives, confirms, applies and cleans up until it is killed. It prints what it has confirmed."""

import sys
from itertools import count
from pathlib import Path
from secrets import token_bytes

from vault.keys import Keys
from vault.vault import Vault

CHATS = 5


def applied(body: bytes | None) -> list[int]:
    return [int(each) for each in (body or b"").split()]


def work(folder: Path, first: int) -> None:
    vault = Vault.open(folder / "vault.sqlite", Keys.load_or_create(folder / "keys", token_bytes), clock, token_bytes)
    for update_id in count(first):
        with vault.transaction() as tx:
            tx.inbox.receive(update_id, vault.lane("telegram", str(update_id % CHATS)), b"%d" % update_id)
        print(update_id, flush=True)  # noqa: T201 - the parent reads what was confirmed
        if update_id % 3 == 0:
            apply(vault)
        if update_id % 10 == 0:
            vault.checkpoint()


def apply(vault: Vault) -> None:
    with vault.transaction() as tx:
        for received in tx.inbox.undone(4):
            assert received.lane is not None
            tx.sessions.save(received.lane, (tx.sessions.load(received.lane) or b"") + b" " + received.body)
            tx.outbox.post(received.lane, "card", received.body)
            tx.sweep.remember(received.lane, received.body, 0, 0)
            tx.inbox.finish(received.update_id)


def clock() -> float:
    return 1_800_000_000.0


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
