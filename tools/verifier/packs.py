"""Makes evidence packs from docs/pack.md for the tests: a small log with its own keys, witnesses, records, a draw and scores."""

from __future__ import annotations

import base64
import copy
import functools
import gzip
import hashlib
import json
import zipfile
from datetime import datetime, timedelta
from typing import Any, Dict, Iterable, List, Optional, Tuple

import pitlamp_verify as v

ORIGIN = "mine.example/log"
START = datetime(2026, 11, 20, 1, 0, 0)
STEP_S = 600
POLICY_NAMES = ["committee", "phone1", "phone2", "phone3"]


def encode_point(point: v.Point) -> bytes:
    """RFC 8032 §5.1.2."""
    inverse = pow(point[2], v.P - 2, v.P)
    x, y = point[0] * inverse % v.P, point[1] * inverse % v.P
    return (y | (x & 1) << 255).to_bytes(32, "little")


class Signer:
    """An Ed25519 key with the name and the type of a note key (1 log, 4 witness)."""

    def __init__(self, name: str, seed: bytes, kind: int) -> None:
        self.name = name
        self.kind = kind
        digest = hashlib.sha512(seed).digest()
        self.secret = (int.from_bytes(digest[:32], "little") & (1 << 254) - 8) | 1 << 254
        self.prefix = digest[32:]
        self.public = encode_point(v._two_products(self.secret, v.BASE, 0, v.NEUTRAL))
        self.id = v.sha256(name.encode(), b"\n", bytes([kind]), self.public)[:4]

    @property
    def vkey(self) -> str:
        """The verifier key."""
        return f"{self.name}+{self.id.hex()}+{to_base64(bytes([self.kind]) + self.public)}"

    @functools.lru_cache(maxsize=10_000)
    def sign(self, message: bytes) -> bytes:
        """RFC 8032 §5.1.6."""
        r = int.from_bytes(hashlib.sha512(self.prefix + message).digest(), "little") % v.L
        point = encode_point(v._two_products(r, v.BASE, 0, v.NEUTRAL))
        k = int.from_bytes(hashlib.sha512(point + self.public + message).digest(), "little") % v.L
        return point + ((r + k * self.secret) % v.L).to_bytes(32, "little")

    def line(self, text: str) -> str:
        """The log's signature line under a note's text."""
        return f"— {self.name} {to_base64(self.id + self.sign(text.encode()))}\n"

    def cosign(self, text: str, time_s: int) -> str:
        """A cosignature/v1 line."""
        signature = self.sign(f"cosignature/v1\ntime {time_s}\n{text}".encode())
        return f"— {self.name} {to_base64(self.id + time_s.to_bytes(8, 'big') + signature)}\n"


def to_base64(data: bytes) -> str:
    """RFC 4648 §4."""
    return base64.b64encode(data).decode()


def salt_of(*parts: object) -> bytes:
    """A salt that is the same each time, so that a test makes the same pack each time."""
    return hashlib.sha256(repr(parts).encode()).digest()


class Tree:
    """RFC 6962 §2.1 by its definitions, from the top down; each subtree is hashed once."""

    def __init__(self, hashes: List[bytes]) -> None:
        self.hashes = hashes
        self.known: Dict[Tuple[int, int], bytes] = {}

    def root(self, start: int, end: int) -> bytes:
        """MTH(D[start:end])."""
        if end - start == 1:
            return self.hashes[start]
        if (start, end) not in self.known:
            half = start + split_of(end - start)
            self.known[start, end] = v.node_hash(self.root(start, half), self.root(half, end))
        return self.known[start, end]

    def inclusion(self, index: int, start: int, end: int) -> List[bytes]:
        """PATH(m, D[start:end])."""
        if end - start == 1:
            return []
        half = start + split_of(end - start)
        if index < half:
            return self.inclusion(index, start, half) + [self.root(half, end)]
        return self.inclusion(index, half, end) + [self.root(start, half)]

    def consistency(self, first: int, start: int, end: int, is_whole: bool) -> List[bytes]:
        """SUBPROOF(m, D[start:end], b)."""
        if first == end:
            return [] if is_whole else [self.root(start, end)]
        half = start + split_of(end - start)
        if first <= half:
            return self.consistency(first, start, half, is_whole) + [self.root(half, end)]
        return self.consistency(first, half, end, False) + [self.root(start, half)]


def inclusion(hashes: List[bytes], index: int) -> List[bytes]:
    """RFC 6962 §2.1.1."""
    return Tree(hashes).inclusion(index, 0, len(hashes))


def consistency(hashes: List[bytes], first: int) -> List[bytes]:
    """RFC 6962 §2.1.2."""
    return Tree(hashes).consistency(first, 0, len(hashes), True)


def split_of(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


class World:
    """A log with leaves, and what a pack needs of them. `more` are further fields of every meeting."""

    def __init__(self, records: int = 6, each: int = 2, origin: str = ORIGIN, more: Optional[Dict[str, Any]] = None) -> None:
        self.origin = origin
        self.more = more or {}
        self.log = Signer(origin, bytes(range(32)), 1)
        self.witnesses = [Signer(f"witness.example/{name}", salt_of(name), 4) for name in POLICY_NAMES]
        self.leaves: List[bytes] = []
        self.hashes: List[bytes] = []
        self.tree = Tree(self.hashes)
        self.opened: List[Dict[str, Any]] = []
        self.of: Dict[str, List[int]] = {}
        self.kinds: Dict[str, str] = {}
        self.each = each
        self.write(records)
        self.sizes = sorted({size for size in (1, 3, 4, len(self.leaves) - 2, len(self.leaves)) if 0 < size <= len(self.leaves)})
        self.notes = {size: self.note(size) for size in self.sizes}

    def write(self, records: int) -> None:
        """Meetings with one, two or three revisions; every fourth is erased under a notice of its own."""
        for n in range(records):
            subject = f"meeting-{n:05d}"
            for rev in range(1 + n % 3):
                self.add(subject, "meetings.record", {"题目": f"学习第 {n} 次", "present": 10 + rev, "notes": None if n % 2 else ["甲", {"b": 1, "a": "😂"}], "held_on": "2026-11-19", **self.more})
            if n % 4 == 3:
                self.add(f"notice-{n:05d}", "people.erase", {"of": subject})

    def add(self, subject: str, kind: str, values: Dict[str, Any]) -> int:
        """A leaf; answers its index."""
        index, before = len(self.leaves), self.of.get(subject, [])
        received = (START + timedelta(seconds=STEP_S * index)).isoformat(timespec="milliseconds") + "Z"
        opened = {name: {"value": value, "salt": to_base64(salt_of(index, name))} for name, value in values.items()}
        entry = {
            "v": 1,
            "log": self.origin,
            "kind": kind,
            "scope": "branch-1",
            "subject": subject,
            "rev": len(before) + 1,
            "prev": to_base64(self.hashes[before[-1]]) if before else None,
            "actor": v.commitment("actor", "person-1", to_base64(salt_of("person-1"))),
            "occurred": None if index % 5 == 0 else "2026-11-19T01:00:00Z",
            "received": received,
            "fields": {name: v.commitment(name, one["value"], one["salt"]) for name, one in opened.items()},
            "files": [],
            "src": "web",
        }
        self.append(v.canonical(entry))
        self.opened.append(opened)
        self.of.setdefault(subject, []).append(index)
        self.kinds[subject] = kind
        return index

    def append(self, leaf: bytes) -> None:
        """A leaf of any bytes."""
        self.leaves.append(leaf)
        self.hashes.append(v.leaf_hash(leaf))

    def head(self, size: int) -> str:
        """A checkpoint's text."""
        return f"{self.origin}\n{size}\n{to_base64(v.root_of(self.hashes[:size]))}\n"

    def time_of(self, size: int) -> int:
        """When the witnesses saw a tree of this size: a minute after its last leaf."""
        return int((START - datetime(1970, 1, 1)).total_seconds()) + STEP_S * (size - 1) + 60

    def note(self, size: int) -> str:
        """A signed checkpoint; every second one is cosigned well enough for the policy, the last always."""
        text = self.head(size)
        lines = self.log.line(text)
        if size == len(self.leaves) or self.sizes.index(size) % 2 == 0:
            lines += "".join(one.cosign(text, self.time_of(size) + 10 * n) for n, one in enumerate(self.witnesses[:3]))
        return f"{text}\n{lines}"

    def policy(self) -> str:
        """The committee and two of three phones."""
        lines = [f"log {self.log.vkey} https://log.example/", "", "# who counts"]
        lines += [f"witness {name} {one.vkey}" for name, one in zip(POLICY_NAMES, self.witnesses)]
        return "\n".join([*lines, "group phones 2 phone1 phone2 phone3", "group both all committee phones", "quorum both", ""])

    def proof(self, index: int, size: Optional[int] = None) -> str:
        """A tlog-proof in the smallest of the checkpoints that has the leaf."""
        size = size or next(one for one in self.sizes if one > index)
        hashes = "".join(f"{to_base64(one)}\n" for one in self.tree.inclusion(index, 0, size))
        return f"c2sp.org/tlog-proof@v1\nindex {index}\n{hashes}\n{self.notes[size]}"

    def record(self, subject: str) -> Dict[str, Any]:
        """A record with every revision: the last opened, save a field; the others closed."""
        indexes = self.of[subject]
        notice = self.of.get(subject.replace("meeting", "notice"))
        erased = notice[0] if notice and self.kinds[subject] != v.NOTICE_KIND else None
        revisions = [self.revision(index, index == indexes[-1] and erased is None, erased) for index in indexes]
        is_notice = self.kinds[subject] == v.NOTICE_KIND
        return {
            "table": "meeting",
            "subject": subject,
            "title": subject,
            "happened": None if is_notice or erased is not None else "2026-11-19",
            "stratum": None if is_notice else self.stratum(subject),
            "revisions": revisions,
            "reason": {"text": "网络中断", "at": "2026-11-21T01:00:00Z"} if subject.endswith("1") else None,
        }

    def revision(self, index: int, is_open: bool, erased: Optional[int]) -> Dict[str, Any]:
        """One revision."""
        names = list(self.opened[index])
        shown = {name: copy.deepcopy(self.opened[index][name]) for name in names if is_open and name != "notes"}
        withheld = [name for name in names if name not in shown]
        return {"leaf": to_base64(self.leaves[index]), "proof": self.proof(index), "opened": shown, "withheld": withheld, "erased": erased}

    def stratum(self, subject: str) -> str:
        """Two strata, by the last digit."""
        return "odd" if int(subject[-1]) % 2 else "even"

    def draw(self) -> Dict[str, Any]:
        """A draw from all meetings."""
        text = self.head(self.sizes[-1])
        note, words = f"{text}\n{self.log.line(text)}", "今天下雨"
        seed = hashlib.sha256(note.encode() + b"\x00" + words.encode()).digest()
        strata: Dict[str, List[str]] = {"even": [], "odd": [], "empty": []}
        for subject in self.of:
            if self.kinds[subject] != v.NOTICE_KIND:
                strata[self.stratum(subject)].append(subject)
        order = {name: sorted(some, key=lambda one: hashlib.sha256(seed + one.encode()).digest()) for name, some in strata.items()}
        drawn = {name: some[: self.each] for name, some in order.items()}
        return {"seed": to_base64(seed), "from": {"note": note, "words": words}, "each": self.each, "strata": strata, "drawn": drawn}

    def pack(self) -> Dict[str, Any]:
        """A good pack."""
        pairs = zip(self.sizes, self.sizes[1:])
        return {
            "v": "pitlamp-pack/1",
            "about": {
                "mine": "示例矿",
                "madeAt": "2026-11-22T08:00:00Z",
                "scope": ["综采一队党支部"],
                "period": "2026Q4",
                "inspection": {"id": "inspection-1", "title": "四季度检查", "announcedOn": "2026-11-20"},
                "redaction": ["没有姓名。"],
            },
            "log": {"origin": self.origin, "vkey": self.log.vkey},
            "policy": self.policy(),
            "checkpoints": [self.notes[size] for size in self.sizes],
            "consistency": [
                {"from": first, "to": second, "proof": [to_base64(one) for one in Tree(self.hashes).consistency(first, 0, second, True)]}
                for first, second in pairs
            ],
            "draw": self.draw(),
            "records": [self.record(subject) for subject in self.of],
            "scores": scores(),
        }


def scores() -> Dict[str, Any]:
    """A scheme with every rule and two branches; the second has facts that are n/a and a veto."""
    items = [
        ("1", "meeting.missed(themeDay)", "20.00", "each", {"k": "2.5"}),
        ("2", "meeting.attendance", "30.00", "below", {"target": "90", "step": "3", "k": "1"}),
        ("3", "dues.onTime", "20.00", "threshold", {"op": ">=", "t": "100"}),
        ("4", "joining.admitted", "0.00", "bonus", {"k": "1/3", "cap": "2"}),
        ("5", "joining.defects", "0.00", "veto", {"t": "2", "ceiling": "一般"}),
        ("6", "manual(team)", "10.00", "manual", {}),
    ]
    names = ("no", "fact", "of", "rule", "params")
    bands = [("好", "90.00"), ("较好", "80.00"), ("一般", "60.00"), ("差", "0.00")]
    one = {
        "meeting.missed(themeDay)": "1",
        "meeting.attendance": "850/11",
        "dues.onTime": "100",
        "joining.admitted": "4",
        "joining.defects": "0",
        "manual(team)": "8.125",
    }
    two = {**one, "meeting.missed(themeDay)": "9", "meeting.attendance": "n/a", "joining.defects": "2", "manual(team)": "n/a"}
    return {
        "period": "2026Q4",
        "scheme": {
            "version": 3,
            "bands": [{"grade": grade, "from": least} for grade, least in bands],
            "items": [{**dict(zip(names, item)), "name": f"第 {item[0]} 项"} for item in items],
        },
        "branches": [
            {"id": "branch-1", "name": "一支部", "facts": one, "score": score("88.29", "1.33", "89.62", "较好", ["17.50", "25.00", "20.00", "1.33", None, "8.13"])},
            {"id": "branch-2", "name": "二支部", "facts": two, "score": score("50.00", "1.33", "51.33", "差", ["0.00", None, "20.00", "1.33", None, None])},
        ],
    }


def score(base: str, bonus: str, total: str, grade: str, points: Iterable[Optional[str]]) -> Dict[str, Any]:
    """A score as the pack writes it; the branch that has a veto is the one at the lowest grade."""
    items = [{"no": str(number), "points": one} for number, one in enumerate(points, 1)]
    return {"base": base, "bonus": bonus, "score": total, "grade": grade, "vetoed": grade == "差", "items": items}


def dump(pack: Any) -> bytes:
    """The bytes of `pack.json`."""
    return json.dumps(pack, ensure_ascii=False).encode("utf-8", "surrogatepass")


def page_with(packed: bytes) -> bytes:
    """A page that holds a pack."""
    inside = to_base64(gzip.compress(packed, mtime=0))
    return f'<!doctype html>\n<script id="pack" type="application/gzip">{inside}</script>\n'.encode()


def write_zip(path: str, files: Dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> None:
    """A plain zip."""
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def whole_zip(path: str, pack: Any, page: Optional[bytes] = None) -> None:
    """A pack as it is handed out."""
    packed = dump(pack)
    files: List[Tuple[str, bytes]] = [("README.txt", b"read me"), ("index.html", page_with(packed) if page is None else page)]
    write_zip(path, dict([*files, ("pack.json", packed), ("pitlamp_verify.py", b"#")]))
