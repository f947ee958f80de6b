"""Everything that can go wrong in the vault, and what follows from it. No message carries a key, a lane or a body."""


class UnusableKeys(Exception):
    """The keys cannot be used: the program does not start. All problems are named at once, no key is."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class NewerVault(Exception):
    """A later release made this database: nothing is changed, the program does not start."""


class UnsafeDatabase(Exception):
    """SQLite refuses a setting the promises rest on: the program does not start."""


class TransactionOpen(Exception):
    """A second transaction was begun inside the first, by an `await` within one perhaps: a mistake in the caller."""


class TamperedRow(Exception):
    """A row does not open under its key: it was changed outside the vault. The caller drops that row and goes on.

    To drop it: `inbox.finish(row)`, `sessions.wipe(lane)`, `outbox.drop(lane)`, `sweep.forget([row])`.
    """

    def __init__(self, table: str, lane: bytes | None, row: int | None) -> None:
        super().__init__(f"a row of {table} was changed outside the vault")
        self.table, self.lane, self.row = table, lane, row


class VaultFailed(Exception):
    """The database refused. The transaction is undone whole, what was committed before stays readable; try later."""


class VaultFull(VaultFailed):
    """No space is left: the caller stops taking updates in, which Telegram keeps for a day, and raises the alarm."""


class VaultBusy(VaultFailed):
    """Another process held the database for five seconds: the update stays in the inbox and comes again."""


class VaultDamaged(VaultFailed):
    """The file is no longer a sound database: the caller ends, and the next start moves it aside and begins empty."""
