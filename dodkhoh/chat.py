"""`dodkhoh chat`: the interview in a terminal; nothing is stored."""

from bot.terminal import run

__all__ = ["run"]
