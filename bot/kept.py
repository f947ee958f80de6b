"""A chat as it was kept. One that cannot be opened or read is wiped, and begins anew."""

from bot.chat import Chat
from bot.log import Happened, report
from dialogs.session import UnreadableSession
from vault.events import TamperedRow
from vault.transaction import Transaction


def kept(tx: Transaction, lane: bytes) -> Chat | None:
    try:
        stored = tx.sessions.load(lane)
        return None if stored is None else Chat.from_bytes(stored)
    except (TamperedRow, UnreadableSession):
        report(Happened.UNREADABLE_SESSION)
        tx.sessions.wipe(lane)
        return None
