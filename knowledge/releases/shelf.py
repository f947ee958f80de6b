"""One folder holds every release. Any number of processes read it while one of them changes it; none of them waits."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.releases import activation, building, pointer
from knowledge.releases.alone import alone
from knowledge.releases.building import Progress, unwatched
from knowledge.releases.damage import Damage, Fault
from knowledge.releases.events import NoSuchRelease, TamperedBundle
from knowledge.releases.inspection import inspect
from knowledge.releases.manifest import Kept, Manifest
from knowledge.releases.names import refuse_unfit
from knowledge.releases.release import Release
from knowledge.releases.standing import numbers

NOTHING_SAID: Mapping[str, str] = MappingProxyType({})


class Shelf:
    """Whatever goes wrong is a ShelfFailed; `events` tells what follows from each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def active(self) -> Release | None:
        """None where nothing was ever activated."""
        pointed = pointer.read(self._folder)
        while pointed:
            number = pointed.active.number
            try:
                return Release.open(self._folder, number, pointed.active.fingerprint)
            except NoSuchRelease:
                before, pointed = pointed, pointer.read(self._folder)
                if pointed == before:
                    raise TamperedBundle(number, [Damage(".", Fault.MISSING)]) from None
        return None

    def numbers(self) -> tuple[int, ...]:
        """Every release on the shelf, the damaged ones too."""
        return numbers(self._folder)

    def release(self, number: int) -> Release:
        return Release.open(self._folder, number, self._known(number))

    def listed(self) -> tuple[Release, ...]:
        """Without those whose manifest is damaged: they stand in `numbers`, and `verify` tells what is wrong."""
        found: list[Release] = []
        for number in self.numbers():
            with suppress(TamperedBundle, NoSuchRelease):
                found.append(self.release(number))
        return tuple(found)

    def verify(self, number: int) -> tuple[Damage, ...]:
        """Nothing, if every byte is as it was made."""
        return inspect(self._folder, number, self._known(number))

    def build(
        self,
        contents: Mapping[str, bytes],
        *,
        made_on: date,
        said: Mapping[str, str] = NOTHING_SAID,
        progress: Progress = unwatched,
    ) -> Release:
        """The new release stands on the shelf and is not active."""
        contents = dict(contents)
        refuse_unfit(contents)
        files = {name: Kept.of(content) for name, content in contents.items()}
        with alone(self._folder):
            pointed, newest = pointer.read(self._folder), max(self.numbers(), default=0)
            previous = pointed.active.number if pointed else None
            manifest = Manifest(max(newest, previous or 0) + 1, made_on, previous, said, files)
            if newest:
                building.refuse_unchanged(self._folder, newest, self._known(newest), manifest)
            building.write(self._folder, manifest, contents, progress)
            return self.release(manifest.number)

    def activate(self, number: int) -> Release:
        """Every byte is verified first. An active release stays active, whatever happens, until the swap is done."""
        with alone(self._folder):
            return activation.activate(self._folder, number)

    def roll_back(self) -> Release:
        """To the release that was active before; from there to the one before that."""
        with alone(self._folder):
            return activation.roll_back(self._folder)

    def _known(self, number: int) -> str | None:
        """Its fingerprint, if it is or was active."""
        pointed = pointer.read(self._folder)
        return pointed.fingerprint(number) if pointed else None
