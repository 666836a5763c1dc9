"""Packs changed at random, to hold two verifiers against each other: `rough_packs.py FOLDER COUNT SEED` writes `NNNNN.zip` files."""

from __future__ import annotations

import copy
import json
import os
import random
import struct
import sys
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, Callable, Dict, List, Tuple

import packs
import pitlamp_verify as v
from bad_packs import CASES
from changes import Pack, put, redrawn, released, renote
from packs import World, to_base64

Chance = random.Random
ODD: List[Any] = [None, True, False, 0, 1, -1, 2**53 - 1, 2**53, -(2**53), 1.5, 1.0, "", "x", "\u0000", "\ud800", "=" * 44, to_base64(bytes(32)), [], {}, [[]], {"": 0}, {"__proto__": 1}, "n/a", "0", "-1", "1/2", "1/0", "00.00", "2026-02-30", "2026-11-20T00:00:00Z", "\u2028", "😂", "constructor", "１"]
TEXTS = ["", " ", "\n", "\t", "\r", "\u0000", "\u00a0", "\u3000", "\ufeff", "+", "=", "A", "0", "-", "—", "é", "e\u0301", "😂", "\x7f", "\u0085", "\u200b"]


def every_place(value: Any) -> List[Tuple[Any, Any]]:
    """(holder, key) of everything inside."""
    found: List[Tuple[Any, Any]] = []
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        found += [(value, key), *every_place(value[key])]
    return found


def rough_text(chance: Chance, text: str) -> str:
    """A text with a letter changed, lost, doubled or put in."""
    at = chance.randrange(len(text) + 1)
    way = chance.randrange(6)
    if way == 0:
        return text[:at] + chance.choice(TEXTS) + text[at:]
    if way == 1:
        return text[:at] + text[at + 1 :]
    if way == 2:
        return text[:at] + text[at : at + 1] * 2 + text[at + 1 :]
    if way == 3:
        return text[:at] + text[at : at + 1].swapcase() + text[at + 1 :]
    if way == 4:
        return text[:at]
    return text[:at] + chance.choice("ABC019/+=\n -") + text[at + 1 :]


def rough_value(chance: Chance, value: Any) -> Any:
    """Something near the value, or something odd."""
    if chance.random() < 0.25:
        return copy.deepcopy(chance.choice(ODD))
    if isinstance(value, str):
        return rough_text(chance, value)
    if isinstance(value, bool) or value is None:
        return not value
    if isinstance(value, int):
        return value + chance.choice([-1, 1, 2, 86400, -86400])
    if isinstance(value, list):
        changed = [*value, *value[:1]] if chance.random() < 0.3 else chance.sample(value, len(value))
        return changed[: chance.randrange(len(changed) + 1)] if chance.random() < 0.4 else changed
    return {**value, chance.choice(["more", "", "__proto__", "toString"]): chance.choice(ODD)}


def change_values(chance: Chance, _world: World, pack: Pack) -> None:
    """One to three values anywhere."""
    for _ in range(chance.randrange(1, 4)):
        holder, key = chance.choice(every_place(pack))
        if isinstance(holder, list) and key >= len(holder) or isinstance(holder, dict) and key not in holder:
            continue
        if chance.random() < 0.1:
            del holder[key]
        else:
            holder[key] = rough_value(chance, holder[key])


def swap_values(chance: Chance, _world: World, pack: Pack) -> None:
    """Two values that stand under the same name in two places."""
    places = every_place(pack)
    holder, key = chance.choice(places)
    others = [other for other, name in places if name == key and other is not holder and type(other) is type(holder)]
    if others:
        other = chance.choice(others)
        holder[key], other[key] = copy.deepcopy(other[key]), copy.deepcopy(holder[key])


def change_entries(chance: Chance, world: World, pack: Pack) -> None:
    """Other leaves, sealed as they are: only what the entry says can be wrong."""
    chosen = chance.randrange(len(world.leaves))

    def rewrite(index: int, entry: Dict[str, Any]) -> None:
        if index != chosen:
            return
        name = chance.choice([*entry, "received", "prev", "rev", "kind", "more", "dev"])
        if name == "received":
            moved = packs.START + timedelta(seconds=packs.STEP_S * index + chance.choice([-1200, -600, -500, -301, -300, -1, 0, 1, 300, 600, 86399, 86400]))
            entry[name] = moved.isoformat(timespec=chance.choice(["seconds", "milliseconds", "microseconds"])) + "Z"
            if chance.random() < 0.3:
                entry[name] = rough_text(chance, entry[name])
        elif name == "kind":
            entry[name] = chance.choice(["people.erase", "", "sealed.write", "x"])
        else:
            entry[name] = rough_value(chance, entry.get(name, "x"))

    try:
        released(lambda index, entry: rewrite(index, entry))(world, pack)
    except (v.Malformed, TypeError):
        change_values(chance, world, pack)


def change_notes(chance: Chance, world: World, pack: Pack) -> None:
    """Other signature lines, at other times."""

    def write(_world: World, note: str) -> str:
        text = note.partition("\n\n")[0] + "\n"
        size = int(text.split("\n")[1])
        signers = chance.sample(world.witnesses, chance.randrange(5))
        day = world.time_of(size) // 86400 * 86400
        times = [world.time_of(size) + chance.choice([-400, -361, -360, 0, 299, 3600]), day, day + 86400, day - 86400, 0, 2**53 - 1, 2**53, 2**63 - 1, 2**63]
        lines = [world.log.line(text)] + [one.cosign(text, chance.choice(times)) for one in signers]
        if chance.random() < 0.2:
            lines += [packs.Signer(chance.choice(["x", signers[0].name if signers else "y"]), b"x", 4).cosign(text, 1)]
        if chance.random() < 0.1:
            lines += lines[:1]
        if chance.random() < 0.3:
            chance.shuffle(lines)
        if chance.random() < 0.1:
            lines.pop()
        return f"{text}\n{''.join(lines)}"

    for _ in range(chance.randrange(1, 4)):
        renote(chance.randrange(len(pack["checkpoints"])), write)(world, pack)


def change_policy(chance: Chance, world: World, pack: Pack) -> None:
    """Another policy: often one that can be read."""
    words = ["all", "any", "1", "2", "3", "02", "+1", "0", "none", "phones", "both", "committee", "phone1", "phone2", "x", "#", "group", "quorum", "log", "witness", world.log.vkey, world.witnesses[0].vkey, world.witnesses[3].vkey]
    lines = pack["policy"].split("\n")
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(lines))
        parts = lines[at].split(" ")
        way = chance.randrange(6)
        if way == 0:
            parts[chance.randrange(len(parts))] = chance.choice(words)
        elif way == 1:
            parts.insert(chance.randrange(len(parts) + 1), chance.choice([*words, *TEXTS]))
        elif way == 2:
            parts.pop()
        elif way == 3:
            chance.shuffle(lines)
            continue
        elif way == 4:
            lines.insert(at, chance.choice(lines))
            continue
        else:
            parts = [rough_text(chance, " ".join(parts))]
        lines[at] = " ".join(parts)
    pack["policy"] = "\n".join(lines)


def easier_policy(chance: Chance, _world: World, pack: Pack) -> None:
    """A policy that other cosignatures satisfy, with other notes: times are taken from others."""
    quorum = chance.choice(["committee", "phone1", "phone2", "phones", "none", "both"])
    pack["policy"] = pack["policy"].replace("quorum both", f"quorum {quorum}").replace("phones 2", f"phones {chance.choice(['1', '2', '3', 'any', 'all'])}")
    change_notes(chance, _world, pack)


def number(chance: Chance) -> str:
    """A number of scores."""
    whole = str(chance.choice([0, 0, 1, 2, 3, 5, 7, 10, 60, 90, 100, 999999999999, 10**12]))
    kind = chance.randrange(4)
    if kind == 0:
        return f"{whole}.{chance.choice(['5', '005', '333333333333', '0', '125'])}"
    if kind == 1:
        return f"{chance.randrange(200)}/{chance.choice([1, 2, 3, 6, 7, 11, 97, 0])}"
    return whole


def points(chance: Chance) -> str:
    """Points of a scheme."""
    return f"{chance.choice([0, 5, 10, 20, 30, 100])}.{chance.choice(['00', '00', '50', '33'])}"


def rough_scheme(chance: Chance) -> Dict[str, Any]:
    """A scheme of any rules."""
    grades = ["好", "较好", "一般", "差"][: chance.randrange(5)]
    lowest = sorted({chance.randrange(0, 11000) for _ in grades}, reverse=True)
    bands = [{"grade": grade, "from": f"{low // 100}.{low % 100:02d}"} for grade, low in zip(grades, lowest)]
    items = []
    for place in range(chance.randrange(7)):
        rule = chance.choice(list(v.NUMBERS))
        params = {name: number(chance) for name in v.NUMBERS[rule]}
        if rule == "threshold":
            params["op"] = chance.choice([">=", "<=", "="])
        if rule == "veto":
            params["ceiling"] = chance.choice([*grades, "x"])
        items.append({"no": str(place), "name": "", "fact": chance.choice("abc"), "of": points(chance), "rule": rule, "params": params})
    return {"version": 1, "bands": bands, "items": items}


def change_scores(chance: Chance, _world: World, pack: Pack) -> None:
    """Other schemes and facts with the scores this verifier makes of them, sometimes a hundredth off."""
    scheme = rough_scheme(chance)
    branches = []
    for place in range(chance.randrange(1, 4)):
        facts = {key: chance.choice([number(chance), number(chance), "n/a"]) for key in "abc"}
        try:
            right = v.score_of(*v.parse_scheme(scheme), facts)
        except v.Malformed:
            right = pack["scores"]["branches"][0]["score"]
        if chance.random() < 0.2 and right["base"]:
            right["base"] = str(Fraction(right["base"]) + Fraction(1, 100))
        branches.append({"id": str(place), "name": "", "facts": facts, "score": right})
    pack["scores"] = {"period": "2026Q4", "scheme": scheme, "branches": branches}
    if chance.random() < 0.3:
        change_values(chance, _world, pack["scores"])


def change_draw(chance: Chance, world: World, pack: Pack) -> None:
    """Another draw that is worked out rightly, from strata that may be wrong."""
    draw = pack["draw"]
    for some in draw["strata"].values():
        if some and chance.random() < 0.3:
            some.append(chance.choice([*some, "x", "😂", ""]))
    draw["each"] = chance.choice([0, 1, 2, 3, 2**53 - 1])
    redrawn(words=chance.choice(["", "\u0000", "今天下雨", "😂"]))(world, pack)


def change_case(chance: Chance, world: World, pack: Pack) -> None:
    """One of the known cases on top."""
    chance.choice(CASES)[1](world, pack)


def change_erased(chance: Chance, world: World, pack: Pack) -> None:
    """Another claim of erasure."""
    record = chance.choice(pack["records"])
    revision = chance.choice(record["revisions"])
    revision["erased"] = chance.randrange(len(world.leaves) + 1)
    if chance.random() < 0.5:
        revision["withheld"] += list(revision["opened"])
        revision["opened"] = {}


def change_proof(chance: Chance, world: World, pack: Pack) -> None:
    """A proof in another checkpoint, with extra data, or a letter changed."""
    index = chance.randrange(len(world.leaves))
    size = chance.choice([one for one in world.sizes if one > index])
    written = world.proof(index, size)
    if chance.random() < 0.5:
        head, _, rest = written.partition("\n")
        written = f"{head}\nextra {chance.choice(['', 'AQ==', 'AQ', '!'])}\n{rest}"
    if chance.random() < 0.3:
        written = rough_text(chance, written)
    subject = json.loads(world.leaves[index])["subject"]
    for record in pack["records"]:
        if record["subject"] == subject:
            put(written, "revisions", world.of[subject].index(index) % len(record["revisions"]), "proof")(world, record)


CHANGES: List[Callable[[Chance, World, Pack], None]] = [
    change_values, change_values, swap_values, change_entries, change_entries, change_notes, easier_policy, change_policy, change_scores, change_draw, change_case, change_erased, change_proof,
]


def rough_json(chance: Chance, packed: bytes) -> bytes:
    """Another spelling of JSON, or a changed byte."""
    text = packed.decode("utf-8", "surrogatepass")
    way = chance.randrange(8)
    at = chance.randrange(len(text))
    if way == 0:
        text = text.replace('"each": 2', '"each": ' + chance.choice(["2.0", "2e0", "02", "+2", "-0", "2 ", "0x2", "9007199254740993", "1" * 400]))
    elif way == 1:
        text = text.replace('"draw"', chance.choice(['"dr\\u0061w"', '"draw":null,"draw"', '"draw" \n\t\r', '"draw"\u00a0']), 1)
    elif way == 2:
        text = text.replace('"title": "', '"title": "' + chance.choice(["\\/", "\\x", "\\ud83d\\ude02", "\\ud83d", "\\u0000", "\t", "\\t", "\\uDE02\\uD83D", "\u2028", "\ufeff"]), 1)
    elif way == 3:
        depth = chance.choice([55, 57, 58, 59, 60, 64, 65, 2000])
        text = text.replace('"value": 10', '"value": ' + "[" * depth + "]" * depth, 1)
    elif way == 4:
        text = chance.choice(["\ufeff", " ", "\n", "//\n", "[", "\u00a0"]) + text
    elif way == 5:
        text = text + chance.choice([" ", "\n", "x", "}", "\u0000", ","])
    else:
        data = bytearray(text.encode("utf-8", "surrogatepass"))
        at = chance.randrange(len(data))
        data[at] = chance.choice([data[at] ^ 1 << chance.randrange(8), 0, 0xFF, 0x80, 0x22, 0x5C])
        return bytes(data)
    return text.encode("utf-8", "surrogatepass")


def rough_zip(chance: Chance, data: bytes) -> bytes:
    """Changed bytes of a zip, mostly of its headers."""
    changed = bytearray(data)
    marks = [at for at in range(len(data) - 4) if data[at : at + 2] == b"PK" and data[at + 2] in (1, 3, 5)]
    way = chance.randrange(5)
    if way < 3:
        start = chance.choice(marks)
        at = min(start + chance.randrange(46), len(data) - 1)
        changed[at] = chance.choice([changed[at] ^ 1 << chance.randrange(8), 0, 0xFF])
    elif way == 3:
        at = chance.randrange(len(changed))
        changed[at] ^= 1 << chance.randrange(8)
    else:
        at = chance.choice(marks)
        changed[at:at] = chance.choice([b"x", b"PK", struct.pack("<IHHH", 0x08074B50, 0, 0, 0)])
    return bytes(changed)


def rough_page(chance: Chance, packed: bytes) -> bytes:
    """A page with its pack spelt otherwise."""
    page = packs.page_with(packed)
    way = chance.randrange(4)
    if way == 0:
        at = chance.randrange(len(page))
        return page[:at] + chance.choice([b" ", b"\n", b"A", b""]) + page[at + 1 :]
    if way == 1:
        return page.replace(b'id="pack"', chance.choice([b"id=pack", b"id='pack'", b'id="Pack"', b'ID="pack"']))
    if way == 2:
        return page + chance.choice([b"<script id=\"pack\"></script>", page[:60], b"</script>", b"\xff"])
    return page.replace(b"</script>", chance.choice([b"</SCRIPT>", b"</script >", b"\n</script>", b"</script"]))


def write(chance: Chance, worlds: List[Tuple[World, Pack]], path: str) -> None:
    """One pack."""
    world, good = chance.choice(worlds)
    pack = copy.deepcopy(good)
    for _ in range(chance.choice([0, 1, 1, 1, 2])):
        try:
            chance.choice(CHANGES)(chance, world, pack)
        except (LookupError, TypeError, AttributeError, ValueError, StopIteration):
            continue
    packed = packs.dump(pack)
    way = chance.random()
    if way < 0.2:
        packed = rough_json(chance, packed)
    if way < 0.5:
        data = packed
    else:
        page = rough_page(chance, packed) if way > 0.9 else packs.page_with(packed)
        packs.write_zip(path, {"README.txt": b"read me", "index.html": page, "pack.json": packed})
        with open(path, "rb") as file:
            data = file.read()
        if 0.6 < way < 0.75:
            data = rough_zip(chance, data)
    with open(path, "wb") as file:
        file.write(data)


def write_many(folder: str, count: int, seed: int) -> None:
    """So many packs, the same for the same seed."""
    chance = Chance(seed)
    worlds = [(world, world.pack()) for world in (World(1, 1), World(3, 1), World(6, 2))]
    for place in range(count):
        write(chance, worlds, os.path.join(folder, f"{place:05d}.zip"))


if __name__ == "__main__":
    write_many(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
