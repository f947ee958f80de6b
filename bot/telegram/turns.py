"""What one update does to its chat: the turn, and what Telegram is to be told of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from bot.buttons import erases
from bot.kept import kept
from bot.log import Happened, report
from bot.telegram.house import House
from bot.telegram.incoming import Incoming, Sort
from bot.telegram.outgoing import post_card, post_delete, post_leave, post_toast
from bot.turn import Done, Pressed, Turn, take_turn
from dialogs.events import Opened, Said, Unwanted
from vault.events import VaultFailed
from vault.sweep import Swept
from vault.transaction import Transaction

DUSHANBE = timezone(timedelta(hours=5))
"""Whose calendar says that a date has not come yet."""

Erase = Callable[[Incoming, list[Swept]], None]


class Turns:
    """`erase` deletes messages at once, ahead of everything that waits to be sent."""

    def __init__(self, house: House, erase: Erase) -> None:
        self._house, self._erase = house, erase

    def take(self, update_id: int, incoming: Incoming) -> None:
        """All of it in one transaction. A wipe whose commit the database refuses still deletes in Telegram."""
        erased: list[Swept] = []
        wiped = False
        try:
            with self._house.vault.transaction() as tx:
                lane = self._house.lane(incoming.chat)
                turn = self._turn(tx, lane, incoming)
                wiped = incoming.sort is Sort.BLOCKED or (turn is not None and turn.wiped)
                if wiped:
                    erased += tx.sweep.of(lane)
                    self._wipe(tx, lane, erased)
                elif turn is not None:
                    self._keep(tx, lane, incoming, turn)
                tx.inbox.finish(update_id)
        finally:
            if wiped:
                self._erase(incoming, erased)

    def _turn(self, tx: Transaction, lane: bytes, incoming: Incoming) -> Turn | None:
        """None where no turn is taken: a group is left, a family has gone, or a button has outlived its chat."""
        if incoming.sort is Sort.BLOCKED:
            report(Happened.FAMILY_GONE)
            return None
        if incoming.sort is Sort.ELSEWHERE:
            post_leave(tx, lane, incoming.chat)
        if incoming.sort in (Sort.ELSEWHERE, Sort.NOTICE):
            return None
        chat = kept(tx, lane)
        if chat is None and incoming.sort is Sort.PRESSED:
            self._nothing_kept(tx, lane, incoming)
            return None
        return take_turn(chat, self._done(incoming), self._house.vocabulary, self._house.epoch())

    def _nothing_kept(self, tx: Transaction, lane: bytes, incoming: Incoming) -> None:
        """A second tap on a wipe, or a button that outlived its chat: nothing new appears, and the old card goes."""
        toast = "toast-wiped" if erases(incoming.text) else "toast-gone"
        post_toast(tx, lane, incoming.chat, incoming.callback or "", toast)
        if incoming.tapped:
            post_delete(tx, lane, incoming.chat, incoming.tapped)

    def _done(self, incoming: Incoming) -> Done:
        match incoming.sort:
            case Sort.OPENED:
                return Opened()
            case Sort.PRESSED:
                return Pressed(incoming.text)
            case Sort.UNWANTED:
                return Unwanted(incoming.text)
            case _:
                return Said(incoming.text, datetime.fromtimestamp(self._house.clock(), DUSHANBE).date())

    def _wipe(self, tx: Transaction, lane: bytes, rows: list[Swept]) -> None:
        """The key first; then every message is due at once, should deleting them now not succeed."""
        tx.sessions.wipe(lane)
        for row in rows:
            tx.sweep.postpone(row.id, self._house.clock())

    def _keep(self, tx: Transaction, lane: bytes, incoming: Incoming, turn: Turn) -> None:
        chat = turn.chat
        if incoming.sort is Sort.OPENED and chat.card:
            post_delete(tx, lane, incoming.chat, chat.card)
            chat = replace(chat, card=None)
        tx.sessions.save(lane, chat.to_bytes())
        if incoming.callback:
            post_toast(tx, lane, incoming.chat, incoming.callback, "toast-stale" if turn.stale else "")
        post_card(tx, lane, incoming.chat)
        if incoming.message and not incoming.late_to_delete:
            post_delete(tx, lane, incoming.chat, incoming.message)

    def unstored(self, incoming: Incoming) -> None:
        """The database could not take this in. A wipe deletes in Telegram all the same; all else comes again."""
        lane = self._house.lane(incoming.chat)
        try:
            with self._house.vault.reading() as tx:
                done = self._done(incoming)
                wipes = take_turn(kept(tx, lane), done, self._house.vocabulary, self._house.epoch()).wiped
                rows = tx.sweep.of(lane)
        except VaultFailed:
            return
        if wipes:
            own = [Swept(-1, lane, json.dumps([incoming.chat, incoming.message]).encode(), 0, 0)]
            self._erase(incoming, [*rows, *(own if incoming.message else [])])

    def apologise(self, incoming: Incoming) -> None:
        """After an update that could not be applied: the card as it was, and a line that says so."""
        lane = self._house.lane(incoming.chat)
        with self._house.vault.transaction() as tx:
            turn = take_turn(kept(tx, lane), Unwanted("remark-again"), self._house.vocabulary, self._house.epoch())
            self._keep(tx, lane, incoming, turn)
