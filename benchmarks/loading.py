"""Loading and checking a county beside PyYAML's C loader reading the same files: `python benchmarks/loading.py`.

Each side runs in a process of its own, so that the peak memory is its own; quote the ratios.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

TODAY = date(2026, 12, 31)


def plain(folder: Path) -> dict[str, float]:
    """`yaml.load(CSafeLoader)` of every file, all kept in memory; without the cycle collector too, to be fair."""
    import yaml

    gc.disable()

    kept = [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in sorted(folder.rglob("*.yml"))]
    return {"records": sum(len(one) if isinstance(one, list) else 1 for one in kept)}


def load(folder: Path) -> dict[str, float]:
    """Step 1 alone."""
    from generator.load import load as read

    gc.disable()  # as the pipeline does
    records, findings = read(folder)
    return {"records": len(records.items), "findings": len(findings)}


def check(folder: Path) -> dict[str, float]:
    """Steps 1 to 3: load, derive, check."""
    from generator import pipeline

    records, findings = pipeline.check(pipeline.Site(folder, TODAY))
    levels = Counter(finding.level.value for finding in findings)
    return {"records": len(records.sources), "findings": len(findings), **levels}


WORKS = {work.__name__: work for work in (plain, load, check)}


def measured(name: str, folder: Path) -> dict[str, float]:
    """The work in a process of its own: what it says, seconds, peak memory in MB."""
    done = subprocess.run([sys.executable, __file__, name, str(folder)], check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def main() -> None:
    sys.path.insert(0, str(Path(__file__).parent))
    from county import make

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "county"
        print(f"{make(folder)} township records, {sum(p.stat().st_size for p in folder.rglob('*.yml')) >> 20} MB")
        base = measured("plain", folder)
        for name in ("load", "check"):
            ours = measured(name, folder)
            print(
                f"{name}: {ours['records'] / ours['seconds']:,.0f} records/s, {ours['peak']:,.0f} MB;",
                f"time / plain = {ours['seconds'] / base['seconds']:.2f}, memory / plain = {ours['peak'] / base['peak']:.2f}",
                f"({ours['findings']:.0f} findings)",
            )


if __name__ == "__main__":
    if len(sys.argv) == 3:
        start = time.perf_counter()
        result = WORKS[sys.argv[1]](Path(sys.argv[2]))
        result["seconds"] = time.perf_counter() - start
        result["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(result))
    else:
        main()
