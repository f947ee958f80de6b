"""Whatever the order of calls, restarts and hours, the vault answers as a plain model in memory does."""

from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.vault.conftest import HOUR, Clock
from vault.inbox import Receipt
from vault.keys import Keys
from vault.vault import Vault

LANES = st.integers(0, 2)
UPDATES = st.integers(0, 12)
KINDS = st.sampled_from(["card", "toast"])
BODIES = st.binary(max_size=12)


@dataclass(frozen=True)
class Update:
    id: int
    lane: int | None
    body: bytes | None
    state: str
    since: int
    tries: int = 0


@dataclass(frozen=True)
class Session:
    body: bytes
    born: int
    saved: int


@dataclass(frozen=True)
class Post:
    lane: int
    kind: str
    body: bytes
    posted: int
    until: float = 0
    revision: int = 1


class Families(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.clock, self.keys = Clock(), Keys(token_bytes(32), token_bytes(32))
        self.updates: list[Update] = []
        self.sessions: dict[int, Session] = {}
        self.posts: list[Post] = []
        self.open()

    def open(self) -> None:
        self.vault = Vault.open(Path(self.folder.name) / "vault.sqlite", self.keys, self.clock, token_bytes)
        self.lanes = [self.vault.lane("telegram", str(chat)) for chat in range(3)]

    def teardown(self) -> None:
        if hasattr(self, "vault"):
            self.vault.close()
            self.folder.cleanup()

    @property
    def hour(self) -> int:
        return int(self.clock.now // HOUR)

    def change(self, update_id: int, was: str, **values: object) -> None:
        self.updates = [
            replace(each, **values) if each.id == update_id and each.state == was else each  # type: ignore[arg-type]
            for each in self.updates
        ]

    @rule(update_id=UPDATES, lane=st.none() | LANES, body=BODIES)
    def receive(self, update_id: int, lane: int | None, body: bytes) -> None:
        with self.vault.transaction() as tx:
            receipt = tx.inbox.receive(update_id, None if lane is None else self.lanes[lane], body)
        known = any(each.id == update_id for each in self.updates)
        assert receipt is (Receipt.KNOWN if known else Receipt.NEW)
        if not known:
            self.updates.append(Update(update_id, lane, body, "undone", self.hour))

    @rule(update_id=UPDATES)
    def finish(self, update_id: int) -> None:
        with self.vault.transaction() as tx:
            tx.inbox.finish(update_id)
        for state in ("undone", "dead"):
            self.change(update_id, state, state="done", lane=None, since=self.hour)

    @rule(update_id=UPDATES)
    def fail(self, update_id: int) -> None:
        with self.vault.transaction() as tx:
            died = tx.inbox.fail(update_id)
        tries = next((each.tries + 1 for each in self.updates if each.id == update_id and each.state == "undone"), 0)
        assert died is (tries == 3)
        self.change(update_id, "undone", **({"state": "dead", "since": self.hour} if died else {"tries": tries}))

    @rule(lane=LANES, body=BODIES)
    def save(self, lane: int, body: bytes) -> None:
        with self.vault.transaction() as tx:
            tx.sessions.save(self.lanes[lane], body)
        born = self.sessions[lane].born if self.lives(lane) else self.hour
        self.sessions[lane] = Session(body, born, self.hour)

    def lives(self, lane: int) -> bool:
        session = self.sessions.get(lane)
        return session is not None and self.hour - session.saved < 24 and self.hour - session.born < 40

    @rule(lane=LANES)
    def wipe(self, lane: int) -> None:
        with self.vault.transaction() as tx:
            tx.sessions.wipe(self.lanes[lane])
        self.sessions.pop(lane, None)
        self.posts = [each for each in self.posts if each.lane != lane]
        for each in [each for each in self.updates if each.lane == lane]:
            self.change(each.id, each.state, state="done", lane=None, since=self.hour)

    @rule(lane=LANES, kind=KINDS, body=BODIES, once=st.booleans())
    def post(self, lane: int, kind: str, body: bytes, *, once: bool) -> None:
        with self.vault.transaction() as tx:
            tx.outbox.post(self.lanes[lane], kind, body, once=once)
        same = [place for place, each in enumerate(self.posts) if (each.lane, each.kind) == (lane, kind)]
        if once and same:
            old = self.posts[same[-1]]
            self.posts[same[-1]] = replace(old, body=body, revision=old.revision + 1, posted=self.hour)
        else:
            self.posts.append(Post(lane, kind, body, self.hour))

    def due(self) -> list[Post]:
        heads = [next((each for each in self.posts if each.lane == lane), None) for lane in range(3)]
        ready = [each for each in heads if each is not None and each.until <= self.clock.now]
        return sorted(ready, key=self.posts.index)

    @rule(old=st.booleans())
    def send_the_first(self, *, old: bool) -> None:
        with self.vault.transaction() as tx:
            for posted in tx.outbox.due(1):
                tx.outbox.sent(posted.id, posted.revision - old)
        if not old and self.due():
            self.posts.remove(self.due()[0])

    @rule(seconds=st.integers(1, 3600))
    def postpone_the_first(self, seconds: int) -> None:
        until = self.clock.now + seconds
        with self.vault.transaction() as tx:
            for posted in tx.outbox.due(1):
                tx.outbox.postpone(posted.id, until)
        for each in self.due()[:1]:
            self.posts[self.posts.index(each)] = replace(each, until=until)

    @rule(seconds=st.sampled_from([1, 59, 1800, 3600, 7200, 11 * HOUR, 23 * HOUR, 25 * HOUR]))
    def wait(self, seconds: int) -> None:
        self.clock.now += seconds

    @rule()
    def expire(self) -> None:
        with self.vault.transaction() as tx:
            tx.expire()
        self.sessions = {lane: session for lane, session in self.sessions.items() if self.lives(lane)}
        self.posts = [each for each in self.posts if self.hour - each.posted < 24]
        self.updates = [each for each in self.updates if self.hour - each.since < 48]
        for each in [each for each in self.updates if each.state == "dead" and self.hour - each.since >= 24]:
            self.change(each.id, "dead", state="done", lane=None)

    @rule()
    def restart(self) -> None:
        self.vault.close()
        self.open()

    @rule()
    def checkpoint(self) -> None:
        self.vault.checkpoint()

    @invariant()
    def both_say_the_same(self) -> None:
        with self.vault.transaction() as tx:
            undone = [(each.update_id, each.lane, each.body, each.tries) for each in tx.inbox.undone(100)]
            loaded = [tx.sessions.load(lane) for lane in self.lanes]
            due = [(each.lane, each.kind, each.body, each.revision) for each in tx.outbox.due(100)]
        lane_of = dict(enumerate(self.lanes))
        assert undone == [
            (each.id, None if each.lane is None else lane_of[each.lane], each.body, each.tries)
            for each in self.updates
            if each.state == "undone"
        ]
        assert loaded == [self.sessions[lane].body if self.lives(lane) else None for lane in range(3)]
        assert due == [(lane_of[each.lane], each.kind, each.body, each.revision) for each in self.due()]


TestFamilies = Families.TestCase
TestFamilies.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestFamilies = pytest.mark.slow(TestFamilies)
