"""Changes to a good pack, from which the cases are made."""

from __future__ import annotations

import copy
import json
from typing import Any, Callable, Dict, Set, Tuple

import packs
import pitlamp_verify as v
from packs import World, to_base64

Pack = Dict[str, Any]
Change = Callable[[World, Pack], object]
Case = Tuple[str, Change, Set[str]]


def put(value: Any, *path: Any) -> Change:
    """Sets what lies at the path."""

    def change(_world: World, pack: Pack) -> None:
        for step in path[:-1]:
            pack = pack[step]
        pack[path[-1]] = value

    return change


def turn(*path: Any) -> Change:
    """Changes one letter of the text at the path, in its middle."""

    def change(world: World, pack: Pack) -> None:
        here: Any = pack
        for step in path:
            here = here[step]
        middle = len(here) // 2
        letter = "B" if here[middle] == "A" else "A"
        put(here[:middle] + letter + here[middle + 1 :], *path)(world, pack)

    return change


def drop(*path: Any) -> Change:
    """Takes away what lies at the path."""

    def change(_world: World, pack: Pack) -> None:
        for step in path[:-1]:
            pack = pack[step]
        del pack[path[-1]]

    return change


def swap(*paths: Tuple[Any, ...]) -> Change:
    """Puts each of two things in the other's place."""

    def change(world: World, pack: Pack) -> None:
        values = []
        for path in paths:
            here: Any = pack
            for step in path:
                here = here[step]
            values.append(copy.deepcopy(here))
        for path, value in zip(paths, reversed(values)):
            put(value, *path)(world, pack)

    return change


def released(rewrite: Callable[[int, Dict[str, Any]], None]) -> Change:
    """Another log under the same keys, whose entries are rewritten before they are sealed: signatures and proofs hold."""

    def change(world: World, pack: Pack) -> None:
        other = copy.copy(world)
        other.leaves, other.hashes = [], []
        other.tree = packs.Tree(other.hashes)
        for index, leaf in enumerate(world.leaves):
            entry = json.loads(leaf)
            if entry["prev"] is not None:
                before = world.of[entry["subject"]][entry["rev"] - 2]
                entry["prev"] = to_base64(other.hashes[before])
            rewrite(index, entry)
            other.append(v.canonical(entry))
        other.notes = {size: other.note(size) for size in other.sizes}
        pack.clear()
        pack.update(other.pack())

    return change


def only(index: int, name: str, value: Any) -> Change:
    """A log in which one leaf has another value."""

    def rewrite(place: int, entry: Dict[str, Any]) -> None:
        if place == index:
            entry[name] = value

    return released(rewrite)


def renote(size_at: int, write: Callable[[World, str], str]) -> Change:
    """Another note in the place of a checkpoint, in the proofs too."""

    def change(world: World, pack: Pack) -> None:
        old = pack["checkpoints"][size_at]
        new = write(world, old)
        pack["checkpoints"][size_at] = new
        for record in pack["records"]:
            for revision in record["revisions"]:
                head, gap, note = revision["proof"].partition("\n\n")
                if note == old:
                    revision["proof"] = head + gap + new

    return change


def cosigned(*times: Tuple[int, int]) -> Callable[[World, str], str]:
    """The note under the log's signature and cosignatures (witness, seconds after the last leaf)."""

    def write(world: World, note: str) -> str:
        text = note.partition("\n\n")[0] + "\n"
        size = int(text.split("\n")[1])
        lines = "".join(world.witnesses[who].cosign(text, world.time_of(size) + after) for who, after in times)
        return f"{text}\n{world.log.line(text)}{lines}"

    return write


def phones_at(days: int) -> Change:
    """Three phones cosign every checkpoint and cut their times to the day, so many days off; they alone make the quorum."""

    def write(world: World, note: str) -> str:
        size = int(note.split("\n")[1])
        midnight = -(world.time_of(size) % v.DAY_S) + days * v.DAY_S
        return cosigned(*((who, midnight) for who in (1, 2, 3)))(world, note)

    def change(world: World, pack: Pack) -> None:
        pack["policy"] = pack["policy"].replace("quorum both", "quorum phones")
        for place in range(len(pack["checkpoints"])):
            renote(place, write)(world, pack)

    return change


def forge(world: World, note: str) -> str:
    """The note with a signature of the log over another text."""
    text = note.partition("\n\n")[0] + "\n"
    return f"{text}\n{world.log.line(text + 'x')}"


def redrawn(**changes: Any) -> Change:
    """The draw with the seed made anew after a change to its note or words; the sample stays."""

    def change(world: World, pack: Pack) -> None:
        draw = pack["draw"]
        draw["from"].update(changes)
        made = v.sha256(draw["from"]["note"].encode(), b"\0", draw["from"]["words"].encode())
        draw["seed"] = to_base64(made)
        draw["drawn"] = {name: v.draw_from(made, some, draw["each"]) for name, some in draw["strata"].items()}

    return change
