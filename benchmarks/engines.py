"""Ours beside the peers, over the same Markdown, in one run:

    python benchmarks/engines.py WORK --peers PEERS --sizes 375 1000 2000 4000 7500

WORK is filled with made counties, one a size, and may be deleted afterwards (10 GB with the largest plain site). PEERS: see
peers.py; a peer that is not there is left out. Every run stands in WORK/results.json, so that a run may be continued, and the
tables are written to RESULTS.md with `--report`. Two cores and an hour; quote the ratios.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import county
import peers
import report
from measure import Failed, measured, weighed

ROOT = Path(__file__).parent.parent
QUIET = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "SOURCE_DATE_EPOCH": "1790000000",
    "PYTHONPATH": str(ROOT),
}
LONGEST = {"plain": 2000}
"""Sizes above which an engine is not asked, unless `--long` says so: its cost grows with the square."""


def prepared(work: Path, pages: int) -> Path:
    """The county of about so many public pages, made once: data, catalogue, theme, settings, prose."""
    root = work / f"county-{pages}"
    if not root.exists():
        townships, total = county.sized(pages)
        county.make(root, townships, total=total)
        shutil.copy(ROOT / "mkdocs.yml", root)
        shutil.copytree(ROOT / "theme_overrides", root / "theme_overrides")
        shutil.copytree(ROOT / "content" / "site", root / "content" / "site")
    return root


def whole(root: Path, more: list[str]) -> dict[str, Any]:
    """Ours from records to site: everything, nothing changed, one amount changed; and what that changed, byte for byte."""
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--root",
        str(root),
        "--today",
        county.TODAY,
        "--quiet",
        *more,
    ]
    site = root / "build" / "public" / "site"
    shutil.rmtree(root / "build", ignore_errors=True)
    full = weighed(measured(command, ROOT, QUIET), site)
    before = hashes(site)
    nothing = measured(command, ROOT, QUIET)
    untouched = hashes(site) == before
    file = root / "data" / "townships" / "town00" / "finance" / "village00.yml"
    old = file.read_bytes()
    try:
        county.edit(root)
        edit = measured(command, ROOT, QUIET)
        after = hashes(site)
    finally:
        file.write_bytes(old)
    measured(command, ROOT, QUIET)
    return {
        "full": full.as_dict(),
        "nothing": nothing.as_dict(),
        "edit": edit.as_dict(),
        "changed": sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)),
        "untouched": untouched,
        "restored": hashes(site) == before,
    }


def hashes(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def beside(source: peers.Source, peer: peers.Peer, work: Path, home: Path) -> dict[str, float]:
    """What one engine costs over the Markdown of our build. Raises Failed."""
    folder = work / f"at-{peer.name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        command, site = peer.prepare(source, folder, home / peer.home)
        cost = weighed(measured(command, folder, QUIET), site).as_dict()
        return cost | ({} if peer.home else {"differ": differing(source.release / "site", site)})
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def differing(ours: Path, theirs: Path) -> int:
    """How many pages of our release are not the same bytes there; parts may stand a folder below."""
    found: dict[str, str] = {}
    for site in (theirs, *(path for path in theirs.iterdir() if path.is_dir())):
        found |= {name: sha for name, sha in hashes(site).items() if name.endswith(".html") and name not in found}
    return sum(found.get(name) != sha for name, sha in hashes(ours).items() if name.endswith(".html"))


def main() -> None:
    asked = _asked()
    asked.work.mkdir(parents=True, exist_ok=True)
    book = asked.work / "results.json"
    results: dict[str, Any] = json.loads(book.read_text("utf-8")) if book.exists() else {}
    for pages in asked.sizes:
        here = results.setdefault(str(pages), {})
        source = peers.Source(prepared(asked.work, pages))
        if "ours" in asked.engines or not source.docs.exists():
            here["ours"] = whole(source.root, asked.ours)
            _say(pages, "ours", here["ours"]["full"])
            _say(pages, "  nothing changed", here["ours"]["nothing"])
            _say(pages, "  one amount changed", here["ours"]["edit"])
        for peer in peers.PEERS:
            if peer.name not in asked.engines or pages > (asked.long or LONGEST.get(peer.name, pages)):
                continue
            try:
                here[peer.name] = beside(source, peer, asked.work, asked.peers)
                _say(pages, peer.name, here[peer.name])
            except (Failed, OSError, StopIteration) as error:
                print(f"{pages} {peer.name}: {error!r}", flush=True)
            book.write_text(json.dumps(results, indent=1), encoding="utf-8")
        book.write_text(json.dumps(results, indent=1), encoding="utf-8")
    if asked.report:
        report.write(results, report.machine(asked.peers), Path(__file__).with_name("RESULTS.md"))


def _say(pages: int, name: str, cost: dict[str, float]) -> None:
    words = f"{cost['cpu']:8.2f} s CPU {cost['wall']:8.2f} s {cost['memory']:6.0f} MB {cost['pages']:6} pages {cost['size']:11} B"
    print(f"{pages:6} {name:20}{words}", flush=True)


def _asked() -> argparse.Namespace:
    names = ["ours", *(peer.name for peer in peers.PEERS)]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--peers", type=Path, default=Path("/nowhere"), help="the folder with the peers, see peers.py")
    parser.add_argument("--sizes", type=int, nargs="*", default=[375, 1000])
    parser.add_argument("--engines", nargs="*", choices=names, default=names)
    parser.add_argument("--long", type=int, default=0, help="ask every engine up to so many pages")
    parser.add_argument("--ours", nargs=argparse.REMAINDER, default=[], help="further options of our build; last")
    parser.add_argument("--report", action="store_true", help="write RESULTS.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
