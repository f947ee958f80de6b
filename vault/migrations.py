"""A new database is made as the tables are now; an older one is led there step by step, in one transaction."""

import hmac
from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select, update

from vault.events import NewerVault, UnusableKeys
from vault.tables import METADATA, VAULT

Upgrade = Callable[[Connection], None]

UPGRADES: tuple[Upgrade, ...] = ()
"""The first leads from version 1 to version 2. One that was released is never changed."""


def bring_up_to_date(connection: Connection, key_check: bytes, upgrades: tuple[Upgrade, ...] = UPGRADES) -> None:
    newest = 1 + len(upgrades)
    if not inspect(connection).has_table(VAULT.name):
        METADATA.create_all(connection)
        connection.execute(insert(VAULT).values(version=newest, key_check=key_check))
        return
    held = connection.execute(select(VAULT)).one()
    if not hmac.compare_digest(held.key_check, key_check):
        raise UnusableKeys("the database was sealed with other keys: put their file back, or remove the database")
    if held.version > newest:
        raise NewerVault(f"the database has version {held.version}, this release knows {newest}")
    for upgrade in upgrades[held.version - 1 :]:
        upgrade(connection)
    connection.execute(update(VAULT).values(version=newest))
