"""What is written and what is proved in `written.json`: good or malformed, one list for both verifiers."""

from __future__ import annotations

import json
import os
import unittest
from typing import Any, Callable, Dict

import pitlamp_verify as v

HERE = os.path.dirname(os.path.abspath(__file__))


def reads(parse: Callable[[str], object]) -> Callable[[Dict[str, Any]], bool]:
    """Whether the text of a case can be read."""

    def look(case: Dict[str, Any]) -> bool:
        try:
            parse(case["text"])
            return True
        except v.Malformed:
            return False

    return look


def read_proof(text: str) -> None:
    """A proof, and the checkpoint it carries."""
    v.parse_checkpoint(v.parse_note(v.parse_proof(text).note).text)


def is_included(case: Dict[str, Any]) -> bool:
    """Whether the proof leads from the leaf to the root."""
    proof = [v.from_base64(one) for one in case["proof"]]
    return v.root_from_inclusion(v.from_base64(case["leaf"]), case["index"], case["size"], proof) == v.from_base64(case["root"])


def is_consistent(case: Dict[str, Any]) -> bool:
    """Whether the second tree is the first with leaves appended."""
    first, second = ((case[one]["size"], v.from_base64(case[one]["root"])) for one in ("from", "to"))
    return v.is_consistent(first, second, [v.from_base64(one) for one in case["proof"]])


JUDGES: Dict[str, Callable[[Dict[str, Any]], bool]] = {
    "note": reads(v.parse_note),
    "checkpoint": reads(v.parse_checkpoint),
    "vkey": reads(lambda text: v.parse_vkey(text, 1)),
    "proof": reads(read_proof),
    "inclusion": is_included,
    "consistency": is_consistent,
}


class Written(unittest.TestCase):
    def test_every_case(self) -> None:
        with open(os.path.join(HERE, "written.json"), encoding="utf-8") as file:
            cases = json.load(file)
        self.assertGreater(len(cases), 150)
        for case in cases:
            with self.subTest(f"{case['of']}: {case['what']}"):
                self.assertIs(JUDGES[case["of"]](case), case["good"])


if __name__ == "__main__":
    unittest.main()
