"""What may be done in one transaction: an update done, a new session, rows to send and to sweep, all or nothing."""

from vault.inbox import Inbox
from vault.moment import Moment
from vault.outbox import Outbox
from vault.sessions import Sessions
from vault.sweep import Sweep


class Transaction:
    def __init__(self, moment: Moment) -> None:
        self.inbox = Inbox(moment)
        self.outbox = Outbox(moment)
        self.sweep = Sweep(moment)
        self.sessions = Sessions(moment, self.inbox, self.outbox)

    def expire(self) -> None:
        """Everything whose time is over by the clock that was given goes."""
        self.sessions.expire()
        self.inbox.expire()
        self.outbox.expire()
