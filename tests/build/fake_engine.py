"""Stands in for MkDocs where the test is not about MkDocs: `fake_engine.py SETTINGS` makes a site in milliseconds.

FAKE_ENGINE=slow writes half a site and waits to be stopped; FAKE_ENGINE=fail writes half a site and gives up.
The reference page (see `build._policy`) is always made at once.
"""

from __future__ import annotations

import html
import json
import os
import sys
import time
from pathlib import Path


def main(settings: Path) -> int:
    folder = settings.parent
    docs, site = (folder / json.loads(settings.read_text(encoding="utf-8"))[name] for name in ("docs_dir", "site_dir"))
    mode = "" if folder.name == "reference" else os.environ.get("FAKE_ENGINE", "")
    sources = sorted(path for path in docs.rglob("*") if path.is_file())
    for path in sources[: len(sources) // 2 if mode else None]:
        target = site / path.relative_to(docs).with_suffix(".html" if path.suffix == ".md" else path.suffix)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            text = html.escape(path.read_text(encoding="utf-8").replace("&#", "&amp;#"))
            target.write_text(f"<html><head></head><body><pre>{text}</pre></body></html>", encoding="utf-8")
        else:
            target.write_bytes(path.read_bytes())
    if mode == "slow":
        (site / "half").write_text("half", encoding="utf-8")
        time.sleep(60)
    if mode == "fail":
        print("line 1\nERROR - 引擎的最后一句话", file=sys.stderr)
    return 1 if mode else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[-1])))
