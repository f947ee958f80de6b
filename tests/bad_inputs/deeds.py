"""What a table's `given` names: one function a deed, called with what the row gives beside its name."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from tests.bad_inputs import meanwhile, outside, saying, tapping
from tests.bad_inputs.scene import FIRST, Scene

DEEDS: Mapping[str, Callable[..., Awaitable[None]]] = {
    name.replace("_", " "): deed
    for module in (saying, tapping, outside, meanwhile)
    for name, deed in inspect.getmembers(module, inspect.iscoroutinefunction)
    if not name.startswith("_")
}
"""By the names that the tables use."""


async def do(scene: Scene, given: Any) -> None:
    """One deed, or a list of deeds in one breath: the bot sees all of them at once."""
    for deed in given if isinstance(given, list) else [given]:
        named = dict(deed)
        who = scene.families[named.pop("who", FIRST)]
        await DEEDS[named.pop("deed")](scene, who, **named)
        scene.handed += [each.update_id for each in scene.api.updates.pending if each.update_id not in scene.handed]
