"""Whole packs: good ones are good, each bad one is found out, and files that are no packs are refused without a crash."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import struct
import tempfile
import time
import unittest
import zipfile
from typing import Any, Dict, List, Tuple

import bad_packs
import packs
import pitlamp_verify as v

WORLD = packs.World()
GOOD = packs.dump(WORLD.pack())
EVERY_CODE = """
pack-unreadable pack-differs key-bad policy-bad note-bad signature-bad witness-bad consistency-bad leaf-bad proof-bad chain-bad
field-bad fields-bad erased-bad day-bad time-bad draw-bad score-bad
"""


class Folder(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.path = os.path.join(folder.name, "pack.zip")

    def write(self, data: bytes) -> str:
        with open(self.path, "wb") as file:
            file.write(data)
        return self.path

    def bytes_of(self, files: Dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
        packs.write_zip(self.path, files, kind)
        with open(self.path, "rb") as file:
            return file.read()

    def codes(self, data: bytes) -> List[str]:
        return sorted({one.code for one in v.Verifier().run(self.write(data)).failures})

    def run_main(self, *arguments: str) -> Tuple[int, str]:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            code = v.main([*arguments])
        return code, out.getvalue()


class Cases(Folder):
    def test_each_case_has_its_codes(self) -> None:
        expected = bad_packs.write_all(self.folder)
        for file, codes in expected.items():
            with self.subTest(file):
                verifier = v.Verifier().run(os.path.join(self.folder, file))
                self.assertEqual(sorted({one.code for one in verifier.failures}), codes)
                self.assertEqual(verifier.verdict(), "good" if not codes else "unreadable" if codes == ["pack-unreadable"] else "bad")
                for lang in ("zh", "en"):
                    self.assertTrue(all(one.reason(lang) and one.where(lang) is not None for one in verifier.failures))
        shown = {code for codes in expected.values() for code in codes}
        self.assertEqual(shown, set(EVERY_CODE.split()), "every code of docs/pack.md is among the cases")


class Zips(Folder):
    def test_a_bare_pack_is_read_too(self) -> None:
        self.assertEqual(self.codes(GOOD), [])
        self.assertEqual(self.codes(b" " + GOOD), [])
        self.assertEqual(self.codes(b"\xef\xbb\xbf" + GOOD), ["pack-unreadable"])

    def test_stored_and_deflated_and_other_files(self) -> None:
        for kind in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            self.assertEqual(self.codes(self.bytes_of({"more.txt": b"x", "pack.json": GOOD}, kind)), [])

    def test_zips_that_are_not_plain(self) -> None:
        good = self.bytes_of({"README.txt": b"hello", "pack.json": GOOD})
        with zipfile.ZipFile(self.path, "a") as archive:
            archive.comment = b"x"
        with open(self.path, "rb") as file:
            commented = file.read()
        bad = {
            "something before": b"PK" + good,
            "something after": good + b"x",
            "a comment": commented,
            "no pack.json": self.bytes_of({"pack.jsn": GOOD}),
            "another compression": self.bytes_of({"pack.json": GOOD}, zipfile.ZIP_BZIP2),
            "a comment that is not there": good[:-2] + b"\x01\x00",
            "a directory that goes beyond its end": self.with_byte(good, 30, 255),
            "encrypted": self.with_byte(good, 8, 1),
            "another length": self.with_byte(good, 24, 0),
            "another CRC": self.with_byte(good, 16, 0),
            "zip64": self.with_byte(good, 20, *[0xFF] * 8),
            "empty": self.bytes_of({}),
        }
        for name, data in bad.items():
            with self.subTest(name):
                self.assertEqual(self.codes(data), ["pack-unreadable"])

    def with_byte(self, data: bytes, at: int, *values: int) -> bytes:
        """The zip with other bytes in its last file's line of the directory."""
        at += data.rindex(b"PK\x01\x02")
        return data[:at] + bytes(values) + data[at + len(values) :]

    def test_other_files_are_passed_over(self) -> None:
        good = self.bytes_of({"README.txt": b"hello", "pack.json": GOOD})
        changed = good.replace(b"\xcb\x48\xcd\xc9\xc9\x07\x00", b"\xcb\x48\xcd\xc9\xc9\x07\x01")
        self.assertNotEqual(changed, good)
        self.assertEqual(self.codes(changed), [])

    def test_a_name_twice(self) -> None:
        one = self.bytes_of({"a": b"1", "pack.json": GOOD})
        self.assertEqual(self.codes(one.replace(b"pack.json", b"pack.jso2")), ["pack-unreadable"])
        two = self.bytes_of({"pack.json": GOOD, "pack.jso2": b"1"})
        self.assertEqual(self.codes(two.replace(b"pack.jso2", b"pack.json")), ["pack-unreadable"])

    def test_a_zip_cut_anywhere_is_unreadable(self) -> None:
        good = self.bytes_of({"pack.json": GOOD})
        for length in [*range(0, 60), *range(60, len(good), 997), len(good) - 1]:
            self.assertEqual(self.codes(good[:length]), ["pack-unreadable"], length)

    def test_a_bare_pack_cut_anywhere_is_unreadable(self) -> None:
        for length in [*range(0, 40), *range(40, len(GOOD), 499)]:
            self.assertEqual(self.codes(GOOD[:length]), ["pack-unreadable"], length)

    def test_what_opens_to_too_much_is_refused_before_it_is_opened(self) -> None:
        good = self.bytes_of({"pack.json": bytes(2_000_000)})
        at = good.rindex(b"PK\x01\x02") + 24
        begun = time.process_time()
        for size in (1_000_000, 3_000_000, v.LARGEST_ENTRY + 1, 0xFFFFFFFF):
            self.assertEqual(self.codes(good[:at] + struct.pack("<I", size) + good[at + 4 :]), ["pack-unreadable"])
        self.assertLess(time.process_time() - begun, 5)

    def test_no_such_file(self) -> None:
        self.assertEqual(v.Verifier().run(os.path.join(self.folder, "none")).verdict(), "unreadable")
        self.assertEqual(v.Verifier().run(self.folder).verdict(), "unreadable")


class Rough(Folder):
    """Changed at random, with a fixed seed: never a crash, and a pack whose claims changed is never good."""

    def test_changed_bytes(self) -> None:
        chance = random.Random(5)
        zipped = self.bytes_of({"pack.json": GOOD})
        for data in (GOOD, zipped):
            for _ in range(60):
                place = chance.randrange(len(data))
                changed = data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
                self.codes(changed)

    def test_changed_values(self) -> None:
        chance = random.Random(6)
        for _ in range(150):
            pack = json.loads(GOOD)
            holder, key = chance.choice(list(every_place(pack)))
            holder[key] = chance.choice([None, "", "x", 0, -1, 2**53, 1.5, [], {}, [[]], True, "=" * 44, "\u0000", "\ud800", {"__proto__": 1}])
            self.codes(packs.dump(pack))

    def test_a_large_number_of_failures_is_told_shortly(self) -> None:
        pack = json.loads(GOOD)
        for record in pack["records"]:
            record["revisions"] = record["revisions"] * 30
        code, out = self.run_main(self.write(packs.dump(pack)), "--lang", "en")
        self.assertEqual(code, 1)
        self.assertIn("more", out)
        self.assertLess(len(out.splitlines()), 70)


def every_place(value: Any) -> Any:
    """(holder, key) of everything inside."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from every_place(value[key])


class Command(Folder):
    def test_good_bad_and_unreadable(self) -> None:
        packs.whole_zip(self.path, WORLD.pack())
        code, out = self.run_main(self.path, "--lang", "en", "--times")
        self.assertEqual(code, 0)
        self.assertIn("This pack is good: 7 records with 13 revisions and 5 checkpoints (3 of them witnessed)", out)
        self.assertIn("not before 2026-11-20T00:56:20Z (witnessed size 1 lacks it) and not after 2026-11-20T01:36:20Z (witnessed size 4 has it)", out)
        self.assertIn(WORLD.log.vkey, out)
        code, out = self.run_main(self.path, "--lang", "zh")
        self.assertEqual((code, out.startswith("这份证据包是好的")), (0, True))
        self.assertEqual(self.run_main(self.write(b"x"), "--lang", "en")[0], 2)

    def test_json_tells_code_place_and_reason(self) -> None:
        pack = WORLD.pack()
        bad_packs.put(11, "records", 0, "revisions", 0, "opened", "present", "value")(WORLD, pack)
        code, out = self.run_main(self.write(packs.dump(pack)), "--json", "--lang", "en")
        answer = json.loads(out)
        self.assertEqual((code, answer["verdict"]), (1, "bad"))
        failure = {"code": "field-bad", "place": {"subject": "meeting-00000", "revision": 1}, "reason": "the content of the field present is not what was sealed"}
        self.assertEqual(answer["failures"], [failure])
        self.assertEqual(len(answer["times"]), 13)

    def test_what_the_reader_knows_is_held_against_the_pack(self) -> None:
        path = self.write(GOOD)
        self.assertEqual(self.run_main(path, "--vkey", WORLD.log.vkey)[0], 0)
        self.assertEqual(self.run_main(path, "--vkey", WORLD.witnesses[0].vkey)[0], 1)
        policy = os.path.join(self.folder, "policy")
        for text, wanted in ((WORLD.policy(), 0), (WORLD.policy().replace("both", "phones"), 1)):
            with open(policy, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            self.assertEqual(self.run_main(path, "--policy", policy)[0], wanted)

    def test_what_is_asked_wrongly_is_said_in_the_readers_language(self) -> None:
        path, key = self.write(GOOD), WORLD.log.vkey
        wrong = [
            ((), "用法：", "Usage:"),
            ((path, "--more", "x"), "“--more x”用不上", "“--more x” is not used here"),
            ((path, "--vkey"), "--vkey 后面缺了内容", "Something is missing after --vkey"),
            ((path, "--vkey", key[:-1]), "公钥不完整或有错字", "cut short or misspelt"),
            ((path, "--policy", self.folder), f"文件读不出来：{self.folder}", "A file cannot be read"),
            ((path, "--tiles", self.folder, "--vkey", key), f"{path} 不能与 --tiles 一起用", "does not go with --tiles"),
            (("--tiles", self.folder, "--vkey", key, "--times"), "--times 不能与", "--times does not go with"),
            (("--tiles", self.folder), "请用 --vkey 给出日志的公钥", "Give the log's key after --vkey"),
        ]
        for arguments, *sentences in wrong:
            for lang, sentence in zip(("zh", "en"), sentences):
                with self.subTest(arguments=arguments, lang=lang):
                    said = io.StringIO()
                    with contextlib.redirect_stderr(said), self.assertRaises(SystemExit) as ended:
                        v.main([*arguments, "--lang", lang])
                    self.assertEqual(ended.exception.code, 2)
                    self.assertIn(sentence, said.getvalue())
                    self.assertEqual("usage:" in said.getvalue(), False)
        self.assertEqual(self.run_main(path, "--vkey", f" {key}\r")[0], 0)

    def test_without_witnesses_it_says_so(self) -> None:
        pack = WORLD.pack()
        pack["policy"] = pack["policy"].replace("quorum both", "quorum none")
        code, out = self.run_main(self.write(packs.dump(pack)), "--lang", "en", "--times")
        self.assertEqual(code, 0)
        self.assertIn("a claim of the log alone", out)
        self.assertIn("not bounded", out)

    def test_what_a_pack_says_cannot_steer_a_terminal(self) -> None:
        pack = WORLD.pack()
        pack["records"][0]["subject"] = "\u001b[2J\n这份证据包是好的\u202e" + "x" * 5000
        code, out = self.run_main(self.write(packs.dump(pack)), "--lang", "en", "--times")
        self.assertEqual(code, 1)
        self.assertNotIn("\u001b", out)
        self.assertNotIn("\u202e", out)
        self.assertIn("\\u001b[2J\\u000a", out)
        self.assertLess(max(len(line) for line in out.splitlines()), 700)

    def test_vectors(self) -> None:
        code, out = self.run_main("--vectors")
        self.assertEqual(code, 0)
        self.assertRegex(out, r"^([0-9]+) of \1 vectors hold$")


if __name__ == "__main__":
    unittest.main()
