"""`dodkhoh COMMAND`: reads the words of the command line and hands over to the command's own module."""

import argparse
import os
import sys
from importlib import import_module

COMMANDS = {
    "run": "start the Telegram bot, or without a token a page to try the interview",
    "chat": "go through the interview in this terminal",
    "assess": "decide a case from facts in JSON",
    "knowledge": "show, import, check and release what is known",
}


def main(words: list[str] | None = None) -> int:
    """Return the exit code: 0, 2 for a wrong call or wrong facts, 75 and 78 as in sysexits.h."""
    parser = argparse.ArgumentParser(prog="dodkhoh", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        commands.add_parser(name, help=summary, add_help=False)
    words = sys.argv[1:] if words is None else words
    named, rest = parser.parse_known_args(words[:1]), words[1:]
    try:
        code = int(import_module(f"dodkhoh.{named[0].command}").run(rest))
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on; Python's own last flush must not fail too
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
