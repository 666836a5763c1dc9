#!/usr/bin/env python3
"""Verifies a Pitlamp evidence pack without a server, without a network and without trust in whoever made it.

    python3 pitlamp_verify.py PACK.zip|pack.json [--vkey VKEY] [--policy FILE] [--times] [--json] [--lang zh|en]
    python3 pitlamp_verify.py --tiles FOLDER --vkey VKEY [--json] [--lang zh|en]
    python3 pitlamp_verify.py --vectors

Exit code 0: good. 1: bad. 2: nothing that can be read, or asked wrongly.

Python 3.9 or later, nothing but its standard library, this one file. Written from the published texts alone: docs/pack.md,
RFC 6962 and 9162 (tree), RFC 8032 (Ed25519), RFC 8785 (canonical JSON), and C2SP signed-note, tlog-checkpoint, tlog-cosignature,
tlog-proof, tlog-policy and tlog-tiles. It shares no line with the verifier in the pack's page, so that each checks the other.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import functools
import hashlib
import io
import json
import os
import re
import struct
import sys
import zlib
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, NoReturn, Optional, Sequence, Set, Tuple

PACK_VERSION = "pitlamp-pack/1"
LARGEST_ENTRY = 512 * 1024 * 1024
LARGEST_LEAF = 65535
LARGEST_NUMBER = 2**53 - 1
DEEPEST = 64
MOST_LINES = 100
MOST_NODES = 53  # a tree of safe numbers is no higher
LONGEST_SHOWN = 200
CLOCK_MAY_DIFFER_S = 300
DAY_S = 86400
NOTICE_KIND = "people.erase"
DAY_FIELDS = ("held_on", "made_on", "paid_on", "happened_on", "submit_application", "month")


class Malformed(ValueError):
    """A thing that is not what it says it is; `why` is a key of WORDS, `details` fill its sentence."""

    def __init__(self, why: str, **details: object) -> None:
        super().__init__(why)
        self.why = why
        self.details = details


# ---------------------------------------------------------------------------------------------------------------- words

VERDICTS = {
    "good": (
        "这份证据包是好的：{records} 条记录、{revisions} 个版本、{checkpoints} 个检查点（其中 {witnessed} 个有见证）全部重新计算过，没有发现问题。",
        "This pack is good: {records} records with {revisions} revisions and {checkpoints} checkpoints ({witnessed} of them witnessed) were recomputed, and nothing is wrong.",
    ),
    "bad": (
        "这份证据包不能作为凭据：{failures} 处核对不符。",
        "This pack is not good. Checks that failed: {failures}.",
    ),
    "unreadable": (
        "这不是能读的证据包：{reason}",
        "This is not an evidence pack that can be read: {reason}",
    ),
}

WORDS: Dict[str, Tuple[str, str]] = {
    "no-file": ("文件打不开（{what}）", "the file cannot be opened ({what})"),
    "not-zip": ("不是完整、普通的 zip 文件（{what}）", "it is not a whole and plain zip file ({what})"),
    "zip-comment": ("zip 文件带注释，不是普通的 zip", "the zip carries a comment, so it is not a plain one"),
    "file-missing": ("zip 里没有 pack.json", "there is no pack.json in the zip"),
    "file-twice": ("zip 里有两个 {what}", "the zip holds {what} twice"),
    "file-big": ("{what} 超过 512 MiB", "{what} is larger than 512 MiB"),
    "not-utf8": ("文字不是正确的 UTF-8", "the text is not valid UTF-8"),
    "not-json": ("不是 JSON：{what}", "it is not JSON: {what}"),
    "name-twice": ("JSON 里有重复的名称 {what}", "the JSON has the name {what} twice in one object"),
    "number": ("JSON 里有不允许的数 {what}", "the JSON has a number that is not allowed: {what}"),
    "deep": ("JSON 嵌套超过 64 层", "the JSON is nested more than 64 deep"),
    "shape": ("{what} 缺失、多余或形式不对", "{what} is missing, too many or of the wrong shape"),
    "version": ("版本不是 " + PACK_VERSION, "its version is not " + PACK_VERSION),
    "page-differs": ("index.html 里的 pack.json 与 zip 里的不同", "index.html holds another pack.json than the zip"),
    "page-empty": ("index.html 里没有能读的 pack.json", "index.html holds no pack.json that can be read"),
    "vkey": ("验证公钥的写法不对", "it is no verifier key"),
    "vkey-id": ("公钥编号与公钥不符", "the key id does not belong to the key"),
    "vkey-type": ("公钥的种类不对", "the key is of the wrong type"),
    "origin": ("名称与日志 {what} 不符", "its name is not that of the log, {what}"),
    "other-key": ("日志公钥不是您给出的那一个", "the log's key is not the one you gave"),
    "policy-other": ("包里的见证规则不是您给出的那一份", "the policy in the pack is not the one you gave"),
    "policy-text": ("见证规则里有不允许的字符", "the policy has characters that are not allowed"),
    "policy-end": ("见证规则最后一行没有换行", "the last line of the policy does not end in a newline"),
    "policy-line": ("见证规则第 {what} 行读不懂", "line {what} of the policy cannot be read"),
    "policy-name": ("见证规则第 {what} 行用了未定义、重复或不允许的名称", "line {what} of the policy uses a name that is undefined, taken or not allowed"),
    "policy-key": ("见证规则第 {what} 行的公钥不对，或与前面重复", "line {what} of the policy has no usable key, or one that stands above"),
    "policy-log": ("见证规则第 {what} 行写的是另一个日志", "line {what} of the policy names another log"),
    "policy-no-log": ("见证规则没有写明日志", "the policy does not name the log"),
    "policy-quorum": ("见证规则须有且只有一行 quorum", "the policy must have exactly one quorum line"),
    "note": ("不是签名文本（signed note）", "it is no signed note"),
    "note-long": ("签名多于 100 行", "it has more than 100 signature lines"),
    "note-twice": ("同一个密钥签了两行", "two signature lines have the same name and key id"),
    "checkpoint": ("不是检查点", "it is no checkpoint"),
    "order": ("检查点不比前一个大", "the checkpoint is not larger than the one before"),
    "log-unsigned": ("没有日志的签名", "the log's signature is missing"),
    "log-signature": ("日志的签名不成立", "the log's signature does not hold"),
    "witness": ("见证人 {what} 的签名不成立", "the signature of the witness {what} does not hold"),
    "consistency-missing": ("缺少一致性证明，或多出一个", "a consistency proof is missing, or there is one too many"),
    "consistency-sizes": ("一致性证明写的是别的大小", "the consistency proof is for other sizes"),
    "consistency": ("后一个检查点不是前一个的延续：日志被改写或分叉", "the later checkpoint does not continue the earlier one: the log was rewritten or forked"),
    "base64": ("不是规范的 base64", "it is not canonical base64"),
    "leaf-long": ("叶子超过 65535 字节", "the leaf is longer than 65535 bytes"),
    "leaf-canonical": ("叶子不是规范的 JSON", "the leaf is not canonical JSON"),
    "leaf-entry": ("叶子不是日志条目（{what}）", "the leaf is not an entry of the journal ({what})"),
    "leaf-log": ("叶子属于另一个日志", "the leaf names another log"),
    "leaf-subject": ("叶子属于另一条记录", "the leaf names another record"),
    "leaf-again": ("前面已有同一编号的记录", "an earlier record has the same subject"),
    "leaf-rev": ("叶子的版本号是 {what}，与位置不符：缺少版本或顺序被改", "the leaf says revision {what}, which does not fit its place: a revision is missing or moved"),
    "proof": ("不是 tlog-proof", "it is no tlog-proof"),
    "proof-checkpoint": ("证明里的检查点不是包里的好检查点", "the proof's checkpoint is not one of the pack's good ones"),
    "proof-hash": ("叶子不在检查点那棵树的第 {what} 位", "the leaf is not at index {what} of the checkpoint's tree"),
    "prev": ("prev 不是前一个版本的散列", "prev is not the hash of the revision before"),
    "index-order": ("序号不在前一个版本之后", "the index is not later than that of the revision before"),
    "received-order": ("接收时间不在前一个版本之后", "received is not later than that of the revision before"),
    "field": ("字段 {what} 的内容与封存的承诺不符", "the content of the field {what} is not what was sealed"),
    "fields": ("公开与保留的字段合起来不等于叶子里的字段（{what}）", "the opened and withheld fields are not exactly those of the leaf ({what})"),
    "erased-opened": ("内容已删除，却仍有公开的字段", "the content is said to be erased, yet fields are opened"),
    "erased": ("第 {what} 位没有包里记录的删除通知", "there is no notice of erasure among the pack's records at index {what}"),
    "day": ("写明的日期是 {given}，封存的是 {right}", "the day is said to be {given}; what was sealed is {right}"),
    "time-before": ("接收时间早于 {what}：那时大小为 {size} 的检查点还没有它", "received lies before {what}, when the witnessed checkpoint of size {size} did not have it"),
    "time-after": ("接收时间晚于 {what}：那时大小为 {size} 的检查点已经有它", "received lies after {what}, when the witnessed checkpoint of size {size} already had it"),
    "draw-note": ("抽样所用的检查点不是包里的、只有日志签名的检查点", "the note of the draw is not a checkpoint of the pack with the log's signature alone"),
    "draw-seed": ("种子不是由检查点和检查人的话算出来的", "the seed is not what the note and the words make"),
    "draw-strata": ("抽样结果的分层与名单的分层不同", "the strata of the draw are not those of the list"),
    "draw-drawn": ("分层“{what}”的抽样结果与规则不符", "the draw in the stratum “{what}” is not what the rule makes"),
    "draw-twice": ("名单里有重复的 {what}", "{what} stands twice in the list"),
    "draw-record": ("抽中的 {what} 不是包里这一层的记录", "{what} was drawn and is no record of the pack in this stratum"),
    "score": ("{what} 应为 {right}，包里写的是 {given}", "{what} should be {right}, the pack says {given}"),
    "score-facts": ("事实或方案无法计算（{what}）", "facts or scheme cannot be computed ({what})"),
}

PLACES = {
    "subject": ("记录 {it}", "record {it}"),
    "revision": ("第 {it} 版", "revision {it}"),
    "size": ("大小为 {it} 的检查点", "checkpoint of size {it}"),
    "checkpoint": ("第 {it} 个检查点", "checkpoint no. {it}"),
    "branch": ("支部 {it}", "branch {it}"),
    "stratum": ("分层 {it}", "stratum {it}"),
    "leaf": ("第 {it} 位叶子", "leaf {it}"),
    "file": ("文件 {it}", "file {it}"),
}


def say(pair: Tuple[str, str], lang: str, **details: object) -> str:
    """One sentence of a pair (Chinese, English)."""
    return pair[0 if lang == "zh" else 1].format(**{name: shown(value) for name, value in details.items()})


def shown(value: object) -> str:
    """A value of the pack as it may stand on a screen: short, and nothing in it that could steer a terminal."""
    text_of = str(value)
    clipped = text_of if len(text_of) <= LONGEST_SHOWN else text_of[:LONGEST_SHOWN] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in clipped)


@dataclass
class Failure:
    """A check that failed: its code (docs/pack.md), where, and why in plain words."""

    code: str
    place: Dict[str, object]
    why: str
    details: Dict[str, object]

    def reason(self, lang: str) -> str:
        """Why, in plain words."""
        return say(WORDS[self.why], lang, **self.details)

    def where(self, lang: str) -> str:
        """The place in plain words, empty for the pack as a whole."""
        parts = [say(PLACES[name], lang, it=value) for name, value in self.place.items()]
        return ("，" if lang == "zh" else ", ").join(parts)


# ----------------------------------------------------------------------------------------------- bytes, JSON, canonical JSON


def from_base64(text: str) -> bytes:
    """RFC 4648 §4 with padding, in its one canonical spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("base64") from None
    if base64.b64encode(data).decode() != text:
        raise Malformed("base64")
    return data


def from_base64_of(text: str, length: int) -> bytes:
    """The same, of exactly so many bytes."""
    data = from_base64(text)
    if len(data) != length:
        raise Malformed("base64")
    return data


def to_utf8(text: str) -> bytes:
    """Refuses lone surrogates, which UTF-8 cannot say."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise Malformed("not-utf8") from None


def repeated(names: Iterable[Any]) -> List[Any]:
    """What stands there more than once."""
    return [name for name, times in Counter(names).items() if times > 1]


def _pairs(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("name-twice", what=json.dumps(repeated(name for name, _ in pairs)[0]))
    return found


def _whole(written: str) -> int:
    if written == "-0" or len(written) > 17 or abs(int(written)) > LARGEST_NUMBER:
        raise Malformed("number", what=written[:40])
    return int(written)


def _no_number(written: str) -> Any:
    raise Malformed("number", what=written[:40])


def parse_json(data: bytes) -> Any:
    """RFC 8259 in UTF-8 without byte order mark; no name twice, whole safe numbers only, no lone surrogate, at most 64 deep."""
    try:
        value = json.loads(
            data.decode("utf-8"), object_pairs_hook=_pairs, parse_int=_whole, parse_float=_no_number, parse_constant=_no_number
        )
    except UnicodeDecodeError:
        raise Malformed("not-utf8") from None
    except json.JSONDecodeError as error:
        raise Malformed("not-json", what=f"{error.msg}, {error.pos}") from None
    except RecursionError:
        raise Malformed("deep") from None
    _look_into(value, DEEPEST)
    return value


def _look_into(value: Any, deeper: int) -> None:
    """Refuses lone surrogates and what is nested too deeply."""
    if isinstance(value, str):
        to_utf8(value)
    elif isinstance(value, (list, dict)):
        if deeper == 0:
            raise Malformed("deep")
        for one in value:
            _look_into(one, deeper - 1)
        for one in value.values() if isinstance(value, dict) else ():
            _look_into(one, deeper - 1)


def canonical(value: Any) -> bytes:
    """RFC 8785 of a value that `parse_json` would give: no floats; nothing is normalised."""
    return to_utf8("".join(_canonical(value)))


def _canonical(value: Any) -> Iterator[str]:
    if value is None or value is True or value is False:
        yield {None: "null", True: "true", False: "false"}[value]
    elif isinstance(value, str):
        yield json.dumps(value, ensure_ascii=False)
    elif isinstance(value, int):
        yield str(value)
    elif isinstance(value, list):
        yield "["
        for place, one in enumerate(value):
            yield "," if place else ""
            yield from _canonical(one)
        yield "]"
    elif isinstance(value, dict):
        yield from _canonical_object(value)
    else:
        raise TypeError(type(value))


def _canonical_object(value: Dict[str, Any]) -> Iterator[str]:
    """Keys in the order of their UTF-16 code units."""
    yield "{"
    for place, key in enumerate(sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))):
        yield ("," if place else "") + json.dumps(key, ensure_ascii=False) + ":"
        yield from _canonical(value[key])
    yield "}"


# ------------------------------------------------------------------------------------------------------- RFC 6962 / 9162

Hash = bytes


def sha256(*parts: bytes) -> Hash:
    """SHA-256 of the parts one after the other."""
    return hashlib.sha256(b"".join(parts)).digest()


EMPTY_ROOT = sha256()


def leaf_hash(data: bytes) -> Hash:
    """RFC 6962 §2.1: 0x00 before the leaf."""
    return sha256(b"\x00", data)


def node_hash(left: Hash, right: Hash) -> Hash:
    """RFC 6962 §2.1: 0x01 before two hashes."""
    return sha256(b"\x01", left, right)


def root_of(hashes: Iterable[Hash]) -> Hash:
    """The root over leaf hashes, keeping one hash for each complete subtree on the way."""
    peaks: List[Tuple[int, Hash]] = []
    for one in hashes:
        height = 0
        while peaks and peaks[-1][0] == height:
            one = node_hash(peaks.pop()[1], one)
            height += 1
        peaks.append((height, one))
    if not peaks:
        return EMPTY_ROOT
    root = peaks.pop()[1]
    while peaks:
        root = node_hash(peaks.pop()[1], root)
    return root


def root_from_inclusion(leaf: Hash, index: int, size: int, proof: Sequence[Hash]) -> Optional[Hash]:
    """RFC 9162 §2.1.3.2: the root the proof leads to, or nothing when it is too long or too short."""
    if index >= size:
        return None
    place, last, found = index, size - 1, leaf
    for one in proof:
        if last == 0:
            return None
        if place & 1 or place == last:
            found = node_hash(one, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, one)
        place, last = place >> 1, last >> 1
    return found if last == 0 else None


def is_consistent(first: Tuple[int, Hash], second: Tuple[int, Hash], proof: Sequence[Hash]) -> bool:
    """RFC 9162 §2.1.4.2: whether the tree (size, root) `second` is `first` with leaves appended."""
    (size1, root1), (size2, root2) = first, second
    if size1 > size2:
        return False
    if size1 == size2:
        return not proof and root1 == root2
    if size1 == 0:
        return not proof and root1 == EMPTY_ROOT
    path = ([root1] if size1 & (size1 - 1) == 0 else []) + list(proof)
    return _roots_from_consistency(size1 - 1, size2 - 1, path) == (root1, root2)


def _roots_from_consistency(place: int, last: int, path: Sequence[Hash]) -> Optional[Tuple[Hash, Hash]]:
    """Both roots the path leads to, or nothing when it is too long or too short."""
    if not path:
        return None
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = path[0]
    for one in path[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            old, new = node_hash(one, old), node_hash(one, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, one)
        place, last = place >> 1, last >> 1
    return (old, new) if last == 0 else None


# ------------------------------------------------------------------------------------------------------ Ed25519, RFC 8032

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)
Point = Tuple[int, int, int, int]
NEUTRAL: Point = (0, 1, 1, 0)


def _add(a: Point, b: Point) -> Point:
    """RFC 8032 §5.1.4 in extended coordinates (X, Y, Z, T)."""
    low = (a[1] - a[0]) * (b[1] - b[0]) % P
    high = (a[1] + a[0]) * (b[1] + b[0]) % P
    c = 2 * a[3] * b[3] * D % P
    d = 2 * a[2] * b[2] % P
    e, f, g, h = high - low, d - c, d + c, high + low
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _double(a: Point) -> Point:
    x2, y2 = a[0] * a[0] % P, a[1] * a[1] % P
    c = 2 * a[2] * a[2] % P
    h = x2 + y2
    e = h - (a[0] + a[1]) ** 2 % P
    g = x2 - y2
    f = c + g
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _negative(a: Point) -> Point:
    return (-a[0] % P, a[1], a[2], -a[3] % P)


def _same(a: Point, b: Point) -> bool:
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def _times_eight(a: Point) -> Point:
    return _double(_double(_double(a)))


def _two_products(s: int, a: Point, k: int, b: Point) -> Point:
    """s·a + k·b in one pass over the bits of both."""
    both = _add(a, b)
    found = NEUTRAL
    for bit in range(max(s.bit_length(), k.bit_length()) - 1, -1, -1):
        found = _double(found)
        one, other = s >> bit & 1, k >> bit & 1
        if one or other:
            found = _add(found, both if one and other else a if one else b)
    return found


def decode_point(data: bytes) -> Optional[Point]:
    """RFC 8032 §5.1.3, strictly: nothing for a y that is not reduced, for no point of the curve, or for minus zero."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P == -u % P:
        x = x * SQRT_M1 % P
    if v * x * x % P != u or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


_BASE = decode_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
assert _BASE is not None
BASE: Point = _BASE


@functools.lru_cache(maxsize=100_000)
def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """RFC 8032 §5.1.7, strictly: S below the order, canonical points, no public key of small order. Each signature is looked at once."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, r = decode_point(public), decode_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= L or _same(_times_eight(key), NEUTRAL):
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    wanted = _two_products(s, BASE, k, _negative(key))
    return _same(_times_eight(wanted), _times_eight(r))


# -------------------------------------------------------------------------------- C2SP signed-note, tlog-checkpoint, cosignature

LOG_TYPE = 1
WITNESS_TYPE = 4


class Key(NamedTuple):
    """A verifier key: who, which, of what type, the 32 bytes."""

    name: str
    id: bytes
    type: int
    public: bytes


class Note(NamedTuple):
    """The text with its last newline, and the signatures by key name and key id."""

    text: str
    signatures: Dict[Tuple[str, bytes], bytes]


class Checkpoint(NamedTuple):
    """A tree head."""

    origin: str
    size: int
    root: Hash


def is_key_name(name: str) -> bool:
    """Not empty, no Unicode space, no plus, no control character."""
    return name != "" and "+" not in name and not any(c.isspace() or c < " " for c in name)


def parse_vkey(text: str, kind: int) -> Key:
    """`name+id+base64(type ‖ key)`; the id must be that of the key, the type the one asked for."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not is_key_name(parts[0]) or not re.fullmatch("[0-9a-f]{8}", parts[1]):
        raise Malformed("vkey")
    try:
        data = from_base64(parts[2])
    except Malformed:
        raise Malformed("vkey") from None
    if len(data) != 33 or data[0] != kind:
        raise Malformed("vkey-type")
    if sha256(to_utf8(parts[0]), b"\n", data)[:4].hex() != parts[1]:
        raise Malformed("vkey-id")
    return Key(parts[0], bytes.fromhex(parts[1]), kind, data[1:])


def parse_note(note: str) -> Note:
    """Text, an empty line, up to 100 signature lines `— name base64(id ‖ signature)`, no key twice."""
    to_utf8(note)
    if any(c < " " and c != "\n" for c in note):
        raise Malformed("note")
    end = note.rfind("\n\n")
    if end < 0 or not note.endswith("\n") or len(note) == end + 2:
        raise Malformed("note")
    written = note[end + 2 : -1].split("\n")
    if len(written) > MOST_LINES:
        raise Malformed("note-long")
    lines = [_parse_line(line) for line in written]
    signatures = dict(lines)
    if len(signatures) != len(lines):
        raise Malformed("note-twice")
    return Note(note[: end + 1], signatures)


def _parse_line(line: str) -> Tuple[Tuple[str, bytes], bytes]:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "—" or not is_key_name(parts[1]):
        raise Malformed("note")
    try:
        data = from_base64(parts[2])
    except Malformed:
        raise Malformed("note") from None
    if len(data) < 5:
        raise Malformed("note")
    return (parts[1], data[:4]), data[4:]


def parse_count(text: str) -> int:
    """A decimal without leading zeros, safe as a number of JSON."""
    if not re.fullmatch("0|[1-9][0-9]{0,15}", text) or int(text) > LARGEST_NUMBER:
        raise Malformed("checkpoint")
    return int(text)


def parse_checkpoint(text: str) -> Checkpoint:
    """Origin, size and root, each on its line, and nothing else: this log writes no extension lines."""
    lines = text[:-1].split("\n")
    if len(lines) != 3 or "" in lines:
        raise Malformed("checkpoint")
    try:
        root = from_base64_of(lines[2], 32)
    except Malformed:
        raise Malformed("checkpoint") from None
    return Checkpoint(lines[0], parse_count(lines[1]), root)


def signature_of(note: Note, key: Key) -> Optional[bytes]:
    """The signature under the key's name and id, where there is one."""
    return note.signatures.get((key.name, key.id))


def is_signed_by(note: Note, key: Key) -> bool:
    """Whether the log's signature is there and holds."""
    signature = signature_of(note, key)
    return signature is not None and is_signed(key.public, to_utf8(note.text), signature)


def cosignature_time(text: str, key: Key, signature: bytes) -> Optional[int]:
    """cosignature/v1: the witness's time in seconds where the signature holds, else nothing."""
    if len(signature) != 72:
        return None
    time = int.from_bytes(signature[:8], "big")
    message = to_utf8(f"cosignature/v1\ntime {time}\n{text}")
    return time if is_signed(key.public, message, signature[8:]) else None


# ------------------------------------------------------------------------------------------------------ C2SP tlog-policy


@dataclass
class Policy:
    """Which cosignatures make a checkpoint witnessed. `quorum` is a witness, a group or `none`; a group has a threshold and members."""

    witnesses: Dict[str, Key] = field(default_factory=dict)
    groups: Dict[str, Tuple[int, List[str]]] = field(default_factory=dict)
    quorum: Optional[str] = None
    keys: Set[Tuple[int, bytes]] = field(default_factory=set)
    members: Set[str] = field(default_factory=set)

    def is_met(self, signed: Iterable[str]) -> bool:
        """Whether these witnesses satisfy the quorum. Groups stand in the order in which they were defined, members first."""
        met = set(signed)
        for name, (least, members) in self.groups.items():
            if sum(member in met for member in members) >= least:
                met.add(name)
        return self.quorum in met


def parse_policy(text: str, log: Optional[Key]) -> Policy:
    """Reads a policy; `log` is the one log it must name. Without it, its log lines need only be such."""
    data = to_utf8(text)
    if any((byte < 0x20 and byte not in (0x09, 0x0A)) or byte == 0x7F for byte in data):
        raise Malformed("policy-text")
    if text and not text.endswith("\n"):
        raise Malformed("policy-end")
    policy = Policy()
    for number, line in enumerate(text.split("\n"), 1):
        words = [word for word in re.split("[ \t]+", line) if word]
        if words and not words[0].startswith("#"):
            _read_policy_line(policy, words, number, log)
    if policy.quorum is None:
        raise Malformed("policy-quorum")
    if log is not None and (LOG_TYPE, log.public) not in policy.keys:
        raise Malformed("policy-no-log")
    return policy


def _read_policy_line(policy: Policy, words: List[str], number: int, log: Optional[Key]) -> None:
    if words[0] == "log" and 2 <= len(words) <= 3:
        _read_log(policy, words[1], number, log)
    elif words[0] == "witness" and 3 <= len(words) <= 4:
        _define(policy, words[1], number)
        policy.witnesses[words[1]] = _policy_key(policy, words[2], WITNESS_TYPE, number)
    elif words[0] == "group" and len(words) >= 4:
        _define(policy, words[1], number)
        policy.groups[words[1]] = _group(policy, words, number)
    elif words[0] == "quorum" and len(words) == 2:
        if policy.quorum is not None:
            raise Malformed("policy-quorum")
        if words[1] != "none" and not _is_defined(policy, words[1]):
            raise Malformed("policy-name", what=number)
        policy.quorum = words[1]
    else:
        raise Malformed("policy-line", what=number)


def _read_log(policy: Policy, vkey: str, number: int, log: Optional[Key]) -> None:
    key = _policy_key(policy, vkey, LOG_TYPE, number)
    if log is not None and key != log:
        raise Malformed("policy-log", what=number)


def _is_defined(policy: Policy, name: str) -> bool:
    return name in policy.witnesses or name in policy.groups


def _define(policy: Policy, name: str, number: int) -> None:
    if name == "none" or _is_defined(policy, name):
        raise Malformed("policy-name", what=number)


def _policy_key(policy: Policy, text: str, kind: int, number: int) -> Key:
    """A key that stands in the policy once."""
    try:
        key = parse_vkey(text, kind)
    except Malformed:
        raise Malformed("policy-key", what=number) from None
    if (kind, key.public) in policy.keys:
        raise Malformed("policy-key", what=number)
    policy.keys.add((kind, key.public))
    return key


def _group(policy: Policy, words: List[str], number: int) -> Tuple[int, List[str]]:
    """Threshold and members; a name may be a member only once in the whole policy."""
    members = words[3:]
    for name in members:
        if name in policy.members or not _is_defined(policy, name) or name == words[1]:
            raise Malformed("policy-name", what=number)
        policy.members.add(name)
    if words[2] in ("all", "any"):
        return (len(members) if words[2] == "all" else 1, members)
    if not re.fullmatch("[1-9][0-9]{0,8}", words[2]) or int(words[2]) > len(members):
        raise Malformed("policy-line", what=number)
    return (int(words[2]), members)


# ------------------------------------------------------------------------------------------------------- C2SP tlog-proof


class Proof(NamedTuple):
    """An index, the hashes from the leaf's sibling up, and the checkpoint's note, verbatim."""

    index: int
    hashes: List[Hash]
    note: str


def parse_proof(text: str) -> Proof:
    """Reads `c2sp.org/tlog-proof@v1`; what is written as extra data is not trusted and not used."""
    head, gap, note = text.partition("\n\n")
    lines = head.split("\n")
    if not gap or lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise Malformed("proof")
    try:
        if lines and lines[0].startswith("extra "):
            from_base64(lines.pop(0)[6:])
        if not lines or not lines[0].startswith("index "):
            raise Malformed("proof")
        index = parse_count(lines.pop(0)[6:])
        if len(lines) > MOST_NODES:
            raise Malformed("proof")
        return Proof(index, [from_base64_of(line, 32) for line in lines], note)
    except Malformed:
        raise Malformed("proof") from None


# ----------------------------------------------------------------------------------------------------- the shape of a pack

Shape = Callable[[Any, str], Optional[str]]
"""Answers the path of the first thing that is missing or of the wrong shape, or nothing."""


def text(value: Any, path: str) -> Optional[str]:
    """A string."""
    return None if isinstance(value, str) else path


def whole(value: Any, path: str) -> Optional[str]:
    """A whole number."""
    return None if isinstance(value, int) and not isinstance(value, bool) else path


def count(value: Any, path: str) -> Optional[str]:
    """A whole number from 0 on."""
    return whole(value, path) or (path if value < 0 else None)


def flag(value: Any, path: str) -> Optional[str]:
    """True or false."""
    return None if isinstance(value, bool) else path


def anything(_value: Any, _path: str) -> Optional[str]:
    """Any JSON."""
    return None


def like(pattern: str) -> Shape:
    """Text of one form."""
    return lambda value, path: None if isinstance(value, str) and re.fullmatch(pattern, value) else path


def hash_text(value: Any, path: str) -> Optional[str]:
    """base64 of 32 bytes."""
    try:
        return text(value, path) or (None if from_base64_of(value, 32) else path)
    except Malformed:
        return path


def instant(value: Any, path: str) -> Optional[str]:
    """A moment of the calendar in UTC."""
    return text(value, path) or (path if parse_instant(value) is None else None)


def maybe(shape: Shape) -> Shape:
    """The shape, or null."""
    return lambda value, path: None if value is None else shape(value, path)


def list_of(shape: Shape, least: int = 0) -> Shape:
    """An array of one shape, with at least so many."""

    def look(value: Any, path: str) -> Optional[str]:
        if not isinstance(value, list) or len(value) < least:
            return path
        return next((bad for i, one in enumerate(value) for bad in [shape(one, f"{path}[{i}]")] if bad), None)

    return look


def map_of(shape: Shape) -> Shape:
    """An object whose names are free."""

    def look(value: Any, path: str) -> Optional[str]:
        if not isinstance(value, dict):
            return path
        return next((bad for name, one in value.items() for bad in [shape(one, f"{path}.{name}")] if bad), None)

    return look


def object_of(shapes: Dict[str, Shape], **or_not: Shape) -> Shape:
    """An object with exactly these names; those of `or_not` may be missing."""

    def look(value: Any, path: str) -> Optional[str]:
        if not isinstance(value, dict):
            return path
        for name in [*shapes, *value]:
            shape = shapes.get(name) or or_not.get(name)
            if name not in value or shape is None:
                return f"{path}.{name}"
            bad = shape(value[name], f"{path}.{name}")
            if bad:
                return bad
        return None

    return look


_DAY = like("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LISTS = map_of(list_of(text))
_ABOUT = object_of(
    {
        "mine": text,
        "madeAt": text,
        "scope": list_of(text),
        "period": maybe(text),
        "inspection": maybe(object_of({"id": text, "title": text, "announcedOn": maybe(_DAY)})),
        "redaction": list_of(text),
    }
)
_DRAW = object_of(
    {"seed": text, "from": object_of({"note": text, "words": text}), "each": count, "strata": _LISTS, "drawn": _LISTS}
)
_REVISION = object_of(
    {
        "leaf": text,
        "proof": text,
        "opened": map_of(object_of({"value": anything, "salt": text})),
        "withheld": list_of(text),
        "erased": maybe(count),
    }
)
_RECORD = object_of(
    {
        "table": text,
        "subject": text,
        "title": text,
        "happened": maybe(_DAY),
        "stratum": maybe(text),
        "revisions": list_of(_REVISION, least=1),
        "reason": maybe(object_of({"text": text, "at": text})),
    }
)
_ITEM = object_of({"no": text, "name": text, "fact": text, "of": text, "rule": text, "params": map_of(text)})
_SCHEME = object_of(
    {"version": whole, "bands": list_of(object_of({"grade": text, "from": text})), "items": list_of(_ITEM)}
)
_SCORE = object_of(
    {
        "base": maybe(text),
        "bonus": text,
        "score": maybe(text),
        "grade": maybe(text),
        "vetoed": flag,
        "items": list_of(object_of({"no": text, "points": maybe(text)})),
    }
)
_BRANCH = object_of({"id": text, "name": text, "facts": map_of(text), "score": _SCORE})
_PACK = object_of(
    {
        "v": text,
        "about": _ABOUT,
        "log": object_of({"origin": text, "vkey": text}),
        "policy": text,
        "checkpoints": list_of(text, least=1),
        "consistency": list_of(object_of({"from": count, "to": count, "proof": list_of(text)})),
        "draw": maybe(_DRAW),
        "records": list_of(_RECORD),
        "scores": maybe(object_of({"period": text, "scheme": _SCHEME, "branches": list_of(_BRANCH)})),
    }
)
_ENTRY = object_of(
    {
        "v": lambda value, path: whole(value, path) or (path if value != 1 else None),
        "log": text,
        "kind": text,
        "subject": text,
        "src": text,
        "scope": maybe(text),
        "rev": lambda value, path: whole(value, path) or (path if value < 1 else None),
        "prev": maybe(hash_text),
        "actor": hash_text,
        "occurred": maybe(instant),
        "received": instant,
        "fields": map_of(hash_text),
        "files": list_of(hash_text),
    },
    dev=text,
)


# ------------------------------------------------------------------------------------------------------- reading the zip


READ = ("index.html", "pack.json")


class Packed(NamedTuple):
    """A file of the zip, as its central directory has it."""

    name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int


def read_pack_file(path: str) -> Tuple[bytes, Optional[bytes]]:
    """The bytes of `pack.json` and, where there is one, of `index.html`; the file is a zip or a bare `pack.json`."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise Malformed("no-file", what=error.strerror or str(error)) from None
    if not data.startswith(b"PK"):
        if len(data) > LARGEST_ENTRY:
            raise Malformed("file-big", what="pack.json")
        return data, None
    files = read_zip(data)
    if "pack.json" not in files:
        raise Malformed("file-missing")
    return files["pack.json"], files.get("index.html")


def read_zip(data: bytes) -> Dict[str, bytes]:
    """The two files that count, of a plain zip: stored or deflated, nothing before, no comment, no zip64; others are passed over."""
    try:
        entries = _directory(data)
        for name in repeated(entry.name for entry in entries):
            raise Malformed("file-twice", what=name.decode("utf-8", "replace"))
        if min((entry.at for entry in entries), default=0) != 0:
            raise Malformed("not-zip", what="0")
        held = [(entry, _held(data, entry)) for entry in entries]
        wanted = {name.encode(): name for name in READ}
        return {wanted[entry.name]: _unpack(entry, packed) for entry, packed in held if entry.name in wanted}
    except (struct.error, zlib.error) as error:
        raise Malformed("not-zip", what=str(error)) from None


def _directory(data: bytes) -> List[Packed]:
    """The central directory, which must lie right before the end record, and that at the very end."""
    end = len(data) - 22
    if end < 0:
        raise Malformed("not-zip", what="end")
    mark, here, number, size, at, comment = struct.unpack_from("<I4xHHIIH", data, end)
    if _has_comment(data):
        raise Malformed("zip-comment")
    if mark != 0x06054B50 or comment != 0 or here != number or at + size != end:
        raise Malformed("not-zip", what="end")
    found = []
    for _ in range(number):
        if at + 46 > end:
            raise Malformed("not-zip", what="directory")
        entry, length = _directory_entry(data, at)
        found.append(entry)
        at += length
    if at != end:
        raise Malformed("not-zip", what="directory")
    return found


def _has_comment(data: bytes) -> bool:
    """Whether the last end record says that a comment follows it."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 22 - 0xFFFF), len(data) - 18)
    return at >= 0 and struct.unpack_from("<H", data, at + 20)[0] > 0


def _directory_entry(data: bytes, at: int) -> Tuple[Packed, int]:
    mark, flags, method, crc, packed, size, name, extra, comment, where = struct.unpack_from("<I4xHH4xIIIHHH8xI", data, at)
    entry = Packed(data[at + 46 : at + 46 + name], flags, method, crc, packed, size, where)
    shown = entry.name.decode("utf-8", "replace")
    if mark != 0x02014B50 or comment or flags & 1 or method not in (0, 8) or 0xFFFFFFFF in (packed, size, where):
        raise Malformed("not-zip", what=shown)
    if size > LARGEST_ENTRY:
        raise Malformed("file-big", what=shown)
    return entry, 46 + name + extra


def _held(data: bytes, entry: Packed) -> bytes:
    """A file's bytes as they are packed; they lie after a header of their own, which is asked for nothing but its length."""
    mark, name, extra = struct.unpack_from("<I22xHH", data, entry.at)
    at = entry.at + 30 + name + extra
    if mark != 0x04034B50 or at + entry.packed > len(data):
        raise Malformed("not-zip", what=entry.name.decode("utf-8", "replace"))
    return data[at : at + entry.packed]


def _unpack(entry: Packed, held: bytes) -> bytes:
    """A file's bytes, of the length and the CRC-32 that are written."""
    shown = entry.name.decode()
    found = _inflate(held, entry.size, -15, shown) if entry.method == 8 else held
    if len(found) != entry.size or zlib.crc32(found) != entry.crc:
        raise Malformed("not-zip", what=shown)
    return found


def _inflate(data: bytes, most: int, kind: int, shown: str) -> bytes:
    """One whole deflate stream (kind −15) or gzip member (31), and nothing after it."""
    stream = zlib.decompressobj(wbits=kind)
    found = stream.decompress(data, most + 1)
    if len(found) > most or not stream.eof or stream.unused_data:
        raise Malformed("not-zip", what=shown)
    return found


PAGE_START = b'<script id="pack" type="application/gzip">'


def packed_in_page(page: bytes) -> Optional[bytes]:
    """The `pack.json` inside `index.html`, which is UTF-8; nothing where none can be read."""
    parts = page.split(PAGE_START)
    if len(parts) != 2 or b"</script>" not in parts[1]:
        return None
    try:
        page.decode("utf-8")
        return _inflate(from_base64(parts[1].partition(b"</script>")[0].decode()), LARGEST_ENTRY, 31, "index.html")
    except (Malformed, UnicodeDecodeError, zlib.error):
        return None


# ------------------------------------------------------------------------------------------------------------ the checks


@dataclass
class Head:
    """A checkpoint of the pack. `time_s` is set where it is witnessed: the earliest time at which the quorum was met."""

    text: str
    checkpoint: Checkpoint
    time_s: Optional[int] = None


@dataclass
class Sealed:
    """A revision whose leaf is good. `index` is set where its proof is good too."""

    hash: Hash
    entry: Dict[str, Any]
    received_ns: int
    index: Optional[int] = None


@dataclass
class Given:
    """What the reader already knows and holds against the pack: the log's key, the policy."""

    vkey: Optional[str] = None
    policy: Optional[str] = None


class Verifier:
    """Runs the checks of docs/pack.md in their order over one pack and keeps what failed."""

    def __init__(self, given: Optional[Given] = None) -> None:
        self.given = given or Given()
        self.failures: List[Failure] = []
        self.heads: Dict[str, Head] = {}
        self.witnessed: List[Head] = []
        self.witnessed_sizes: List[int] = []
        self.log: Optional[Key] = None
        self.policy: Optional[Policy] = None
        self.pack: Dict[str, Any] = {}
        self.in_order: List[Optional[Head]] = []
        self.sealed: List[List[Optional[Sealed]]] = []
        self.unreadable: Optional[Failure] = None

    def fail(self, code: str, why: str, place: Dict[str, object], **details: object) -> None:
        """Keeps a failure."""
        self.failures.append(Failure(code, place, why, details))

    def run(self, path: str) -> "Verifier":
        """Everything, from the file on."""
        try:
            packed, page = read_pack_file(path)
            self.pack = read_pack(packed)
        except Malformed as error:
            self.unreadable = Failure("pack-unreadable", {}, error.why, error.details)
            self.failures = [self.unreadable]
            return self
        if page is not None:
            self.check_page(packed, page)
        self.check_key()
        self.check_policy()
        self.check_notes()
        self.check_consistency()
        self.check_records()
        self.check_draw()
        self.check_scores()
        return self

    # -- what the pack stands on

    def check_page(self, packed: bytes, page: bytes) -> None:
        """pack-differs."""
        inside = packed_in_page(page)
        if inside != packed:
            self.fail("pack-differs", "page-empty" if inside is None else "page-differs", {})

    def check_key(self) -> None:
        """key-bad. Then no signature of the log is judged."""
        log = self.pack["log"]
        if self.given.vkey is not None and self.given.vkey != log["vkey"]:
            self.fail("key-bad", "other-key", {})
        try:
            key = parse_vkey(log["vkey"], LOG_TYPE)
        except Malformed as error:
            self.fail("key-bad", error.why, {}, **error.details)
            return
        if key.name == log["origin"]:
            self.log = key
        else:
            self.fail("key-bad", "origin", {}, what=log["origin"])

    def check_policy(self) -> None:
        """policy-bad. Then nothing is witnessed."""
        try:
            self.policy = parse_policy(self.pack["policy"], self.log)
        except Malformed as error:
            self.fail("policy-bad", error.why, {}, **error.details)
        if self.given.policy is not None and self.given.policy != self.pack["policy"]:
            self.fail("policy-bad", "policy-other", {})

    def check_notes(self) -> None:
        """note-bad, signature-bad, witness-bad; finds which checkpoints are witnessed, and when."""
        largest = -1
        for number, note in enumerate(self.pack["checkpoints"], 1):
            head = self.check_note(note, number, largest)
            self.in_order.append(head)
            if head is not None:
                largest = head.checkpoint.size
                self.heads[note] = head
        self.witnessed = [head for head in self.in_order if head and head.time_s is not None]
        self.witnessed_sizes = [head.checkpoint.size for head in self.witnessed]

    def check_note(self, written: str, number: int, largest: int) -> Optional[Head]:
        """One checkpoint; nothing when it is not good as a note."""
        try:
            note = parse_note(written)
            checkpoint = parse_checkpoint(note.text)
            if checkpoint.origin != self.pack["log"]["origin"]:
                raise Malformed("origin", what=self.pack["log"]["origin"])
            if checkpoint.size <= largest:
                raise Malformed("order")
        except Malformed as error:
            self.fail("note-bad", error.why, {"checkpoint": number}, **error.details)
            return None
        place: Dict[str, object] = {"size": checkpoint.size}
        head = Head(note.text, checkpoint)
        is_ours = self.check_log_signature(note, place)
        times = self.check_witnesses(note, place)
        if is_ours:
            head.time_s = self.time_of(times)
        return head

    def check_log_signature(self, note: Note, place: Dict[str, object]) -> bool:
        """signature-bad. Nothing is judged where the key is bad."""
        if self.log is None:
            return False
        if is_signed_by(note, self.log):
            return True
        is_there = signature_of(note, self.log) is not None
        self.fail("signature-bad", "log-signature" if is_there else "log-unsigned", place)
        return False

    def check_witnesses(self, note: Note, place: Dict[str, object]) -> List[Tuple[int, str]]:
        """witness-bad; answers (time, witness) of the cosignatures that hold, earliest first."""
        times: List[Tuple[int, str]] = []
        for name, key in self.policy.witnesses.items() if self.policy else ():
            signature = signature_of(note, key)
            if signature is None:
                continue
            time = cosignature_time(note.text, key, signature)
            if time is None:
                self.fail("witness-bad", "witness", place, what=key.name)
            elif time <= LARGEST_NUMBER:
                times.append((time, name))
        return sorted(times)

    def time_of(self, times: List[Tuple[int, str]]) -> Optional[int]:
        """The earliest time at which the cosignatures up to it satisfy the quorum."""
        if self.policy is None or self.policy.quorum == "none":
            return None
        low, high = 0, len(times)
        if not self.policy.is_met(name for _, name in times):
            return None
        while high - low > 1:
            middle = (low + high) // 2
            enough = self.policy.is_met(name for _, name in times[:middle])
            low, high = (low, middle) if enough else (middle, high)
        return times[high - 1][0]

    def check_consistency(self) -> None:
        """consistency-bad: each two neighbours, by a proof for exactly their sizes."""
        proofs = self.pack["consistency"]
        neighbours = list(zip(self.in_order, self.in_order[1:]))
        if len(proofs) != len(neighbours):
            self.fail("consistency-bad", "consistency-missing", {})
        for claim, (first, second) in zip(proofs, neighbours):
            if first is None or second is None:
                continue
            place: Dict[str, object] = {"size": second.checkpoint.size}
            if (claim["from"], claim["to"]) != (first.checkpoint.size, second.checkpoint.size):
                self.fail("consistency-bad", "consistency-sizes", place)
            elif not _holds(claim["proof"], first.checkpoint, second.checkpoint):
                self.fail("consistency-bad", "consistency", place)

    # -- records

    def check_records(self) -> None:
        """leaf-bad to time-bad, revision by revision."""
        known: Set[str] = set()
        for record in self.pack["records"]:
            is_again = record["subject"] in known
            known.add(record["subject"])
            count_of = len(record["revisions"])
            self.sealed.append([self.check_leaf(record, number, is_again) for number in range(1, count_of + 1)])
        for one, revision, place in self.revisions():
            self.check_proof(revision["proof"], one, place)
        notices = {one.index for one, _, _ in self.revisions() if one.entry["kind"] == NOTICE_KIND} - {None}
        for record, sealed in zip(self.pack["records"], self.sealed):
            for number, one in enumerate(sealed):
                if one is not None:
                    self.check_chain(one, sealed[number - 1] if number else None, {"subject": record["subject"], "revision": number + 1})
        for record, sealed in zip(self.pack["records"], self.sealed):
            self.check_day(record, sealed[-1])
        for one, revision, place in self.revisions():
            self.check_fields(revision, one, place)
            self.check_erased(revision, notices, place)
            self.check_time(one, place)

    def revisions(self) -> Iterator[Tuple[Sealed, Dict[str, Any], Dict[str, object]]]:
        """Every revision with a good leaf, and its place."""
        for record, sealed in zip(self.pack["records"], self.sealed):
            for number, (one, revision) in enumerate(zip(sealed, record["revisions"]), 1):
                if one is not None:
                    yield one, revision, {"subject": record["subject"], "revision": number}

    def check_leaf(self, record: Dict[str, Any], number: int, is_again: bool) -> Optional[Sealed]:
        """leaf-bad: an entry of this log, of this record, in its place. Nothing is known of a bad one."""
        try:
            leaf = from_base64(record["revisions"][number - 1]["leaf"])
            entry = parse_entry(leaf)
            if entry["log"] != self.pack["log"]["origin"]:
                raise Malformed("leaf-log")
            if entry["subject"] != record["subject"]:
                raise Malformed("leaf-subject")
            if entry["rev"] != number:
                raise Malformed("leaf-rev", what=entry["rev"])
            if is_again:
                raise Malformed("leaf-again")
        except Malformed as error:
            place: Dict[str, object] = {"subject": record["subject"], "revision": number}
            self.fail("leaf-bad", error.why, place, **error.details)
            return None
        return Sealed(leaf_hash(leaf), entry, parse_instant(entry["received"]) or 0)

    def check_proof(self, written: str, sealed: Sealed, place: Dict[str, object]) -> None:
        """proof-bad: that the log has the leaf, and where."""
        try:
            proof = parse_proof(written)
            head = self.heads.get(proof.note)
            if head is None:
                raise Malformed("proof-checkpoint")
            size, root = head.checkpoint.size, head.checkpoint.root
            if root_from_inclusion(sealed.hash, proof.index, size, proof.hashes) != root:
                raise Malformed("proof-hash", what=proof.index)
            sealed.index = proof.index
        except Malformed as error:
            self.fail("proof-bad", error.why, place, **error.details)

    def check_chain(self, one: Sealed, before: Optional[Sealed], place: Dict[str, object]) -> None:
        """chain-bad: each revision points at the one before and comes after it."""
        if before is None:
            if place["revision"] == 1 and one.entry["prev"] is not None:
                self.fail("chain-bad", "prev", place)
            return
        if one.entry["prev"] != base64.b64encode(before.hash).decode():
            self.fail("chain-bad", "prev", place)
        if one.index is not None and before.index is not None and one.index <= before.index:
            self.fail("chain-bad", "index-order", place)
        if one.received_ns <= before.received_ns:
            self.fail("chain-bad", "received-order", place)

    def check_fields(self, revision: Dict[str, Any], sealed: Sealed, place: Dict[str, object]) -> None:
        """field-bad, fields-bad."""
        fields, opened = sealed.entry["fields"], revision["opened"]
        for name, one in opened.items():
            if name in fields and commitment(name, one["value"], one["salt"]) != fields[name]:
                self.fail("field-bad", "field", place, what=name)
        names = list(opened) + revision["withheld"]
        if sorted(names) != sorted(fields):
            self.fail("fields-bad", "fields", place, what=_difference(names, fields))

    def check_erased(self, revision: Dict[str, Any], notices: Set[Optional[int]], place: Dict[str, object]) -> None:
        """erased-bad."""
        erased = revision["erased"]
        if erased is None:
            return
        if erased not in notices:
            self.fail("erased-bad", "erased", place, what=erased)
        if revision["opened"]:
            self.fail("erased-bad", "erased-opened", place)

    def check_day(self, record: Dict[str, Any], last: Optional[Sealed]) -> None:
        """day-bad: the day as the last revision opens it; null where it stays closed."""
        field = next((name for name in DAY_FIELDS if last is not None and name in last.entry["fields"]), None)
        if field is None:
            return
        opened = record["revisions"][-1]["opened"].get(field)
        day = None if opened is None else opened["value"]
        if record["happened"] != day:
            place: Dict[str, object] = {"subject": record["subject"], "revision": len(record["revisions"])}
            self.fail("day-bad", "day", place, given=record["happened"], right=day)

    def bounds(self, index: int) -> Tuple[Optional[Head], Optional[Head]]:
        """Not before: the largest witnessed checkpoint that lacks the leaf; not after: the smallest that has it."""
        place = bisect_right(self.witnessed_sizes, index)
        before = self.witnessed[place - 1] if place else None
        return before, self.witnessed[place] if place < len(self.witnessed) else None

    def check_time(self, sealed: Sealed, place: Dict[str, object]) -> None:
        """time-bad: the log's own time against that of the witnesses."""
        if sealed.index is None:
            return
        before, after = self.bounds(sealed.index)
        if before and before.time_s is not None and sealed.received_ns < (before.time_s - CLOCK_MAY_DIFFER_S) * 10**9:
            self.fail("time-bad", "time-before", place, what=show_time(before.time_s), size=before.checkpoint.size)
        if after and after.time_s is not None and sealed.received_ns > (last_second(after.time_s) + CLOCK_MAY_DIFFER_S) * 10**9:
            self.fail("time-bad", "time-after", place, what=show_time(last_second(after.time_s)), size=after.checkpoint.size)

    # -- draw and scores

    def check_draw(self) -> None:
        """draw-bad."""
        draw = self.pack["draw"]
        if draw is None:
            return
        self.check_draw_note(draw["from"]["note"])
        seed = sha256(to_utf8(draw["from"]["note"]), b"\x00", to_utf8(draw["from"]["words"]))
        if draw["seed"] != base64.b64encode(seed).decode():
            self.fail("draw-bad", "draw-seed", {})
        if set(draw["strata"]) != set(draw["drawn"]):
            self.fail("draw-bad", "draw-strata", {})
        for name, subjects in draw["strata"].items():
            for subject in repeated(subjects):
                self.fail("draw-bad", "draw-twice", {"stratum": name}, what=subject)
            if draw["drawn"].get(name, []) != draw_from(seed, subjects, draw["each"]):
                self.fail("draw-bad", "draw-drawn", {"stratum": name}, what=name)
        self.check_drawn(draw["drawn"])

    def check_draw_note(self, written: str) -> None:
        """The seed's note must be a checkpoint of the pack under the log's signature alone: else whoever writes it chooses the sample."""
        try:
            note = parse_note(written)
        except Malformed:
            self.fail("draw-bad", "draw-note", {})
            return
        is_known = any(head.text == note.text for head in self.heads.values())
        if not is_known or len(note.signatures) != 1 or (self.log and not is_signed_by(note, self.log)):
            self.fail("draw-bad", "draw-note", {})

    def check_drawn(self, drawn: Dict[str, List[str]]) -> None:
        """Every drawn subject is a record of the pack, in its stratum."""
        have = {(record["stratum"], record["subject"]) for record in self.pack["records"]}
        for name, subjects in drawn.items():
            for subject in subjects:
                if (name, subject) not in have:
                    self.fail("draw-bad", "draw-record", {"stratum": name}, what=subject)

    def check_scores(self) -> None:
        """score-bad: every branch, every item, from scheme and facts."""
        scores = self.pack["scores"]
        if scores is None:
            return
        try:
            items, bands = parse_scheme(scores["scheme"])
        except Malformed as error:
            self.fail("score-bad", error.why, {}, **error.details)
            return
        for branch in scores["branches"]:
            place: Dict[str, object] = {"branch": branch["id"]}
            try:
                right = score_of(items, bands, branch["facts"])
            except Malformed as error:
                self.fail("score-bad", error.why, place, **error.details)
                continue
            for what, good, given in differences(right, branch["score"]):
                self.fail("score-bad", "score", place, what=what, right=good, given=given)

    # -- the answer

    def verdict(self) -> str:
        """`good`, `bad` or `unreadable`."""
        return "unreadable" if self.unreadable else "bad" if self.failures else "good"

    def figures(self) -> Dict[str, int]:
        """What was looked at."""
        return {
            "records": len(self.sealed),
            "revisions": sum(len(sealed) for sealed in self.sealed),
            "checkpoints": len(self.in_order),
            "witnessed": len(self.witnessed),
            "failures": len(self.failures),
        }

    def times(self) -> Iterator[Dict[str, object]]:
        """For each revision that is in the log: the log's own time, and what the witnesses bound it by."""
        for one, _, place in self.revisions() if self.pack else ():
            if one.index is not None:
                before, after = self.bounds(one.index)
                received = one.entry["received"]
                yield {**place, "index": one.index, "received": received, "notBefore": lower_bound(before), "notAfter": upper_bound(after)}


def read_pack(packed: bytes) -> Dict[str, Any]:
    """The pack's JSON, of the right version and shape."""
    pack = parse_json(packed)
    if not isinstance(pack, dict) or "v" not in pack:
        raise Malformed("shape", what="v")
    if pack["v"] != PACK_VERSION:
        raise Malformed("version")
    bad = _PACK(pack, "pack")
    if bad:
        raise Malformed("shape", what=bad)
    return pack


def parse_entry(leaf: bytes) -> Dict[str, Any]:
    """A leaf's entry: canonical JSON of the right shape."""
    if len(leaf) > LARGEST_LEAF:
        raise Malformed("leaf-long")
    try:
        entry = parse_json(leaf)
        is_canonical = canonical(entry) == leaf
    except Malformed:
        raise Malformed("leaf-canonical") from None
    if not is_canonical:
        raise Malformed("leaf-canonical")
    bad = _ENTRY(entry, "entry")
    if bad:
        raise Malformed("leaf-entry", what=bad)
    return entry


def parse_instant(written: str) -> Optional[int]:
    """`dddd-dd-ddTdd:dd:ddZ` with up to 6 decimals, as nanoseconds since 1970; nothing for another form or no moment of the calendar."""
    match = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,6}))?Z", written)
    try:
        since = datetime.fromisoformat(match[1]) - datetime(1970, 1, 1) if match else None
    except ValueError:
        return None
    if match is None or since is None:
        return None
    return (since.days * 86400 + since.seconds) * 10**9 + int((match[2] or "").ljust(9, "0"))


def last_second(time_s: int) -> int:
    """The latest a witness's time may mean: phones cut theirs to the day."""
    return time_s + DAY_S - 1 if time_s % DAY_S == 0 else time_s


def show_time(seconds: int) -> str:
    """Seconds since 1970 as RFC 3339; a number too large for a calendar as it is."""
    try:
        return (datetime(1970, 1, 1) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return f"@{seconds}"


def commitment(name: str, value: Any, salt: str) -> Optional[str]:
    """base64 SHA-256(0x02 ‖ salt ‖ JCS([name, value])) with a salt of 32 bytes, or nothing where that cannot be made."""
    try:
        return base64.b64encode(sha256(b"\x02", from_base64_of(salt, 32), canonical([name, value]))).decode()
    except Malformed:
        return None


def draw_from(seed: bytes, subjects: List[str], each: int) -> List[str]:
    """The first `each` in the order of SHA-256(seed ‖ subject)."""
    return sorted(subjects, key=lambda subject: sha256(seed, to_utf8(subject)))[:each]


def _holds(proof: List[str], first: Checkpoint, second: Checkpoint) -> bool:
    try:
        hashes = [from_base64_of(one, 32) for one in proof]
    except Malformed:
        return False
    return is_consistent((first.size, first.root), (second.size, second.root), hashes)


def _difference(names: List[str], fields: Dict[str, Any]) -> str:
    return ", ".join(sorted(set(names) ^ set(fields) | set(repeated(names))))


def lower_bound(head: Optional[Head]) -> Optional[Dict[str, object]]:
    """The time and the size of a checkpoint that lacks a leaf; earlier by what clocks may differ."""
    return {"time": show_time((head.time_s or 0) - CLOCK_MAY_DIFFER_S), "size": head.checkpoint.size} if head else None


def upper_bound(head: Optional[Head]) -> Optional[Dict[str, object]]:
    """The time and the size of a checkpoint that has a leaf; later by what clocks may differ."""
    return {"time": show_time(last_second(head.time_s or 0) + CLOCK_MAY_DIFFER_S), "size": head.checkpoint.size} if head else None


# ---------------------------------------------------------------------------------------------------------------- scores

Values = Dict[str, Fraction]


def parse_number(written: str) -> Fraction:
    """A decimal or a fraction `a/b`, exactly; each run of digits at most 12 long."""
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,12}|/[0-9]{1,12})?", written):
        raise Malformed("score-facts", what=written[:40])
    try:
        return Fraction(written)
    except (ValueError, ZeroDivisionError):
        raise Malformed("score-facts", what=written[:40]) from None


def parse_points(written: str) -> Fraction:
    """Points as they are written: `12.50`."""
    if not re.fullmatch(r"[0-9]{1,9}\.[0-9]{2}", written):
        raise Malformed("score-facts", what=written[:40])
    return Fraction(written)


def hundredths(value: Fraction) -> Fraction:
    """Rounded to 0.01, half up (A1.1)."""
    return Fraction((value * 100 + Fraction(1, 2)) // 1, 100)


def two_decimals(value: Optional[Fraction]) -> Optional[str]:
    """Points as they are written: `12.50`."""
    if value is None:
        return None
    sign, whole = ("-" if value < 0 else ""), abs(int(value * 100))
    return f"{sign}{whole // 100}.{whole % 100:02d}"


@dataclass
class Item:
    """One item of a scheme, its numbers read."""

    no: str
    fact: str
    of: Fraction
    rule: str
    n: Values
    params: Dict[str, str]


NUMBERS = {"each": ("k",), "below": ("target", "step", "k"), "threshold": ("t",), "bonus": ("k", "cap"), "veto": ("t",), "manual": ()}
OTHERS = {"threshold": ("op",), "veto": ("ceiling",)}
COMPARE: Dict[str, Callable[[Fraction, Fraction], bool]] = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
}


def parse_item(item: Dict[str, Any]) -> Item:
    """Refuses an unknown rule, a parameter missing or too many, a step of 0."""
    rule, params = item["rule"], item["params"]
    if rule not in NUMBERS or set(params) != {*NUMBERS[rule], *OTHERS.get(rule, ())}:
        raise Malformed("score-facts", what=f"{item['no']}: {rule}")
    numbers = {name: parse_number(params[name]) for name in NUMBERS[rule]}
    of = parse_points(item["of"])
    if numbers.get("step") == 0 or params.get("op", "=") not in COMPARE:
        raise Malformed("score-facts", what=item["no"])
    return Item(item["no"], item["fact"], of, rule, numbers, params)


def value_of(item: Item, f: Fraction) -> Fraction:
    """Points before they are rounded and held within bounds (A4)."""
    n = item.n
    if item.rule == "each":
        return item.of - n["k"] * f
    if item.rule == "below":
        return item.of if f >= n["target"] else item.of - n["k"] * ceiling_of((n["target"] - f) / n["step"])
    if item.rule == "threshold":
        return item.of if COMPARE[item.params["op"]](f, n["t"]) else Fraction(0)
    if item.rule == "bonus":
        return min(n["cap"], n["k"] * f)
    return f


def ceiling_of(value: Fraction) -> int:
    """The least whole number that is not below."""
    return -(-value.numerator // value.denominator)


def points_of(item: Item, fact: Optional[Fraction]) -> Optional[Fraction]:
    """Rounded points; nothing for a veto or an item left out."""
    if fact is None or item.rule == "veto":
        return None
    points = hundredths(value_of(item, fact))
    return points if item.rule == "bonus" else max(Fraction(0), min(item.of, points))


Band = Tuple[Fraction, str]


def parse_scheme(scheme: Dict[str, Any]) -> Tuple[List[Item], List[Band]]:
    """Items and bands; bands must come highest first."""
    bands = [(parse_points(band["from"]), band["grade"]) for band in scheme["bands"]]
    if any(low[0] >= high[0] for high, low in zip(bands, bands[1:])):
        raise Malformed("score-facts", what="bands")
    return [parse_item(item) for item in scheme["items"]], bands


def score_of(items: List[Item], bands: List[Band], written: Dict[str, str]) -> Dict[str, Any]:
    """The whole score of a branch, in the form the pack writes it (A4.1 to A4.3)."""
    facts = {key: None if value == "n/a" else parse_number(value) for key, value in written.items()}
    for item in items:
        if item.fact not in facts:
            raise Malformed("score-facts", what=item.fact)
    points = [points_of(item, facts[item.fact]) for item in items]
    stay = [(item, got) for item, got in zip(items, points) if got is not None]
    full = sum((item.of for item, _ in stay if item.rule != "bonus"), Fraction(0))
    total = sum((got for item, got in stay if item.rule != "bonus"), Fraction(0))
    bonus = min(Fraction(10), sum((got for item, got in stay if item.rule == "bonus"), Fraction(0)))
    base = hundredths(100 * total / full) if full else None
    score = None if base is None else base + bonus
    strikes = [item.params["ceiling"] for item in items if _strikes(item, facts[item.fact])]
    return {
        "base": two_decimals(base),
        "bonus": two_decimals(bonus),
        "score": two_decimals(score),
        "grade": grade_of(bands, score, strikes),
        "vetoed": bool(strikes),
        "items": [{"no": item.no, "points": two_decimals(got)} for item, got in zip(items, points)],
    }


def _strikes(item: Item, fact: Optional[Fraction]) -> bool:
    return item.rule == "veto" and fact is not None and fact >= item.n["t"]


def grade_of(bands: List[Band], score: Optional[Fraction], ceilings: List[str]) -> Optional[str]:
    """The first band not above the score, else the last one; then vetoes lower it."""
    if score is None or not bands:
        return None
    grades = [grade for _, grade in bands]
    place = next((i for i, (least, _) in enumerate(bands) if least <= score), len(bands) - 1)
    return grades[max([place, *(grades.index(one) for one in ceilings if one in grades)])]


def differences(right: Dict[str, Any], given: Dict[str, Any]) -> Iterator[Tuple[str, object, object]]:
    """(what, right, given) for everything that differs."""
    for name in ("base", "bonus", "score", "grade", "vetoed"):
        if right[name] != given[name]:
            yield name, right[name], given[name]
    good, bad = ([(one["no"], one["points"]) for one in score["items"]] for score in (right, given))
    if [no for no, _ in good] != [no for no, _ in bad]:
        yield "items", [no for no, _ in good], [no for no, _ in bad]
        return
    for (no, points), (_, written) in zip(good, bad):
        if points != written:
            yield f"items {no}", points, written


# ------------------------------------------------------------------------------------------------------- C2SP tlog-tiles


class Tiles:
    """A folder laid out per tlog-tiles: `checkpoint`, `tile/<L>/<N>[.p/<W>]`, `tile/entries/<N>[.p/<W>]`."""

    def __init__(self, folder: str, vkey: str) -> None:
        self.folder = folder
        self.vkey = vkey
        self.failures: List[Failure] = []
        self.size = 0

    def fail(self, code: str, why: str, place: Dict[str, object], **details: object) -> None:
        """Keeps a failure."""
        self.failures.append(Failure(code, place, why, details))

    def run(self) -> "Tiles":
        """Recomputes every leaf, every tile and the root."""
        try:
            key = parse_vkey(self.vkey, LOG_TYPE)
            note = parse_note(self._read("checkpoint").decode("utf-8"))
            checkpoint = parse_checkpoint(note.text)
        except (Malformed, OSError, UnicodeDecodeError) as error:
            why, details = (error.why, error.details) if isinstance(error, Malformed) else ("no-file", {"what": "checkpoint"})
            self.fail("pack-unreadable", why, {"file": "checkpoint"}, **details)
            return self
        self.size = checkpoint.size
        if checkpoint.origin != key.name:
            self.fail("note-bad", "origin", {"size": self.size}, what=key.name)
        if not is_signed_by(note, key):
            self.fail("signature-bad", "log-signature", {"size": self.size})
        level = self._leaves()
        if level is not None and root_of(level) != checkpoint.root:
            self.fail("tiles-bad", "tile-root", {"size": self.size})
        if level is not None:
            self._upper(level)
        return self

    def _read(self, path: str) -> bytes:
        with open(os.path.join(self.folder, *path.split("/")), "rb") as file:
            return file.read()

    def _tile(self, kind: str, number: int, width: int) -> Optional[bytes]:
        """A tile's bytes; the full one where the partial one is gone."""
        path = f"tile/{kind}/{tile_path(number)}"
        for one in [path] if width == 256 else [f"{path}.p/{width}", path]:
            try:
                return self._read(one)
            except OSError:
                continue
        self.fail("tiles-bad", "tile-missing", {"file": path})
        return None

    def _leaves(self) -> Optional[List[Hash]]:
        hashes: List[Hash] = []
        for number, width in widths(self.size):
            bundle = self._tile("entries", number, width)
            found = None if bundle is None else split_bundle(bundle, width)
            if bundle is not None and found is None:
                self.fail("tiles-bad", "tile-bundle", {"file": f"tile/entries/{tile_path(number)}"})
            if found is None:
                return None
            hashes.extend(leaf_hash(one) for one in found)
        return hashes

    def _upper(self, level: List[Hash]) -> None:
        """Holds every tile against the hashes below it."""
        for height in range(64):
            if not level:
                return
            for number, width in widths(len(level)):
                tile = self._tile(str(height), number, width)
                right = b"".join(level[number * 256 : number * 256 + width])
                if tile is not None and tile[: width * 32] != right:
                    wrong = next((i for i in range(width) if tile[i * 32 : i * 32 + 32] != right[i * 32 : i * 32 + 32]), 0)
                    place = {"leaf": number * 256 + wrong} if height == 0 else {"file": f"tile/{height}/{tile_path(number)}"}
                    self.fail("tiles-bad", "tile-hash", place)
            level = [root_of(level[i : i + 256]) for i in range(0, len(level) // 256 * 256, 256)]


WORDS.update(
    {
        "tile-root": ("由叶子算出的根与检查点不符", "the root computed from the leaves is not the checkpoint's"),
        "tile-missing": ("文件缺失", "the file is missing"),
        "tile-bundle": ("条目文件被截断或格式不对", "the entry bundle is cut or malformed"),
        "tile-hash": ("瓦片里的散列与重新计算的不符", "a hash in the tile is not the one recomputed"),
    }
)

NO_LOG = (
    "这里没有签名服务的日志（{folder}）：请给出数据文件夹里的 signer/<矿>，或它的副本。",
    "There is no log of a signer here ({folder}): give signer/<mine> of the data folder, or a copy of it.",
)
MANY_LOGS = ("{folder} 里有 {count} 本日志：请给出其中一个矿的文件夹。", "{folder} holds {count} logs: give the folder of one mine.")

TILES_VERDICTS = {
    True: ("日志是好的：{size} 个叶子和根全部重新计算过。", "The log is good: {size} leaves and the root were recomputed."),
    False: ("日志不能作为凭据：{failures} 处核对不符。", "The log is not good. Checks that failed: {failures}."),
}


def is_log(folder: str) -> bool:
    """Whether a checkpoint or tiles stand in the folder: a log of which one is gone is a log."""
    return os.path.isfile(os.path.join(folder, "checkpoint")) or os.path.isdir(os.path.join(folder, "tile"))


def logs_in(folder: str) -> List[str]:
    """The logs somebody may mean by a folder: itself, or else those right in it."""
    if is_log(folder):
        return [folder]
    try:
        return [one for one in (os.path.join(folder, name) for name in sorted(os.listdir(folder))) if is_log(one)]
    except OSError:
        return []


def tile_path(number: int) -> str:
    """1234067 → `x001/x234/067`."""
    parts = [f"{number % 1000:03d}"]
    while number >= 1000:
        number //= 1000
        parts.insert(0, f"x{number % 1000:03d}")
    return "/".join(parts)


def widths(size: int) -> Iterator[Tuple[int, int]]:
    """(number, width) of the tiles of a level with so many hashes."""
    for number in range(size // 256):
        yield number, 256
    if size % 256:
        yield size // 256, size % 256


def split_bundle(bundle: bytes, width: int) -> Optional[List[bytes]]:
    """The first `width` entries, each after its length as uint16; nothing when cut short, or when others follow in a partial one."""
    found: List[bytes] = []
    place = 0
    while place < len(bundle):
        length = int.from_bytes(bundle[place : place + 2], "big")
        if place + 2 + length > len(bundle):
            return None
        found.append(bundle[place + 2 : place + 2 + length])
        place += 2 + length
    return found[:width] if len(found) in (width, 256) else None


# --------------------------------------------------------------------------------------------------------------- vectors

RFC6962_INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
RFC6962_ROOTS = """
6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
""".split()

RFC8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
]

NOTE_VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
NOTE = """This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
"""

OWN_LEAVES = [
    '{"actor":"r6zn1EiASUK3efb+b7k/a04sPWyEfmFBJz3FODfkgcY=","fields":{"present":"Vgs58RoqcPunmwOcXfk1IdQTErEYVJMV8tuYgWx3ovg=","text":"AYjRDK7dO5ihFXiOirjoQ6Z6f2woxnUddEkqtMiZJfU="},"files":[],"kind":"meeting.minutes.final","log":"branch.example/journal/v1","occurred":"2026-11-20T01:00:00Z","prev":null,"received":"2026-11-22T04:00:00.000Z","rev":1,"scope":"01J0000000000000000000000A","src":"web","subject":"01J0000000000000000000000M","v":1}',
    '{"actor":"r6zn1EiASUK3efb+b7k/a04sPWyEfmFBJz3FODfkgcY=","fields":{"amount_fen":"PlyPhLcjhnQ7cDIJ1L3qbxjPQzPEdqP6GJC4Nsu3Mak="},"files":[],"kind":"dues.payment","log":"branch.example/journal/v1","occurred":"2026-11-20T01:00:00Z","prev":null,"received":"2026-11-22T04:00:00.000Z","rev":1,"scope":"01J0000000000000000000000A","src":"web","subject":"01J0000000000000000000000P","v":1}',
    '{"actor":"r6zn1EiASUK3efb+b7k/a04sPWyEfmFBJz3FODfkgcY=","fields":{},"files":[],"kind":"erase.notice","log":"branch.example/journal/v1","occurred":"2026-11-20T01:00:00Z","prev":"S0is5SEZU0QycDWKV7pvKWG0QK+HqtkoBLOqpm0ZhP0=","received":"2026-11-22T04:00:00.000Z","rev":2,"scope":"01J0000000000000000000000A","src":"web","subject":"01J0000000000000000000000M","v":1}',
]
OWN_HASHES = """
4b48ace5211953443270358a57ba6f2961b440af87aad92804b3aaa66d1984fd
9bc18e245580a9774155bf93008245a5e2730a859c988fddc284a1144b941c3c
9f4b2b57e2953aa52d067d2548e0b90a9f643f413f7f14d33744cfa691462809
""".split()
OWN_COMMITMENTS = [
    ("actor", "01J0000000000000000000000U", 1, "r6zn1EiASUK3efb+b7k/a04sPWyEfmFBJz3FODfkgcY="),
    ("present", 18, 2, "Vgs58RoqcPunmwOcXfk1IdQTErEYVJMV8tuYgWx3ovg="),
    ("text", "会议记录", 3, "AYjRDK7dO5ihFXiOirjoQ6Z6f2woxnUddEkqtMiZJfU="),
    ("amount_fen", "2350", 4, "PlyPhLcjhnQ7cDIJ1L3qbxjPQzPEdqP6GJC4Nsu3Mak="),
]
OWN_VKEY = "branch.example/journal/v1+f24791b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
OWN_WITNESS = "witness.example/phone1+5f0a8ceb+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"
OWN_CHECKPOINT = """branch.example/journal/v1
3
hpEYcUKBLGi5z2CBXPy5JcKfXXxJs0GxRiQfdbqg1Fg=

— branch.example/journal/v1 8keRt3rh41HdwNfnZBdCeGwxPdVf3NeiinPI4rgZzxlxGODCH7jUGdczxcy9T1hh1NOQiA7RghyziOQI6u1zd2VdpQE=
— witness.example/phone1 XwqM6wAAAABrAmjAmO2dfpUN659Ruh7gdsO7ZxOHTwjTjsK3LjLCv6xmkEL9i2CQlvPMQH97AuxfwQQkknzMMlqknluUWRPls48cBw==
"""

JCS_GOOD = [
    ('[56,{"d":true,"10":null,"1":[ ]}]', '[56,{"1":[],"10":null,"d":true}]'),
    (
        '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
        '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
    ),
    (
        '{"1":{"f":{"f":"hi","F":5},"\\n":56},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}',
        '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    ),
    ('{"Unnormalized Unicode":"A\\u030a"}', '{"Unnormalized Unicode":"A\u030a"}'),
    (
        '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\u000a":"Newline","1":"One","\\u0080":"Control\\u007f","\\ud83d\\ude02":"Smiley","\\u00f6":"Latin Small Letter O With Diaeresis","\\ufb33":"Hebrew Letter Dalet With Dagesh","</script>":"Browser Challenge"}',
        '{"\\n":"Newline","\\r":"Carriage Return","1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","\U0001f602":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ),
    ('"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\"\\\\\\/"', '"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\"\\\\/"'),
    ("[0, 9007199254740991, -9007199254740991]", "[0,9007199254740991,-9007199254740991]"),
]
JCS_REFUSED = ["1.5", "56.0", "1e3", "-0", "9007199254740992", '"\\ud800"', '{"\\udc00":1}', '{"a":1,"a":2}', '{"a":1,"\\u0061":2}', "NaN", "01", "[1,]", "1e400"]


def vectors() -> List[Tuple[str, Callable[[], bool]]]:
    """Every vector as (name, check)."""
    inputs = [bytes.fromhex(one) for one in RFC6962_INPUTS]
    found: List[Tuple[str, Callable[[], bool]]] = [
        ("RFC 6962 empty root", lambda: root_of([]).hex().startswith("e3b0c44298fc1c149afbf4c8996fb924")),
        ("RFC 6962 empty leaf", lambda: leaf_hash(b"").hex() == RFC6962_ROOTS[0]),
        ("RFC 6962 leaf", lambda: leaf_hash(b"L123456").hex().startswith("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b")),
        ("RFC 6962 node", lambda: node_hash(b"N123", b"N456").hex().startswith("aa217fe888e47007fa15edab33c2b492a722cb10")),
    ]
    for size, root in enumerate(RFC6962_ROOTS, 1):
        found.append((f"RFC 6962 root of {size}", lambda s=size, r=root: root_of(map(leaf_hash, inputs[:s])).hex() == r))
    for public, message, signature in RFC8032:
        parts = [bytes.fromhex(one) for one in (public, message, signature)]
        found.append((f"RFC 8032 {public[:8]}", lambda p=parts: is_signed(*p)))
        found.append((f"RFC 8032 {public[:8]}, another message", lambda p=parts: not is_signed(p[0], p[1] + b"x", p[2])))
        over = (int.from_bytes(parts[2][32:], "little") + L).to_bytes(32, "little")
        found.append((f"RFC 8032 {public[:8]}, S + L", lambda p=parts, o=over: not is_signed(p[0], p[1], p[2][:32] + o)))
    return found + _jcs_vectors() + _note_vectors() + _own_vectors()


def _jcs_vectors() -> List[Tuple[str, Callable[[], bool]]]:
    good = [(f"RFC 8785 {source[:24]}", lambda s=source, c=wanted: canonical(parse_json(s.encode())) == c.encode()) for source, wanted in JCS_GOOD]
    bad = [(f"RFC 8785 refuses {source}", lambda s=source: not _can_be_canonical(s)) for source in JCS_REFUSED]
    return good + bad


def _can_be_canonical(source: str) -> bool:
    try:
        canonical(parse_json(source.encode()))
    except Malformed:
        return False
    return True


def _signed_by(note: str, vkey: str) -> bool:
    return is_signed_by(parse_note(note), parse_vkey(vkey, LOG_TYPE))


def _note_vectors() -> List[Tuple[str, Callable[[], bool]]]:
    return [
        ("signed-note example", lambda: _signed_by(NOTE, NOTE_VKEY)),
        ("signed-note example, another text", lambda: not _signed_by(NOTE.replace("example message", "Example message"), NOTE_VKEY)),
        ("signed-note example, another key", lambda: not _signed_by(NOTE, OWN_VKEY)),
    ]


def _own_vectors() -> List[Tuple[str, Callable[[], bool]]]:
    found: List[Tuple[str, Callable[[], bool]]] = []
    for number, (leaf, hashed) in enumerate(zip(OWN_LEAVES, OWN_HASHES)):
        data = leaf.encode()
        found.append((f"own leaf {number}", lambda d=data, h=hashed: leaf_hash(d).hex() == h))
        found.append((f"own leaf {number} is canonical", lambda d=data: canonical(parse_entry(d)) == d))
    for name, value, salt, wanted in OWN_COMMITMENTS:
        written = base64.b64encode(bytes([salt]) * 32).decode()
        found.append((f"own commitment {name}", lambda n=name, v=value, s=written, w=wanted: commitment(n, v, s) == w))
    return found + [
        ("own leaf 0, every bit flipped", _every_bit_counts),
        ("own root", lambda: root_of(leaf_hash(one.encode()) for one in OWN_LEAVES) == parse_checkpoint(parse_note(OWN_CHECKPOINT).text).root),
        ("own checkpoint", lambda: _signed_by(OWN_CHECKPOINT, OWN_VKEY)),
        ("own cosignature", lambda: _own_time() == 1795320000),
    ]


def _every_bit_counts() -> bool:
    data = OWN_LEAVES[0].encode()
    flipped = (data[: bit // 8] + bytes([data[bit // 8] ^ 1 << bit % 8]) + data[bit // 8 + 1 :] for bit in range(len(data) * 8))
    return len({leaf_hash(one) for one in flipped} | {leaf_hash(data)}) == len(data) * 8 + 1


def _own_time() -> Optional[int]:
    note, key = parse_note(OWN_CHECKPOINT), parse_vkey(OWN_WITNESS, WITNESS_TYPE)
    return cosignature_time(note.text, key, signature_of(note, key) or b"")


# ---------------------------------------------------------------------------------------------------------- command line

EXITS = {"good": 0, "bad": 1, "unreadable": 2}
MOST_TOLD = 50


def _failures(failures: List[Failure], lang: str) -> List[Dict[str, object]]:
    return [{"code": one.code, "place": one.place, "reason": one.reason(lang)} for one in failures]


def answer_of(verifier: Verifier, lang: str) -> Dict[str, object]:
    """The whole answer as JSON; `times` has what is proven about each revision."""
    pack = verifier.pack
    return {
        "verdict": verifier.verdict(),
        "sentence": sentence_of(verifier, lang),
        "failures": _failures(verifier.failures, lang),
        "checked": verifier.figures(),
        "log": pack.get("log"),
        "policy": pack.get("policy"),
        "times": list(verifier.times()),
    }


def sentence_of(verifier: Verifier, lang: str) -> str:
    """The verdict in one sentence."""
    reason = verifier.unreadable.reason(lang) if verifier.unreadable else ""
    return say(VERDICTS[verifier.verdict()], lang, reason=reason, **verifier.figures())


def print_failures(failures: List[Failure], lang: str) -> None:
    """One line each, the first fifty."""
    for one in failures[:MOST_TOLD]:
        where = one.where(lang)
        print(f"  {one.code}{' · ' + where if where else ''} · {one.reason(lang)}")
    if len(failures) > MOST_TOLD:
        more = len(failures) - MOST_TOLD
        print(say((f"  ……另有 {more} 处", f"  … and {more} more"), lang))


def print_trust(verifier: Verifier, lang: str) -> None:
    """Whose keys the answer rests on: a pack brings its own, so the reader must know them from elsewhere."""
    print(say(("这个结论依靠下列公钥，请与您从别处得到的核对：", "The answer rests on these keys; compare them with what you have from elsewhere:"), lang))
    print(f"  {shown(verifier.pack['log']['vkey'])}")
    for key in verifier.policy.witnesses.values() if verifier.policy else ():
        print(f"  {shown(key.name)}+{key.id.hex()}+{base64.b64encode(bytes([key.type]) + key.public).decode()}")
    if verifier.policy is None or verifier.policy.quorum == "none":
        print(say(("没有见证：所有时间都只是日志自己的说法。", "No checkpoint is witnessed: every time is a claim of the log alone."), lang))


def print_times(verifier: Verifier, lang: str) -> None:
    """What is proven about the time of each revision."""
    for one in verifier.times():
        print(
            "  "
            + say(("记录 {subject} 第 {revision} 版，日志时间 {received}：", "record {subject}, revision {revision}, received {received}: "), lang, **one)
            + bounds_words(one, lang)
        )


def bounds_words(one: Dict[str, Any], lang: str) -> str:
    """“not before … and not after …”, or that it is not bounded."""
    before, after = one["notBefore"], one["notAfter"]
    if not before and not after:
        return say(("没有见证约束", "not bounded"), lang)
    parts = []
    if before:
        parts.append(say(("不早于 {time}（见证过的大小 {size} 还没有它）", "not before {time} (witnessed size {size} lacks it)"), lang, **before))
    if after:
        parts.append(say(("不晚于 {time}（见证过的大小 {size} 已有它）", "not after {time} (witnessed size {size} has it)"), lang, **after))
    return ("，" if lang == "zh" else " and ").join(parts)


def run_pack(options: argparse.Namespace) -> int:
    """Verifies one pack and says so."""
    verifier = Verifier(Given(options.vkey, options.policy)).run(options.pack)
    if options.json:
        print(json.dumps(answer_of(verifier, options.lang), ensure_ascii=True, indent=1))
        return EXITS[verifier.verdict()]
    print(sentence_of(verifier, options.lang))
    if not verifier.unreadable:
        print_failures(verifier.failures, options.lang)
        print_trust(verifier, options.lang)
        if options.times:
            print_times(verifier, options.lang)
    return EXITS[verifier.verdict()]


def run_tiles(options: argparse.Namespace) -> int:
    """Verifies a folder of tiles and says so; where there is no log, or more than one, says that."""
    logs = logs_in(options.tiles)
    if len(logs) != 1:
        sentence = say(MANY_LOGS if logs else NO_LOG, options.lang, folder=options.tiles, count=len(logs))
        print(json.dumps({"sentence": sentence}, ensure_ascii=True, indent=1) if options.json else sentence)
        return 2
    tiles = Tiles(logs[0], options.vkey).run()
    sentence = say(TILES_VERDICTS[not tiles.failures], options.lang, size=tiles.size, failures=len(tiles.failures))
    if options.json:
        found = {"sentence": sentence, "size": tiles.size, "failures": _failures(tiles.failures, options.lang)}
        print(json.dumps(found, ensure_ascii=True, indent=1))
    else:
        print(sentence)
        print_failures(tiles.failures, options.lang)
    return 1 if tiles.failures else 0


def run_vectors() -> int:
    """Runs every vector and prints how many held."""
    every = vectors()
    wrong = [name for name, holds in every if not holds()]
    for name in wrong:
        print(f"wrong: {name}")
    print(f"{len(every) - len(wrong)} of {len(every)} vectors hold")
    return 1 if wrong else 0


def read_text(path: str) -> str:
    """A text file as it is."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise argparse.ArgumentTypeError(path) from error


def _language() -> str:
    """English only where the machine says so; otherwise Chinese."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if named.startswith("en") else "zh"


USAGE = (
    "用法：python3 pitlamp_verify.py 证据包.zip [--vkey 公钥] [--policy 文件] [--times] [--json]，或 --tiles 文件夹 --vkey 公钥 [--json]，或 --vectors",
    "Usage: python3 pitlamp_verify.py PACK.zip [--vkey VKEY] [--policy FILE] [--times] [--json], or --tiles FOLDER --vkey VKEY [--json], or --vectors",
)
# What the parser says, as a pattern, and what is said instead.
ASKED_WRONGLY = (
    (r"unrecognized arguments: (.*)", ("“{it}”用不上。", "“{it}” is not used here.")),
    (r"argument ([^:]+): expected one argument", ("{it} 后面缺了内容。", "Something is missing after {it}.")),
    (r"argument --policy: (.*)", ("文件读不出来：{it}。", "A file cannot be read: {it}.")),
    (r"bad-vkey(.?)", ("--vkey 给出的公钥不完整或有错字：须原样抄全，形如 名字+8 位十六进制+base64。", "The key after --vkey is cut short or misspelt: copy all of it as it is, name+8 hex digits+base64.")),
    (r"not-together (.*)", ("{it} 不能与 --tiles 一起用。", "{it} does not go with --tiles.")),
    (r"vkey-needed(.?)", ("请用 --vkey 给出日志的公钥，由保管它的人提供，不要从这个文件夹里取。", "Give the log's key after --vkey, from somebody who kept it, not from this folder.")),
)


class Parser(argparse.ArgumentParser):
    """Says what was asked wrongly in the reader's language."""

    lang = "zh"

    def error(self, message: str) -> NoReturn:
        """Ends with 2."""
        said = ((re.fullmatch(pattern, message, re.DOTALL), sentence) for pattern, sentence in ASKED_WRONGLY)
        known = next((say(sentence, self.lang, it=found[1]) + "\n" for found, sentence in said if found), "")
        self.exit(2, f"{known}{say(USAGE, self.lang)}\n")


def is_vkey(text: str) -> bool:
    """Whether it is a key at all, of a log or of a witness."""
    for kind in (LOG_TYPE, WITNESS_TYPE):
        try:
            parse_vkey(text, kind)
            return True
        except Malformed:
            continue
    return False


def what_is_wrong(options: argparse.Namespace) -> Optional[str]:
    """What was asked that does not go together, as ASKED_WRONGLY names it."""
    if options.vkey is not None and not is_vkey(options.vkey):
        return "bad-vkey"
    if options.tiles is None:
        return None if options.pack else "nothing"
    beside = {options.pack: options.pack, "--policy": options.policy, "--times": options.times}
    unused = next((name for name, given in beside.items() if given), None)
    if unused:
        return f"not-together {unused}"
    return "vkey-needed" if options.vkey is None else None


def main(arguments: Sequence[str]) -> int:
    """The command; answers its exit code."""
    parser = Parser(description="Verifies a Pitlamp evidence pack. 核对矿灯证据包。")
    asked = re.search(r"(?:^| )--lang[ =](zh|en)(?: |$)", " ".join(arguments))
    parser.lang = asked[1] if asked else _language()
    parser.add_argument("pack", nargs="?", metavar="PACK.zip", help="the pack 证据包")
    parser.add_argument("--vkey", type=str.strip, help="the log's key as you know it 您已知的日志公钥")
    parser.add_argument("--policy", metavar="FILE", type=read_text, help="the policy as you know it 您已知的见证规则")
    parser.add_argument("--times", action="store_true", help="what is proven about each time 列出每条记录的时间界限")
    parser.add_argument("--tiles", metavar="FOLDER", help="verify a tlog-tiles folder 核对整个日志")
    parser.add_argument("--vectors", action="store_true", help="run the test vectors 运行标准测试数据")
    parser.add_argument("--json", action="store_true", help="answer in JSON 以 JSON 回答")
    parser.add_argument("--lang", choices=["zh", "en"], default=_language())
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if options.vectors:
        return run_vectors()
    wrong = what_is_wrong(options)
    if wrong:
        parser.error(wrong)
    return run_pack(options) if options.tiles is None else run_tiles(options)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        os._exit(1)
