"""Plays one row of a table and looks at everything it left behind."""

from typing import Any

import pytest

from tests.bad_inputs import traces
from tests.bad_inputs.deeds import do
from tests.bad_inputs.expected import check, look
from tests.bad_inputs.scene import CANARY, Hall


async def play(row: Any, hall: Hall, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    """`given` is done in one breath; `then`, where there is one, when the bot is quiet again."""
    async with hall.scene(row) as scene:
        for deeds in (row["given"], row.get("then")):
            if deeds is None:
                continue
            await do(scene, deeds)
            await scene.settle()
            for family in scene.families.values():
                family.look()
        secrets = traces.secrets_of(scene.api, CANARY)
        found = traces.on_the_disk(hall.folder / "data", secrets)
        assert traces.on_the_disk(hall.folder / "data", ["SQLite format 3"]), "the search itself finds what is there"
    found += traces.on_the_disk(hall.folder / "data", secrets)
    check(look(scene, scene.first, caplog.records), row["expect"])
    assert traces.told(caplog.records, capfd.readouterr(), secrets) + found == []
    assert "started" in caplog.text
