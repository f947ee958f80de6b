"""`python -m tests.bench [NAME ...]`: speed and memory, printed with their targets, one module a room."""

import sys
from importlib import import_module

BENCHES = ("eligibility", "knowledge", "retrieval", "bot")

for name in sys.argv[1:] or BENCHES:
    print(f"\n{name}")  # noqa: T201  # figures are what a bench is for
    import_module(f"tests.bench.{name}").run()
