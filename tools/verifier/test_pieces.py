"""The pieces of the verifier, each on its own."""

from __future__ import annotations

import ast
import base64
import hashlib
import os
import time
import unittest
from fractions import Fraction

import packs
import pitlamp_verify as v

HERE = os.path.dirname(os.path.abspath(__file__))
KEY = packs.Signer("log.example/a", bytes(32), 1)
WITNESS = packs.Signer("witness.example/w", b"\x07" * 32, 4)
TEXT = f"log.example/a\n3\n{packs.to_base64(bytes(32))}\n"


class Vectors(unittest.TestCase):
    def test_every_vector_holds(self) -> None:
        self.assertEqual([name for name, holds in v.vectors() if not holds()], [])
        self.assertGreater(len(v.vectors()), 55)

    def test_the_file_is_python_3_9_and_asks_for_nothing_else(self) -> None:
        with open(os.path.join(HERE, "pitlamp_verify.py"), encoding="utf-8") as file:
            tree = ast.parse(file.read(), feature_version=(3, 9))
        asked = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
        asked |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
        library = "__future__ argparse base64 binascii bisect collections dataclasses datetime fractions functools hashlib io json os re struct sys typing zlib"
        self.assertEqual(asked - set(library.split()), set())


class Encodings(unittest.TestCase):
    def test_base64_has_one_spelling(self) -> None:
        self.assertEqual(v.from_base64("AQ=="), b"\x01")
        for bad in ("AQ", "AQ=", "AR==", "AQ==\n", " AQ==", "A-==", "AQ==AQ==", "é===", "="):
            with self.subTest(bad), self.assertRaises(v.Malformed):
                v.from_base64(bad)

    def test_json_is_strict(self) -> None:
        bad = [b"\xef\xbb\xbf{}", b"{'a':1}", b'{"a":1,}', b'"\xff"', b'"\\ud800\\ud800"', b'"\t"', b"[1]x", b"", b"Infinity", b"9" * 5000]
        for one in [*bad, b"[" * 65 + b"]" * 65, b"[" * 100_000, b'{"a":' * 100_000]:
            with self.subTest(one[:20]), self.assertRaises(v.Malformed):
                v.parse_json(one)
        self.assertEqual(v.parse_json(b' [ "\\ud83d\\ude02" ] '), ["😂"])
        self.assertIsNotNone(v.parse_json(b"[" * 64 + b"]" * 64))

    def test_a_name_that_stands_twice_is_named(self) -> None:
        with self.assertRaises(v.Malformed) as raised:
            v.parse_json(b'{"a":{"b":1,"c":2,"\\u0062":3}}')
        self.assertEqual(raised.exception.details, {"what": '"b"'})

    def test_instants(self) -> None:
        second = 10**9
        good = {"1970-01-01T00:00:01Z": second, "1970-01-02T00:00:00.5Z": 86400 * second + second // 2, "2024-02-29T23:59:59.999999Z": None}
        for written, wanted in good.items():
            found = v.parse_instant(written)
            self.assertIsNotNone(found, written)
            self.assertIn(wanted, (None, found), written)
        for bad in ("2023-02-29T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T00:00:60Z", "2024-01-01T00:00:00", "2024-01-01t00:00:00Z", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00.1234567Z", "2024-01-01T00:00:00+00:00", "２024-01-01T00:00:00Z"):
            self.assertIsNone(v.parse_instant(bad), bad)


class Trees(unittest.TestCase):
    hashes = [v.leaf_hash(bytes([n])) for n in range(33)]

    def test_every_inclusion_proof_holds_and_no_other(self) -> None:
        for size in range(1, 34):
            root = v.root_of(self.hashes[:size])
            for index in range(size):
                proof = packs.inclusion(self.hashes[:size], index)
                self.assertEqual(v.root_from_inclusion(self.hashes[index], index, size, proof), root)
                self.assertNotEqual(v.root_from_inclusion(self.hashes[index], index, size, proof + [root]), root)
                if proof:
                    self.assertNotEqual(v.root_from_inclusion(self.hashes[index], index, size, proof[:-1]), root)
                    self.assertNotEqual(v.root_from_inclusion(self.hashes[index], (index + 1) % size, size, proof), root)
            self.assertIsNone(v.root_from_inclusion(self.hashes[0], size, size, []))

    def test_every_consistency_proof_holds_and_no_other(self) -> None:
        for size in range(2, 34):
            root = v.root_of(self.hashes[:size])
            for first in range(1, size):
                old = v.root_of(self.hashes[:first])
                proof = packs.consistency(self.hashes[:size], first)
                self.assertTrue(v.is_consistent((first, old), (size, root), proof))
                wrong = [proof[:-1], proof + [root], [v.EMPTY_ROOT, *proof[1:]], proof[::-1] if len(set(proof)) > 1 else []]
                for one in wrong:
                    self.assertFalse(v.is_consistent((first, old), (size, root), one), (first, size))
                self.assertFalse(v.is_consistent((first, root), (size, root), proof))

    def test_a_tree_never_shrinks_and_nothing_comes_from_the_empty_one_but_itself(self) -> None:
        self.assertFalse(v.is_consistent((3, self.hashes[0]), (2, self.hashes[0]), []))
        self.assertFalse(v.is_consistent((0, self.hashes[0]), (2, self.hashes[0]), []))
        self.assertTrue(v.is_consistent((0, v.EMPTY_ROOT), (2, self.hashes[0]), []))

    def test_long_proofs_end(self) -> None:
        begun = time.process_time()
        v.root_from_inclusion(self.hashes[0], 2**53 - 2, 2**53 - 1, self.hashes[:1] * 200_000)
        v.is_consistent((2**52, self.hashes[0]), (2**53 - 1, self.hashes[0]), self.hashes[:1] * 200_000)
        self.assertLess(time.process_time() - begun, 30)


class Signatures(unittest.TestCase):
    message = b"checkpoint"
    signature = KEY.sign(message)

    def test_what_is_signed_holds(self) -> None:
        for length in (0, 1, 31, 64, 200):
            message = bytes(range(256))[:length]
            self.assertTrue(v.is_signed(KEY.public, message, KEY.sign(message)))

    def test_no_bit_of_a_signature_or_key_is_idle(self) -> None:
        for bit in range(0, 512, 37):
            flipped = bytearray(self.signature)
            flipped[bit // 8] ^= 1 << bit % 8
            self.assertFalse(v.is_signed(KEY.public, self.message, bytes(flipped)), bit)
        for bit in range(0, 256, 29):
            flipped = bytearray(KEY.public)
            flipped[bit // 8] ^= 1 << bit % 8
            self.assertFalse(v.is_signed(bytes(flipped), self.message, self.signature), bit)

    def test_s_must_be_below_the_order(self) -> None:
        s = int.from_bytes(self.signature[32:], "little") + v.L
        self.assertFalse(v.is_signed(KEY.public, self.message, self.signature[:32] + s.to_bytes(32, "little")))

    def test_points_have_one_spelling(self) -> None:
        minus_zero = (1 | 1 << 255).to_bytes(32, "little")
        for y in (v.P, v.P + 1, 2**255 - 1):
            self.assertIsNone(v.decode_point(y.to_bytes(32, "little")))
        self.assertIsNone(v.decode_point(minus_zero))
        self.assertIsNone(v.decode_point((2).to_bytes(32, "little")))
        self.assertIsNotNone(v.decode_point((1).to_bytes(32, "little")))

    def test_a_key_of_small_order_signs_nothing(self) -> None:
        neutral = (1).to_bytes(32, "little")
        self.assertFalse(v.is_signed(neutral, b"anything", neutral + bytes(32)))

    def test_lengths(self) -> None:
        for key, signature in ((KEY.public[:-1], self.signature), (KEY.public, self.signature[:-1]), (b"", b""), (KEY.public, self.signature + b"\0")):
            self.assertFalse(v.is_signed(key, self.message, signature))


class Notes(unittest.TestCase):
    note = f"{TEXT}\n{KEY.line(TEXT)}{WITNESS.cosign(TEXT, 1700000000)}"

    def test_a_good_note(self) -> None:
        note = v.parse_note(self.note)
        self.assertTrue(v.is_signed_by(note, v.parse_vkey(KEY.vkey, 1)))
        key = v.parse_vkey(WITNESS.vkey, 4)
        self.assertEqual(v.cosignature_time(note.text, key, v.signature_of(note, key) or b""), 1700000000)

    def test_only_spaces_and_plus_are_kept_out_of_names(self) -> None:
        for good in ("a", "\ufeffa", "a\x7f", "\u200b", "\u180e", "—", "a/b:c"):
            self.assertTrue(v.is_key_name(good), ascii(good))
        for bad in ("", "a b", "a+b", "\u0085", "\u00a0", "\u1680", "\u2007", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\t"):
            self.assertFalse(v.is_key_name(bad), ascii(bad))

    def test_the_text_may_hold_empty_lines(self) -> None:
        text = "\n\na\n\n"
        self.assertEqual(v.parse_note(f"{text}\n{KEY.line(text)}").text, text)

    def test_malformed_notes(self) -> None:
        line = KEY.line(TEXT)
        bad = {
            "nothing": "",
            "no signatures": TEXT,
            "no line": TEXT + "\n",
            "no last newline": self.note[:-1],
            "a hyphen": f"{TEXT}\n{line.replace('—', '-')}",
            "two spaces": f"{TEXT}\n{line.replace('— ', '—  ')}",
            "a space after": f"{TEXT}\n{line[:-1]} \n",
            "no name": f"{TEXT}\n—  AAAAAAA=\n",
            "a plus in the name": f"{TEXT}\n— a+b AAAAAAA=\n",
            "a wide space in the name": f"{TEXT}\n— a\u3000b AAAAAAA=\n",
            "no signature": f"{TEXT}\n— a AAAAAA==\n",
            "loose base64": f"{TEXT}\n— a AAAAAAB=\n",
            "carriage returns": self.note.replace("\n", "\r\n"),
            "a tab": self.note.replace("3", "\t"),
            "a NUL": self.note.replace("3", "\0"),
            "a key twice": self.note + line,
            "text after": self.note + "x\n",
            "a lone surrogate": self.note.replace("3", "\ud800"),
        }
        for name, note in bad.items():
            with self.subTest(name), self.assertRaises(v.Malformed):
                v.parse_note(note)

    def test_malformed_checkpoints(self) -> None:
        root = packs.to_base64(bytes(32))
        bad = ["", "a\n3\n", f"\n3\n{root}\n", f"a\n03\n{root}\n", f"a\n-3\n{root}\n", f"a\n+3\n{root}\n", f"a\n３\n{root}\n", f"a\n3 \n{root}\n"]
        bad += [f"a\n3\n{root[:-4]}\n", f"a\n3\n{root}\nmore\n", f"a\n3\n{root}\n\n", f"a\n9007199254740992\n{root}\n", f"a\n{'9' * 10000}\n{root}\n"]
        for one in bad:
            with self.subTest(one[:20]), self.assertRaises(v.Malformed):
                v.parse_checkpoint(one)
        self.assertEqual(v.parse_checkpoint(f"a\n0\n{root}\n").size, 0)

    def test_malformed_keys(self) -> None:
        name, number, data = KEY.vkey.split("+", 2)
        other = base64.b64encode(bytes([1]) + hashlib.sha256(b"").digest()).decode()
        bad = ["", name, f"{name}+{number}", f"+{number}+{data}", f"{name}+{number[:-1]}+{data}", f"{name}+{number}+{other}", f"{name}+{number}+{data}A", f"{name} +{number}+{data}", f"x{name}+{number}+{data}", f"{name}+{number}+{data[:-4]}"]
        for one in bad:
            with self.subTest(one), self.assertRaises(v.Malformed):
                v.parse_vkey(one, 1)
        for key, kind in ((KEY, 4), (WITNESS, 1)):
            with self.assertRaises(v.Malformed):
                v.parse_vkey(key.vkey, kind)

    def test_a_cosignature_is_for_one_text_and_one_time(self) -> None:
        key = v.parse_vkey(WITNESS.vkey, 4)
        signature = v.signature_of(v.parse_note(self.note), key) or b""
        self.assertIsNone(v.cosignature_time(TEXT + "x\n", key, signature))
        self.assertIsNone(v.cosignature_time(TEXT, key, signature[:7] + b"\x01" + signature[8:]))
        self.assertIsNone(v.cosignature_time(TEXT, key, signature[8:]))
        self.assertIsNone(v.cosignature_time(TEXT, key, b""))

    def test_a_time_at_midnight_means_the_whole_day(self) -> None:
        self.assertEqual([v.last_second(one) for one in (0, 1, 86399, 86400)], [86399, 1, 86399, 172799])


class Policies(unittest.TestCase):
    world = packs.World(2)
    policy = world.policy()
    log = v.parse_vkey(world.log.vkey, 1)

    def test_a_good_policy(self) -> None:
        policy = v.parse_policy(self.policy, self.log)
        cases = [([], False), (["committee"], False), (["committee", "phone1"], False), (["phone1", "phone2", "phone3"], False), (["committee", "phone1", "phone3"], True)]
        for signed, wanted in cases:
            self.assertIs(policy.is_met(signed), wanted, signed)

    def test_spaces_tabs_comments_and_any(self) -> None:
        text = "\t# x\n \n" + self.policy.replace("witness ", " witness\t ").replace(" all ", " any ")
        self.assertTrue(v.parse_policy(text, self.log).is_met(["committee"]))

    def test_malformed_policies(self) -> None:
        w = self.world.witnesses
        bad = {
            "nothing": "",
            "no quorum": self.policy.replace("quorum both", ""),
            "two quorums": self.policy + "quorum both\n",
            "an unknown quorum": self.policy.replace("quorum both", "quorum boths"),
            "quorum before it is defined": "quorum committee\n" + self.policy.replace("quorum both\n", ""),
            "an unknown word": self.policy + "also x\n",
            "a member twice": self.policy.replace("phone2 phone3", "phone2 phone2"),
            "a member of two groups": self.policy.replace("all committee", "all committee phone1"),
            "none as a member": self.policy.replace("all committee", "all none"),
            "a group of itself": self.policy.replace("all committee", "all both"),
            "no member": self.policy.replace("2 phone1 phone2 phone3", "2"),
            "more than all": self.policy.replace("phones 2", "phones 4"),
            "no one": self.policy.replace("phones 2", "phones 0"),
            "not a number": self.policy.replace("phones 2", "phones 2.0"),
            "a name twice": self.policy.replace("group both", "group committee"),
            "the name none": self.policy.replace("group phones", "group none"),
            "a key twice": self.policy.replace(w[1].vkey, w[0].vkey),
            "a log as a witness": self.policy.replace(w[1].vkey, self.world.log.vkey),
            "another log": self.policy.replace(self.world.log.vkey, KEY.vkey),
            "a second log": f"log {KEY.vkey}\n{self.policy}",
            "a log twice": f"log {self.world.log.vkey}\n{self.policy}",
            "a carriage return": self.policy.replace("\n", "\r\n"),
            "delete": self.policy.replace("who", "\x7f"),
            "four words for a log": self.policy.replace("log.example/", "log.example/ x"),
        }
        for name, text in bad.items():
            with self.subTest(name), self.assertRaises(v.Malformed):
                v.parse_policy(text, self.log)

    def test_without_a_log_its_lines_are_not_judged(self) -> None:
        self.assertIsNotNone(v.parse_policy(self.policy.replace(self.world.log.vkey, KEY.vkey), None))
        with self.assertRaises(v.Malformed):
            v.parse_policy(self.policy.replace(self.world.log.vkey, "x"), None)

    def test_a_long_chain_of_groups_and_many_witnesses_end(self) -> None:
        begun = time.process_time()
        chain = "group g0 any both\n" + "".join(f"group g{n} any g{n - 1}\n" for n in range(1, 50_000))
        policy = v.parse_policy(self.policy.replace("quorum both\n", f"{chain}quorum g49999\n"), self.log)
        self.assertTrue(policy.is_met(["committee", "phone1", "phone2"]))
        self.assertFalse(policy.is_met(["committee", "phone1"]))
        self.assertLess(time.process_time() - begun, 20)


class Proofs(unittest.TestCase):
    good = packs.World(3).proof(2)

    def test_a_good_proof(self) -> None:
        proof = v.parse_proof(self.good)
        self.assertEqual((proof.index, len(proof.hashes) > 0), (2, True))
        head, rest = self.good.split("\n", 1)
        self.assertEqual(v.parse_proof(f"{head}\nextra AQ==\n{rest}"), proof)

    def test_malformed_proofs(self) -> None:
        head, rest = self.good.split("\n", 1)
        bad = ["", head, f"{head}\n{rest[8:]}", self.good.replace("@v1", "@v2"), self.good.replace("index 2", "index 02"), self.good.replace("index 2", "index -2"), self.good.replace("index 2", "Index 2")]
        bad += [self.good.replace("\n\n", "\n", 1).replace("\n\n", "\n"), f"{head}\nextra A\n{rest}", f"{head}\nindex 2\n{rest}", self.good.replace("\n", "\r\n"), self.good.replace("=\n", "=\nAQ==\n", 1)]
        for one in bad:
            with self.subTest(one[:60]), self.assertRaises(v.Malformed):
                v.parse_proof(one)


class Scores(unittest.TestCase):
    def test_rounding_is_half_up_and_exact(self) -> None:
        for written, wanted in (("0.005", "0.01"), ("0.004999999999", "0.00"), ("1/3", "0.33"), ("2/3", "0.67"), ("7", "7.00"), ("999999999999", "999999999999.00")):
            self.assertEqual(v.two_decimals(v.hundredths(v.parse_number(written))), wanted, written)

    def test_numbers_have_one_form(self) -> None:
        for bad in ("", "1.", ".5", "+1", "-1", "-0", "1e3", "1/0", "1/-2", "1 ", "１", "0x1", "1_0", "1/2/3", "1.5/2", "nan", "1" * 13, "1." + "1" * 13, "1/00"):
            with self.subTest(bad), self.assertRaises(v.Malformed):
                v.parse_number(bad)
        self.assertEqual(v.parse_number("007.50"), Fraction(15, 2))
        for bad in ("1", "1.5", "1.500", "-1.50", "1" * 10 + ".00", "1/2"):
            with self.subTest(bad), self.assertRaises(v.Malformed):
                v.parse_points(bad)

    def test_the_ceiling_is_of_the_exact_fraction(self) -> None:
        item = v.parse_item({"no": "1", "name": "", "fact": "f", "of": "10.00", "rule": "below", "params": {"target": "1", "step": "1/3", "k": "1"}})
        for fact, wanted in (("1", 10), ("0.999999999999", 9), ("2/3", 9), ("1/3", 8), ("0", 7)):
            self.assertEqual(v.points_of(item, v.parse_number(fact)), wanted, fact)

    def test_rules(self) -> None:
        def points(rule: str, params: dict, fact: str) -> object:
            return v.two_decimals(v.points_of(v.parse_item({"no": "1", "name": "", "fact": "f", "of": "10.00", "rule": rule, "params": params}), v.parse_number(fact)))

        cases = [
            ("each", {"k": "0.333"}, "1", "9.67"),
            ("each", {"k": "3"}, "4", "0.00"),
            ("threshold", {"op": "<=", "t": "1/3"}, "0.333333333333", "10.00"),
            ("threshold", {"op": "<=", "t": "1/3"}, "0.333333333334", "0.00"),
            ("threshold", {"op": "=", "t": "0.5"}, "1/2", "10.00"),
            ("threshold", {"op": ">=", "t": "2"}, "1.999999999999", "0.00"),
            ("bonus", {"k": "2", "cap": "50"}, "20", "40.00"),
            ("bonus", {"k": "2", "cap": "5"}, "20", "5.00"),
            ("manual", {}, "10.01", "10.00"),
            ("manual", {}, "9.995", "10.00"),
            ("manual", {}, "9.994999999999", "9.99"),
        ]
        for rule, params, fact, wanted in cases:
            self.assertEqual(points(rule, params, fact), wanted, (rule, params, fact))


if __name__ == "__main__":
    unittest.main()
