"""`codes.py FOLDER`: verifies every zip of a folder and prints, as JSON, file name → the codes that failed, each once, sorted."""

from __future__ import annotations

import json
import os
import sys
from typing import Dict, List

import pitlamp_verify as v


def codes_of(folder: str) -> Dict[str, List[str]]:
    """What the verifier says of each."""
    names = sorted(name for name in os.listdir(folder) if name.endswith(".zip"))
    return {name: sorted({one.code for one in v.Verifier().run(os.path.join(folder, name)).failures}) for name in names}


if __name__ == "__main__":
    print(json.dumps(codes_of(sys.argv[1])))
