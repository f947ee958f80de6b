"""Scripted trouble: refusals, bodies that are no JSON, dropped connections, answers lost after the deed was done."""

import asyncio
from dataclasses import dataclass
from typing import TypedDict

from tests.telegram.calls import Call
from tests.telegram.refusals import NAMES, OTHER_POLL, Refused, too_many

ANY = "*"


class Trouble(TypedDict, total=False):
    """What may be said of a fault beside the method and the number of times."""

    status: int
    retry_after: int
    description: str
    body: bytes
    reset: bool
    applied: bool
    chat_id: int


@dataclass
class Fault:
    """`left` counts down; at 0 the fault is spent. `body` is sent as it stands, `reset` drops the connection instead of
    answering, `applied` says that the call takes effect before it fails.
    """

    method: str = ANY
    left: int = 1
    status: int = 429
    retry_after: int | None = None
    description: str | None = None
    body: bytes | None = None
    reset: bool = False
    applied: bool = False
    chat_id: int | None = None

    def meets(self, call: Call) -> bool:
        named = self.method in (ANY, call.method)
        return self.left > 0 and named and self.chat_id in (None, call.chat_id)

    @property
    def refusal(self) -> Refused:
        if self.status == 429:
            return too_many(self.retry_after or 1)
        usual = OTHER_POLL if self.status == 409 else ""
        begun = (self.description or usual).removeprefix(f"{NAMES.get(self.status)}: ")
        return Refused(self.status, begun)


class Faults:
    """Faults are met in the order they were scripted; a held method waits until its gate is opened."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._gates: dict[str, asyncio.Event] = {}

    def add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def forget(self) -> None:
        self._faults.clear()

    def next_for(self, call: Call) -> Fault | None:
        met = next((fault for fault in self._faults if fault.meets(call)), None)
        if met is not None:
            met.left -= 1
        return met

    def hold(self, method: str) -> asyncio.Event:
        return self._gates.setdefault(method, asyncio.Event())

    async def pass_gate(self, method: str) -> None:
        gate = self._gates.get(method)
        if gate is not None:
            await gate.wait()
            if self._gates.get(method) is gate:
                del self._gates[method]

    def open_all(self) -> None:
        for gate in self._gates.values():
            gate.set()
