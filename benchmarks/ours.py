"""Our step from Markdown to HTML alone, as the peers do it: `python benchmarks/ours.py PARTS [JOBS]`.

PARTS holds a folder a part (the portal `_portal`, and the townships), each with `docs/` and `mkdocs.yml` as a build leaves
them; the HTML goes to `site/` beside. Two processes, as the peers use two cores.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

PORTAL = "_portal"


def prepare(built: Path, parts: Path) -> None:
    """Copies the Markdown and the settings of the parts that stand in `built`; nothing of their HTML."""
    for home in sorted(path for path in built.iterdir() if (path / "docs").is_dir()):
        shutil.copytree(home / "docs", parts / home.name / "docs")
        settings = json.loads((home / "mkdocs.yml").read_text(encoding="utf-8"))
        settings["site_dir"] = str(parts.parent / "site" / home.name)
        (parts / home.name / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")


def pages(part: Path) -> list[str]:
    return [path.relative_to(part / "docs").as_posix() for path in sorted((part / "docs").rglob("*.md"))]


def run(part: Path, beyond: frozenset[str]) -> None:
    """Renders one part in this process."""
    from generator.build.shard import render

    render(part / "mkdocs.yml", beyond, assets=part.name == PORTAL)


def main(parts: Path, jobs: int) -> None:
    homes = sorted((path for path in parts.iterdir() if path.is_dir()), key=lambda path: path.name)
    own = {home: frozenset(pages(home)) for home in homes}
    everything = frozenset().union(*own.values())
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(run, homes, (everything - own[home] for home in homes)))


if __name__ == "__main__":
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1790000000")
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2)
