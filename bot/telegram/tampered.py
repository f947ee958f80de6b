"""A row that was changed outside the vault is dropped, and everyone else goes on."""

from bot.log import Happened, report
from vault.events import TamperedRow
from vault.vault import Vault


def drop(vault: Vault, tampered: TamperedRow) -> None:
    """Where the row belongs to a chat, what was sealed with it for that chat goes too: nothing of it can be trusted."""
    report(Happened.TAMPERED_ROW)
    with vault.transaction() as tx:
        if tampered.table == "inbox" and tampered.row is not None:
            tx.inbox.finish(tampered.row)
        elif tampered.table == "sweep" and tampered.row is not None:
            tx.sweep.forget([tampered.row])
        elif tampered.lane is not None:
            tx.sessions.wipe(tampered.lane)
