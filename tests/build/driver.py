"""`python -m tests.build.driver ARGUMENTS`: the command line with the fake engine in place of MkDocs."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.build import ENGINES

FAKE = (sys.executable, str(Path(__file__).with_name("fake_engine.py")))

if __name__ == "__main__":
    from generator.__main__ import main

    ENGINES["mkdocs"] = FAKE
    sys.exit(main())
