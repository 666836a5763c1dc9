"""Packs that are wrong in one thing each, with the codes docs/pack.md gives them. `bad_packs.py FOLDER` writes them all, good ones too."""

from __future__ import annotations

import copy
import gzip
import json
import os
import sys
from typing import Any, Callable, Dict, List, Set, Tuple

import odd_packs
import packs
import pitlamp_verify as v
from changes import Case, Change, Pack, cosigned, drop, forge, only, phones_at, put, redrawn, released, renote, swap, turn
from packs import World, to_base64

def other_seed_note(world: World, pack: Pack) -> None:
    """A seed made from a checkpoint that is not in the pack."""
    text = world.head(2)
    redrawn(note=f"{text}\n{world.log.line(text)}")(world, pack)


def cosigned_seed_note(world: World, pack: Pack) -> None:
    """A seed made from a note with a second line, of which there could be many."""
    redrawn(note=pack["checkpoints"][-1])(world, pack)


def forked(world: World, pack: Pack) -> None:
    """The last checkpoint signs another tree."""
    text = f"{packs.ORIGIN}\n{world.sizes[-1]}\n{to_base64(bytes(32))}\n"
    renote(-1, lambda _world, _note: f"{text}\n{world.log.line(text)}")(world, pack)


def again(_world: World, pack: Pack) -> None:
    """A record that stands there twice."""
    pack["records"].append(copy.deepcopy(pack["records"][0]))


def reclosed(_world: World, pack: Pack) -> None:
    """A field both opened and withheld."""
    pack["records"][0]["revisions"][0]["withheld"].append("present")


def unclosed(_world: World, pack: Pack) -> None:
    """A field neither opened nor withheld."""
    pack["records"][0]["revisions"][0]["withheld"].clear()


def short_salt(world: World, pack: Pack) -> None:
    """A commitment with a salt of 31 bytes, in a log that sealed it so."""
    salt = to_base64(bytes(31))

    def rewrite(index: int, entry: Dict[str, Any]) -> None:
        if index == 0:
            entry["fields"]["present"] = to_base64(v.sha256(b"\x02", bytes(31), v.canonical(["present", 10])))

    released(rewrite)(world, pack)
    pack["records"][0]["revisions"][0]["opened"]["present"] = {"value": 10, "salt": salt}


REV = ("records", 1, "revisions", 0)
LAST = ("records", 2, "revisions", 2)
ITEM = ("scores", "scheme", "items", 0)
ONE = ("scores", "branches", 0)
ERASED = ("records", 3, "revisions", 0)


def renamed(_world: World, pack: Pack) -> None:
    """Another subject for a record that was not drawn."""
    drawn = [one for some in pack["draw"]["drawn"].values() for one in some]
    next(one for one in pack["records"] if one["subject"].startswith("meeting") and one["subject"] not in drawn)["subject"] = "x"


def day_closed(_world: World, pack: Pack) -> None:
    """The field with the day stays closed, and the day is told all the same."""
    revision = pack["records"][2]["revisions"][2]
    del revision["opened"]["held_on"]
    revision["withheld"].append("held_on")


def day_and_field(_world: World, pack: Pack) -> None:
    """Another day, in the record and in the field that holds it."""
    pack["records"][2]["happened"] = "2026-11-22"
    pack["records"][2]["revisions"][2]["opened"]["held_on"]["value"] = "2026-11-22"


def last_dropped(_world: World, pack: Pack) -> None:
    """A record up to its last revision but one, which opens nothing and so tells no day."""
    del pack["records"][2]["revisions"][2]
    pack["records"][2]["happened"] = None


def nothing(_world: World, _pack: Pack) -> None:
    """Leaves it as it is."""


CASES: List[Case] = [
    ("good", nothing, set()),
    ("good without draw", put(None, "draw"), set()),
    ("good without scores", put(None, "scores"), set()),
    ("good without records", lambda w, p: (put([], "records")(w, p), put(None, "draw")(w, p)), set()),
    ("good with quorum none", lambda w, p: put(p["policy"].replace("quorum both", "quorum none"), "policy")(w, p), set()),
    ("good, witnessed within 5 minutes", renote(0, cosigned((0, -360), (1, -360), (2, -360))), set()),
    ("good, a clock 5 minutes ahead", renote(2, cosigned((0, 840), (1, 0), (2, 0))), set()),
    ("good, phones cut their times to the day", phones_at(0), set()),
    ("phones saw it the day before", phones_at(-1), {"time-bad"}),
    ("phones say the log lacked it a day later", phones_at(1), {"time-bad"}),
    ("good, a time beyond all numbers", renote(0, cosigned((0, 2**53), (1, 2**63), (2, 0))), set()),
    ("good, a cosignature of an unknown witness", renote(0, lambda w, n: n + packs.Signer("x", b"x", 4).cosign("x", 1)), set()),
    ("no version", drop("v"), {"pack-unreadable"}),
    ("another version", put("pitlamp-pack/2", "v"), {"pack-unreadable"}),
    ("a name too many", put(1, "more"), {"pack-unreadable"}),
    ("a name too many in a record", put(1, "records", 0, "more"), {"pack-unreadable"}),
    ("a name missing in a record", drop("records", 0, "title"), {"pack-unreadable"}),
    ("no checkpoints", put([], "checkpoints"), {"pack-unreadable"}),
    ("no revisions", put([], "records", 0, "revisions"), {"pack-unreadable"}),
    ("a number as text", put("2", "draw", "each"), {"pack-unreadable"}),
    ("a number below 0", put(-1, "draw", "each"), {"pack-unreadable"}),
    ("true as a number", put(True, "draw", "each"), {"pack-unreadable"}),
    ("a fraction", put(1.5, "records", 0, "revisions", 0, "opened", "present", "value"), {"pack-unreadable"}),
    ("a lone surrogate", put("\ud800", "records", 0, "title"), {"pack-unreadable"}),
    ("no day", put("yesterday", "records", 0, "happened"), {"pack-unreadable"}),
    ("a bad key", turn("log", "vkey"), {"key-bad"}),
    ("a key of a witness", lambda w, p: put(w.witnesses[0].vkey, "log", "vkey")(w, p), {"key-bad"}),
    ("an unreadable policy", put("quorum", "policy"), {"policy-bad"}),
    ("another log in the policy", lambda w, p: put(p["policy"].replace(w.log.vkey, packs.Signer("x", b"x", 1).vkey), "policy")(w, p), {"policy-bad"}),
    ("a quorum of nothing", lambda w, p: put(p["policy"].replace("quorum both", "quorum two"), "policy")(w, p), {"policy-bad"}),
    ("no note", put("x", "checkpoints", 0), {"note-bad", "proof-bad"}),
    ("another origin", renote(0, lambda w, n: n.replace(packs.ORIGIN, "other.example", 1)), {"note-bad", "proof-bad"}),
    ("an extension line", renote(0, lambda w, n: n.replace("\n\n", "\nx\n\n", 1)), {"note-bad", "proof-bad"}),
    ("a signature twice", renote(0, lambda w, n: n + n.split("\n")[-2] + "\n"), {"note-bad", "proof-bad"}),
    ("no order", swap(("checkpoints", 2), ("checkpoints", 3)), {"note-bad", "consistency-bad", "proof-bad"}),
    ("a checkpoint twice", lambda w, p: (p["checkpoints"].append(p["checkpoints"][-1]), p["consistency"].append({"from": 13, "to": 13, "proof": []})), {"note-bad"}),
    ("a forged checkpoint", renote(1, forge), {"signature-bad"}),
    ("a checkpoint without the log's signature", renote(1, lambda w, n: n.partition("\n\n")[0] + "\n\n" + w.witnesses[0].cosign("x", 1)), {"signature-bad", "witness-bad"}),
    ("a forged cosignature", renote(0, lambda w, n: n.replace(n.split("\n")[-2], w.witnesses[2].cosign("x", 1)[:-1])), {"witness-bad"}),
    ("a cosignature cut short", renote(0, lambda w, n: n + f"— {w.witnesses[3].name} {to_base64(w.witnesses[3].id + bytes(64))}\n"), {"witness-bad"}),
    ("a fork", forked, {"consistency-bad", "proof-bad", "draw-bad"}),
    ("a consistency proof missing", drop("consistency", 1), {"consistency-bad"}),
    ("a consistency proof too many", lambda w, p: p["consistency"].append(p["consistency"][-1]), {"consistency-bad"}),
    ("consistency proofs swapped", swap(("consistency", 1), ("consistency", 2)), {"consistency-bad"}),
    ("a consistency proof for other sizes", put(2, "consistency", 1, "from"), {"consistency-bad"}),
    ("a consistency proof cut short", drop("consistency", 1, "proof", 0), {"consistency-bad"}),
    ("a consistency proof that is no hash", put("x", "consistency", 1, "proof", 0), {"consistency-bad"}),
    ("a leaf changed", turn(*REV, "leaf"), {"leaf-bad"}),
    ("leaves swapped", swap((*REV, "leaf"), ("records", 0, "revisions", 0, "leaf")), {"leaf-bad"}),
    ("a leaf that is no JSON", lambda w, p: put(to_base64(b"x"), *REV, "leaf")(w, p), {"leaf-bad"}),
    ("a leaf with a space", lambda w, p: put(to_base64(b" " + w.leaves[1]), *REV, "leaf")(w, p), {"leaf-bad"}),
    ("a leaf of another log", only(1, "log", "other.example"), {"leaf-bad"}),
    ("a leaf with another name", only(1, "more", "x"), {"leaf-bad"}),
    ("a leaf with dev", only(1, "dev", "x"), set()),
    ("a leaf with a short hash", only(1, "actor", "AAAA"), {"leaf-bad"}),
    ("a leaf received never", only(1, "received", "2026-02-30T00:00:00Z"), {"leaf-bad"}),
    ("a leaf with revision 0", only(1, "rev", 0), {"leaf-bad"}),
    ("the first revision missing", drop(*REV), {"leaf-bad"}),
    ("a middle revision missing", drop("records", 2, "revisions", 1), {"leaf-bad"}),
    ("the last revision missing", last_dropped, set()),
    ("the last revision missing, and yet its day", drop("records", 2, "revisions", 2), {"day-bad"}),
    ("a record twice", again, {"leaf-bad"}),
    ("a record of another subject", renamed, {"leaf-bad"}),
    ("a proof that is none", put("x", *REV, "proof"), {"proof-bad"}),
    ("proofs swapped", swap((*REV, "proof"), ("records", 1, "revisions", 1, "proof")), {"proof-bad"}),
    ("a proof's hash changed", turn(*REV, "proof"), {"proof-bad"}),
    ("a proof for another index", lambda w, p: put(p["records"][1]["revisions"][0]["proof"].replace("index 1", "index 2"), *REV, "proof")(w, p), {"proof-bad"}),
    ("a proof in a checkpoint that is not there", lambda w, p: put(p["records"][1]["revisions"][0]["proof"] + w.witnesses[3].cosign("x", 1), *REV, "proof")(w, p), {"proof-bad"}),
    ("another prev", only(2, "prev", to_base64(bytes(32))), {"chain-bad"}),
    ("a first revision with prev", only(1, "prev", to_base64(bytes(32))), {"chain-bad"}),
    ("received at the same time", only(2, "received", "2026-11-20T01:10:00Z"), {"chain-bad"}),
    ("a value changed", put(11, "records", 0, "revisions", 0, "opened", "present", "value"), {"field-bad"}),
    ("a value as text", put("10", "records", 0, "revisions", 0, "opened", "present", "value"), {"field-bad"}),
    ("a salt changed", turn("records", 0, "revisions", 0, "opened", "present", "salt"), {"field-bad"}),
    ("a salt that is no base64", put("?", "records", 0, "revisions", 0, "opened", "present", "salt"), {"field-bad"}),
    ("a short salt", short_salt, {"field-bad"}),
    ("values swapped", swap((*LAST, "opened", "题目"), (*LAST, "opened", "present")), {"field-bad"}),
    ("a field nowhere", unclosed, {"fields-bad"}),
    ("a field both open and closed", reclosed, {"fields-bad"}),
    ("a field that the leaf lacks", put({"value": 1, "salt": to_base64(bytes(32))}, *LAST, "opened", "more"), {"fields-bad"}),
    ("a closed field that the leaf lacks", put(["notes", "more"], *LAST, "withheld"), {"fields-bad"}),
    ("a notice that is none", put(0, *ERASED, "erased"), {"erased-bad"}),
    ("a notice that is not in the pack", lambda w, p: p.update(records=[r for r in p["records"] if not r["subject"].startswith("notice")]), {"erased-bad"}),
    ("erased and yet opened", put(7, *LAST, "erased"), {"erased-bad"}),
    ("another day", put("2026-11-22", *LAST[:2], "happened"), {"day-bad"}),
    ("no day though one was sealed", put(None, *LAST[:2], "happened"), {"day-bad"}),
    ("a day though it stays closed", day_closed, {"day-bad"}),
    ("a day of a record that was erased", put("2026-11-19", *ERASED[:2], "happened"), {"day-bad"}),
    ("a day and its field changed alike", day_and_field, {"field-bad"}),
    ("received long before", only(4, "received", "2026-11-20T00:00:00Z"), {"time-bad", "chain-bad"}),
    ("received long after", only(0, "received", "2026-11-20T02:00:00Z"), {"time-bad"}),
    ("a witness's clock 5 minutes and a second ahead", renote(2, cosigned((0, 841), (1, 0), (2, 0))), {"time-bad"}),
    ("witnessed 6 minutes and a second too early", renote(0, cosigned((0, -361), (1, -361), (2, -361))), {"time-bad"}),
    ("another seed", turn("draw", "seed"), {"draw-bad"}),
    ("a seed that is no base64", put("?", "draw", "seed"), {"draw-bad"}),
    ("other words", put("今天天晴", "draw", "from", "words"), {"draw-bad"}),
    ("a seed of a strange note", redrawn(note="x"), {"draw-bad"}),
    ("a seed of a checkpoint that is not there", other_seed_note, {"draw-bad"}),
    ("a seed of a note with two lines", cosigned_seed_note, {"draw-bad"}),
    ("drawn in another order", lambda w, p: p["draw"]["drawn"]["even"].reverse(), {"draw-bad"}),
    ("one drawn less", drop("draw", "drawn", "even", 1), {"draw-bad"}),
    ("fewer to draw", put(1, "draw", "each"), {"draw-bad"}),
    ("a stratum not drawn", drop("draw", "drawn", "empty"), {"draw-bad"}),
    ("a stratum too many", put([], "draw", "drawn", "more"), {"draw-bad"}),
    ("a subject twice in the list", lambda w, p: p["draw"]["strata"]["even"].append(p["draw"]["strata"]["even"][0]), {"draw-bad"}),
    ("a drawn record missing", lambda w, p: p["records"].remove(next(r for r in p["records"] if r["subject"] in p["draw"]["drawn"]["even"])), {"draw-bad"}),
    ("a drawn record in no stratum", lambda w, p: next(r for r in p["records"] if r["subject"] in p["draw"]["drawn"]["even"]).update(stratum=None), {"draw-bad"}),
    ("another score", put("89.63", *ONE, "score", "score"), {"score-bad"}),
    ("another base", put("88.30", *ONE, "score", "base"), {"score-bad"}),
    ("another bonus", put("1.34", *ONE, "score", "bonus"), {"score-bad"}),
    ("another grade", put("好", *ONE, "score", "grade"), {"score-bad"}),
    ("vetoed", put(True, *ONE, "score", "vetoed"), {"score-bad"}),
    ("other points", put("17.51", *ONE, "score", "items", 0, "points"), {"score-bad"}),
    ("no points", put(None, *ONE, "score", "items", 0, "points"), {"score-bad"}),
    ("an item less", drop(*ONE, "score", "items", 5), {"score-bad"}),
    ("items swapped", swap((*ONE, "score", "items", 0), (*ONE, "score", "items", 1)), {"score-bad"}),
    ("another fact", put("2", *ONE, "facts", "meeting.missed(themeDay)"), {"score-bad"}),
    ("a fact missing", drop(*ONE, "facts", "dues.onTime"), {"score-bad"}),
    ("a fact over 0", put("1/0", *ONE, "facts", "dues.onTime"), {"score-bad"}),
    ("a fact in words", put("all", *ONE, "facts", "dues.onTime"), {"score-bad"}),
    ("another rule", put("rank", *ITEM, "rule"), {"score-bad"}),
    ("a parameter missing", drop(*ITEM, "params", "k"), {"score-bad"}),
    ("a parameter below 0", put("-1", *ITEM, "params", "k"), {"score-bad"}),
    ("a step of 0", put("0", "scores", "scheme", "items", 1, "params", "step"), {"score-bad"}),
    ("bands upside down", lambda w, p: p["scores"]["scheme"]["bands"].reverse(), {"score-bad"}),
    ("another band", put("91.00", "scores", "scheme", "bands", 1, "from"), {"score-bad"}),
    ("a ceiling that is no grade", put("x", "scores", "scheme", "items", 4, "params", "ceiling"), set()),
]


CASES += odd_packs.CASES


def write_all(folder: str) -> Dict[str, List[str]]:
    """Every case as a zip in the folder; answers file name → codes, which is also written as `expected.json`."""
    world = World()
    good = world.pack()
    expected: Dict[str, List[str]] = {}
    for number, (name, change, codes) in enumerate(CASES):
        pack = copy.deepcopy(good)
        change(world, pack)
        file = f"{number:03d} {name}.zip"
        packs.whole_zip(os.path.join(folder, file), pack)
        expected[file] = sorted(codes)
    pages = {
        "another pack in the page": packs.page_with(packs.dump({})),
        "no pack in the page": b"<html>",
        "two packs in the page": packs.page_with(packs.dump(good)) * 2,
        "a page cut short": packs.page_with(packs.dump(good))[:-20],
        "something after the pack in the page": packs.page_with(packs.dump(good)).replace(b"</script>", b"\n</script>"),
        "two gzip members in the page": b'<script id="pack" type="application/gzip">'
        + to_base64(gzip.compress(packs.dump(good)) + gzip.compress(b"")).encode()
        + b"</script>",
    }
    for name, page in pages.items():
        file = f"page {name}.zip"
        packs.whole_zip(os.path.join(folder, file), good, page)
        expected[file] = ["pack-differs"]
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as out:
        json.dump(expected, out, ensure_ascii=False, indent=1)
    return expected


if __name__ == "__main__":
    print(len(write_all(sys.argv[1])))
