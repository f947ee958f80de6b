"""Everything that can go wrong with the shelf, and what follows from it. No half release is ever served."""

from collections.abc import Sequence

from knowledge.releases.damage import Damage


class ShelfFailed(Exception):
    """The shelf refused. A reader keeps the release it holds; a writer has changed nothing that readers see."""


class NoSuchRelease(ShelfFailed):
    """No release of this number stands on the shelf, or no longer: nothing is changed."""

    def __init__(self, number: int) -> None:
        super().__init__(f"release {number} is not on the shelf")
        self.number = number


class PrunedRelease(NoSuchRelease):
    """The release a reader holds was removed, ten newer ones having been made: the reader takes the active one."""


class NotInRelease(ShelfFailed):
    """The release never had a file of this name: the caller asked for something else than was released."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__(f"release {number} has no file {name!r}")
        self.number, self.name = number, name


class TamperedBundle(ShelfFailed):
    """A release is not as it was made: not one byte of what is damaged is served, and it cannot be activated.

    Built again, its contents become a new release; or the one before it is activated.
    """

    def __init__(self, number: int, damage: Sequence[Damage]) -> None:
        super().__init__(f"release {number} is not as it was made: {', '.join(map(str, damage))}")
        self.number, self.damage = number, tuple(damage)


class TamperedPointer(ShelfFailed):
    """Nobody can say which release is active, so none is. A person removes `active.json` and activates by number."""


class NewerFormat(ShelfFailed):
    """A later version of the program wrote this: it is neither read nor changed; this program has to be updated."""

    def __init__(self, number: int) -> None:
        super().__init__(f"written in format {number}, which this version does not know")


class ShelfUnreadable(ShelfFailed):
    """The system refused a read (a right, a failing disk, too many open files): trying again may help."""


class ShelfUnwritable(ShelfFailed):
    """The disk is full or may not be written: the active release stays what it was, and nothing half done is kept.

    Where only the last confirmation failed, a new release may stand on the shelf, whole and not active. Only if
    the disk then refuses to put the old pointer back as well is the new release active; `Shelf.active` tells.
    """


class BuildUnderWay(ShelfFailed):
    """Another process builds or activates: nothing was done, the caller tries again in a moment."""


class RefusedContents(ShelfFailed):
    """These contents cannot be released under these names: nothing was written."""


class UnchangedRelease(ShelfFailed):
    """The newest release has exactly these contents: none is built, and `number` can be activated."""

    def __init__(self, number: int) -> None:
        super().__init__(f"release {number} has exactly these contents")
        self.number = number


class NothingToRollBackTo(ShelfFailed):
    """No release was active before this one, or it has been pruned: the active one stays."""
