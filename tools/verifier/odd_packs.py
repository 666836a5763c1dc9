"""Packs at the edges of the texts, where two programs easily read two things; a few of them are attacks."""

from __future__ import annotations

import hashlib
from typing import Any, Callable, Dict, List

import packs
import pitlamp_verify as v
from changes import Case, Change, Pack, only, put, redrawn, released, renote, turn
from packs import Signer, World, to_base64

ORDER_8 = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "", "0", "\u2028", "\ufb33", "😂", "\u0000", "\x7f", "é", "e\u0301"]


def torsion() -> v.Point:
    """A point of order 8."""
    point = v.decode_point(bytes.fromhex(ORDER_8))
    assert point is not None
    return point


def world(**options: Any) -> Change:
    """The pack of another world."""

    def change(_world: World, pack: Pack) -> None:
        pack.update(World(**options).pack())

    return change


def in_policy(old: str, new: str) -> Change:
    """Other words in the policy."""

    def change(_world: World, pack: Pack) -> None:
        pack["policy"] = pack["policy"].replace(old, new)

    return change


def after(*changes: Change) -> Change:
    """One change after the other."""

    def change(made: World, pack: Pack) -> None:
        for one in changes:
            one(made, pack)

    return change


def resigned(sign: Callable[[Signer, bytes], bytes]) -> Change:
    """The second checkpoint under a signature that is made otherwise."""

    def write(made: World, note: str) -> str:
        text = note.partition("\n\n")[0] + "\n"
        return f"{text}\n— {made.log.name} {to_base64(made.log.id + sign(made.log, text.encode()))}\n"

    return renote(1, write)


def above_the_order(log: Signer, message: bytes) -> bytes:
    """S + L."""
    signature = log.sign(message)
    return signature[:32] + (int.from_bytes(signature[32:], "little") + v.L).to_bytes(32, "little")


def with_commitment(log: Signer, message: bytes, r: bytes) -> bytes:
    """A signature whose R is written as given and is the neutral point, or one of small order."""
    k = int.from_bytes(hashlib.sha512(r + log.public + message).digest(), "little") % v.L
    return r + (k * log.secret % v.L).to_bytes(32, "little")


def loose_r(log: Signer, message: bytes) -> bytes:
    """The neutral point written as p + 1."""
    return with_commitment(log, message, (v.P + 1).to_bytes(32, "little"))


def neutral_r(log: Signer, message: bytes) -> bytes:
    """The neutral point as it is written: a signature by the letter of RFC 8032."""
    return with_commitment(log, message, (1).to_bytes(32, "little"))


def small_key(made: World, pack: Pack) -> None:
    """A log whose key is the neutral point, under which anybody signs."""
    neutral = (1).to_bytes(32, "little")
    number = v.sha256(made.origin.encode(), b"\n\x01", neutral)[:4]
    vkey = f"{made.origin}+{number.hex()}+{to_base64(bytes([1]) + neutral)}"
    pack["policy"] = pack["policy"].replace(made.log.vkey, vkey)
    pack["log"]["vkey"] = vkey
    put(None, "draw")(made, pack)
    line = f"— {made.origin} {to_base64(number + neutral + bytes(32))}\n"
    for place in range(len(pack["checkpoints"])):
        renote(place, lambda _made, note: f"{note.partition(chr(10) * 2)[0]}\n\n{line}")(made, pack)


def no_point(made: World, pack: Pack) -> None:
    """A log whose key is no point at all."""
    public = (2).to_bytes(32, "little")
    number = v.sha256(made.origin.encode(), b"\n\x01", public)[:4].hex()
    vkey = f"{made.origin}+{number}+{to_base64(bytes([1]) + public)}"
    pack["policy"] = pack["policy"].replace(made.log.vkey, vkey)
    pack["log"]["vkey"] = vkey
    put(None, "draw")(made, pack)


def loud_key(made: World, pack: Pack) -> None:
    """The key id in capitals."""
    number = made.log.id.hex()
    pack["log"]["vkey"] = pack["log"]["vkey"].replace(number, number.upper())


def loud_witness(made: World, pack: Pack) -> None:
    """A witness's key id in capitals."""
    number = made.witnesses[0].id.hex()
    pack["policy"] = pack["policy"].replace(number, number.upper())


def from_nothing(root: bytes) -> Change:
    """A checkpoint of the empty tree before the others."""

    def change(made: World, pack: Pack) -> None:
        text = f"{made.origin}\n0\n{to_base64(root)}\n"
        pack["checkpoints"].insert(0, f"{text}\n{made.log.line(text)}")
        pack["consistency"].insert(0, {"from": 0, "to": made.sizes[0], "proof": []})

    return change


def lines(count: int) -> Change:
    """A note with so many lines."""

    def write(_made: World, note: str) -> str:
        more = count - note.partition("\n\n")[2].count("\n")
        return note + "".join(f"— x{n} {to_base64(bytes([n % 256]) * 68)}\n" for n in range(more))

    return renote(0, write)


def long_leaf(length: int) -> Change:
    """A leaf of exactly so many bytes."""

    def rewrite(index: int, entry: Dict[str, Any]) -> None:
        if index == 0:
            entry["src"] = ""
            entry["src"] = "x" * (length - len(v.canonical(entry)))

    return released(rewrite)


def chained_policy(depth: int) -> Change:
    """Groups of groups, so many deep."""

    def change(_made: World, pack: Pack) -> None:
        groups = ["group g0 any both", *(f"group g{n} any g{n - 1}" for n in range(1, depth))]
        pack["policy"] = pack["policy"].replace("quorum both", "\n".join([*groups, f"quorum g{depth - 1}"]))

    return change


def crowded_policy(_made: World, pack: Pack) -> None:
    """A hundred witnesses more."""
    lines = [f"witness w{n} {Signer(f'w{n}', str(n).encode(), 4).vkey}\n" for n in range(100)]
    pack["policy"] = "".join(lines) + pack["policy"]


def log_as_witness(made: World, pack: Pack) -> None:
    """The log's own key as a further witness of the other type."""
    twin = Signer(made.origin, bytes(range(32)), 4)
    pack["policy"] = f"witness twin {twin.vkey}\n" + pack["policy"]


def renamed_stratum(name: str) -> Change:
    """A stratum of another name."""

    def change(_made: World, pack: Pack) -> None:
        for part in ("strata", "drawn"):
            lists = pack["draw"][part]
            pack["draw"][part] = {name if one == "even" else one: subjects for one, subjects in lists.items()}
        for record in pack["records"]:
            record["stratum"] = name if record["stratum"] == "even" else record["stratum"]

    return change


def renamed_fact(name: str) -> Change:
    """A fact of another name."""

    def change(_made: World, pack: Pack) -> None:
        scores = pack["scores"]
        old = scores["scheme"]["items"][0]["fact"]
        scores["scheme"]["items"][0]["fact"] = name
        for branch in scores["branches"]:
            branch["facts"] = {name if one == old else one: value for one, value in branch["facts"].items()}

    return change


ITEM = ("scores", "scheme", "items", 0)
OPENED = ("records", 0, "revisions", 0, "opened")
MORE: Dict[str, Any] = {name: {"\ufb33": 1, "😂": [name, -(2**53) + 1, {}]} for name in NAMES}

CASES: List[Case] = [
    ("odd field names", world(more=MORE), set()),
    *((f"a field nowhere called {name!a}", put({"value": 1, "salt": to_base64(bytes(32))}, *OPENED, name), {"fields-bad"}) for name in NAMES[:5]),
    *((f"a stratum called {name!a}", renamed_stratum(name), set()) for name in NAMES),
    *((f"a fact called {name!a}", renamed_fact(name), set()) for name in NAMES),
    *((f"a fact missing called {name!a}", put(name, *ITEM, "fact"), {"score-bad"}) for name in NAMES),
    *((f"a rule called {name!a}", put(name, *ITEM, "rule"), {"score-bad"}) for name in NAMES[:5]),
    *((f"an op called {name!a}", put(name, "scores", "scheme", "items", 2, "params", "op"), {"score-bad"}) for name in NAMES[:5]),
    *((f"a parameter called {name!a}", put("1", *ITEM, "params", name), {"score-bad"}) for name in NAMES[:5]),
    *((f"a ceiling called {name!a}", put(name, "scores", "scheme", "items", 4, "params", "ceiling"), set()) for name in NAMES[:5]),
    *((f"a witness called {name!a}", in_policy(" committee", f" {name}"), set()) for name in [*NAMES[:4], "é", "\u3000", "\u00a0", "+"]),
    *((f"an unknown quorum called {name!a}", in_policy("quorum both", f"quorum {name}"), {"policy-bad"}) for name in NAMES[:4]),
    *((f"an unknown member called {name!a}", in_policy("phone1 phone2", f"phone1 {name}"), {"policy-bad"}) for name in NAMES[:4]),
    *((f"an origin with {c!a}", world(records=1, origin=f"a{c}b"), set()) for c in ("\u200b", "\u180e", "—", "😂", "é")),
    *((f"an origin with the space {c!a}", after(world(records=1, origin=f"a{c}b"), put("quorum none\n", "policy"), put(None, "draw")), {"key-bad", "note-bad", "proof-bad"}) for c in ("\u0085", "\u00a0", "\u1680", "\u2000", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", " ", "+")),
    ("S above the order", resigned(above_the_order), {"signature-bad"}),
    ("R written loosely", resigned(loose_r), {"signature-bad"}),
    ("R that is the neutral point", resigned(neutral_r), set()),
    ("a signature cut short", resigned(lambda log, message: log.sign(message)[:-1]), {"signature-bad"}),
    ("a signature and a byte", resigned(lambda log, message: log.sign(message) + b"x"), {"signature-bad"}),
    ("a key of small order", small_key, {"signature-bad"}),
    ("a key that is no point", no_point, {"signature-bad"}),
    ("a key id in capitals", loud_key, {"key-bad"}),
    ("a witness's key id in capitals", loud_witness, {"policy-bad"}),
    ("a checkpoint of nothing", from_nothing(v.EMPTY_ROOT), set()),
    ("a checkpoint of nothing that has a root", from_nothing(bytes(32)), {"consistency-bad"}),
    ("a checkpoint beyond all numbers", renote(-1, lambda _made, note: note.replace("\n13\n", f"\n{2**53}\n")), {"note-bad", "proof-bad", "draw-bad"}),
    ("100 lines under a note", lines(100), set()),
    ("101 lines under a note", lines(101), {"note-bad", "proof-bad"}),
    ("a leaf of 65,535 bytes", long_leaf(65535), set()),
    ("a leaf of 65,536 bytes", long_leaf(65536), {"leaf-bad"}),
    ("a policy 2,000 groups deep", chained_policy(2000), set()),
    ("a policy with 104 witnesses", crowded_policy, set()),
    ("the log as a witness", log_as_witness, set()),
    ("a threshold with a leading zero", in_policy("phones 2", "phones 02"), {"policy-bad"}),
    ("a policy without its last newline", lambda _made, pack: pack.update(policy=pack["policy"][:-1]), {"policy-bad"}),
    ("a bad key and another log in the policy", after(turn("log", "vkey"), in_policy("log ", f"log {Signer('x', b'x', 1).vkey}\nlog ")), {"key-bad"}),
    ("a bad key and no key in the policy", after(turn("log", "vkey"), in_policy("log ", "log x\nlog ")), {"key-bad", "policy-bad"}),
    ("in the year 0", only(0, "occurred", "0000-01-01T00:00:00Z"), {"leaf-bad"}),
    ("in the year 1", only(0, "occurred", "0001-01-01T00:00:00Z"), set()),
    ("in the year 9999", only(0, "occurred", "9999-12-31T23:59:59.999999Z"), set()),
    ("in a leap year that was none", only(0, "occurred", "1900-02-29T00:00:00Z"), {"leaf-bad"}),
    ("in a leap second", only(0, "occurred", "2016-12-31T23:59:60Z"), {"leaf-bad"}),
    ("words with a NUL", redrawn(words="\u0000"), set()),
    ("all cosigned at time 0", renote(0, lambda made, note: made.head(1) + "\n" + made.log.line(made.head(1)) + "".join(one.cosign(made.head(1), 0) for one in made.witnesses[:3])), {"time-bad"}),
    ("a proof for an index beyond all numbers", lambda _made, pack: put(pack["records"][0]["revisions"][0]["proof"].replace("index 0", f"index {2**53}"), "records", 0, "revisions", 0, "proof")(_made, pack), {"proof-bad"}),
]
