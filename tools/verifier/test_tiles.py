"""A folder of tiles: every leaf, every tile and the root recomputed."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import unittest
from typing import List, Tuple

import packs
import pitlamp_verify as v

LOG = packs.Signer(packs.ORIGIN, bytes(range(32)), 1)
SIZE = 256 * 256 + 256 * 2 + 7


class Tiles(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def make(self, size: int) -> None:
        leaves = [f"leaf {n}".encode() for n in range(size)]
        level = [v.leaf_hash(one) for one in leaves]
        text = f"{packs.ORIGIN}\n{size}\n{packs.to_base64(v.root_of(level))}\n"
        self.put("checkpoint", f"{text}\n{LOG.line(text)}".encode())
        for number, width in v.widths(size):
            bundle = b"".join(len(one).to_bytes(2, "big") + one for one in leaves[number * 256 : number * 256 + width])
            self.put(self.path("entries", number, width), bundle)
        height = 0
        while level:
            for number, width in v.widths(len(level)):
                self.put(self.path(str(height), number, width), b"".join(level[number * 256 : number * 256 + width]))
            level = [v.root_of(level[n : n + 256]) for n in range(0, len(level) // 256 * 256, 256)]
            height += 1

    def path(self, kind: str, number: int, width: int) -> str:
        return f"tile/{kind}/{v.tile_path(number)}" + (f".p/{width}" if width < 256 else "")

    def put(self, path: str, data: bytes) -> None:
        whole = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "wb") as file:
            file.write(data)

    def get(self, path: str) -> bytes:
        with open(os.path.join(self.folder, path), "rb") as file:
            return file.read()

    def turn(self, path: str, at: int) -> None:
        data = bytearray(self.get(path))
        data[at] ^= 1
        self.put(path, bytes(data))

    def codes(self) -> List[str]:
        return sorted({one.code for one in v.Tiles(self.folder, LOG.vkey).run().failures})

    def test_logs_of_many_sizes(self) -> None:
        for size in (0, 1, 255, 256, 257, 700):
            with tempfile.TemporaryDirectory() as self.folder:
                self.make(size)
                self.assertEqual(self.codes(), [], size)

    def test_three_levels(self) -> None:
        self.make(SIZE)
        self.assertTrue(os.path.exists(os.path.join(self.folder, "tile/2/000.p/1")))
        self.assertEqual(self.codes(), [])
        self.turn("tile/1/000", 5000)
        found = v.Tiles(self.folder, LOG.vkey).run().failures
        self.assertEqual([(one.code, one.place) for one in found], [("tiles-bad", {"file": "tile/1/000"})])

    def test_a_full_tile_serves_for_a_partial_one(self) -> None:
        self.make(300)
        self.make(512)
        self.put("checkpoint", b"")
        text = f"{packs.ORIGIN}\n300\n{packs.to_base64(v.root_of(v.leaf_hash(f'leaf {n}'.encode()) for n in range(300)))}\n"
        self.put("checkpoint", f"{text}\n{LOG.line(text)}".encode())
        os.remove(os.path.join(self.folder, "tile/entries/001.p/44"))
        os.remove(os.path.join(self.folder, "tile/0/001.p/44"))
        self.assertEqual(self.codes(), [])

    def test_what_is_wrong_is_found_and_placed(self) -> None:
        self.make(300)
        self.turn("tile/entries/000", 2 + 6 + 2 + 3)
        found = v.Tiles(self.folder, LOG.vkey).run().failures
        self.assertEqual([(one.code, one.place) for one in found][:2], [("tiles-bad", {"size": 300}), ("tiles-bad", {"leaf": 1})])
        for path, codes in (("tile/0/000", ["tiles-bad"]), ("tile/1/000.p/1", ["tiles-bad"]), ("tile/entries/001.p/44", ["tiles-bad"])):
            self.make(300)
            whole = self.get(path)
            self.turn(path, 3)
            self.assertEqual(self.codes(), codes, path)
            self.put(path, whole[:-1])
            self.assertEqual(self.codes(), codes, path)
            os.remove(os.path.join(self.folder, path))
            self.assertEqual(self.codes(), codes, path)

    def test_the_checkpoint(self) -> None:
        self.make(3)
        note = self.get("checkpoint").decode()
        for changed, codes in (
            (note.replace("\n3\n", "\n2\n"), ["signature-bad", "tiles-bad"]),
            (note.replace(packs.ORIGIN, "other.example", 1), ["note-bad", "signature-bad"]),
            (note[:-9] + "A" + note[-8:], ["signature-bad"]),
            ("x", ["pack-unreadable"]),
            ("", ["pack-unreadable"]),
        ):
            self.put("checkpoint", changed.encode())
            self.assertEqual(self.codes(), codes, changed)

    def test_the_command(self) -> None:
        self.make(3)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            self.assertEqual(v.main(["--tiles", self.folder, "--vkey", LOG.vkey, "--lang", "en"]), 0)
            self.turn("tile/entries/000.p/3", 3)
            self.assertEqual(v.main(["--tiles", self.folder, "--vkey", LOG.vkey, "--json"]), 1)
        self.assertIn("The log is good: 3 leaves", out.getvalue())

    def run_main(self, folder: str) -> Tuple[int, str]:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            return v.main(["--tiles", folder, "--vkey", LOG.vkey, "--lang", "en"]), out.getvalue()

    def test_where_the_log_is(self) -> None:
        above, self.folder = self.folder, os.path.join(self.folder, "mine")
        self.make(3)
        self.put("../empty/file", b"x")
        self.assertEqual(self.run_main(above)[0], 0)
        for name in ("none", "empty", "empty/file"):
            code, said = self.run_main(os.path.join(above, name))
            self.assertEqual((code, said.startswith("There is no log of a signer here (")), (2, True), name)
        self.put("../another/checkpoint", b"x")
        self.assertEqual(self.run_main(above), (2, f"{above} holds 2 logs: give the folder of one mine.\n"))
        self.assertEqual(self.run_main(os.path.join(above, "another"))[0], 1)

    def test_paths(self) -> None:
        self.assertEqual([v.tile_path(one) for one in (0, 999, 1000, 1234067)], ["000", "999", "x001/000", "x001/x234/067"])


if __name__ == "__main__":
    unittest.main()
