"""Says after the tests how many combinations each proof tried and how long that took on one core."""

import gc
from collections.abc import Callable, Iterator
from time import process_time

import pytest

Tried = Callable[[int], None]


@pytest.fixture
def tried(record_property: Callable[[str, object], None]) -> Iterator[Tried]:
    """Call it with the number of combinations. The collector rests meanwhile: no proof makes garbage in circles."""
    gc.disable()
    started = process_time()
    yield lambda combinations: record_property("tried", (combinations, process_time() - started))
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    passed = terminalreporter.stats.get("passed", [])
    told = [(report.nodeid, *figure) for report in passed for name, figure in report.user_properties if name == "tried"]
    if not told:
        return
    terminalreporter.section("proofs of eligibility")
    for nodeid, combinations, seconds in sorted(told):
        terminalreporter.write_line(f"{combinations:>11,} combinations {seconds:6.1f} s  {nodeid.rpartition('/')[2]}")
    total = sum(combinations for _, combinations, _ in told), sum(seconds for *_, seconds in told)
    terminalreporter.write_line("{:>11,} combinations {:6.1f} s on one core".format(*total))
