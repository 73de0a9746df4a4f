"""How long reading YAML takes beside PyYAML's C loader: `python benchmarks/reading.py`; quote the ratios.

All three read the same 480 KB of finance rows in the same run; ours also keeps positions and raw text, and refuses bombs.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import yaml

from generator.trees.reader import read

ROW = '  - 摘要: 3月保洁员工资\n    科目: "514"\n    金额: 2,400.00\n    经手人: 张三\n'
TEXT = "\n".join(f"- 编号: r{n}\n  支出:\n{ROW * 10}" for n in range(500))
DATA = TEXT.encode()[:480_000].rsplit(b"\n- ", 1)[0]


def best(work: Callable[[], object], runs: int = 3) -> float:
    """Seconds of the fastest run."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    ours = best(lambda: read(DATA, "x.yml"))
    composed = best(lambda: yaml.compose(DATA.decode(), Loader=yaml.CSafeLoader))
    loaded = best(lambda: yaml.load(DATA.decode(), Loader=yaml.CSafeLoader))
    print(f"{len(DATA)} bytes: gongkai / C compose = {ours / composed:.2f}, gongkai / C load = {ours / loaded:.2f}")


if __name__ == "__main__":
    main()
