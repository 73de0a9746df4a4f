"""A workbook of 5,000 rows: handed out, read back unchanged, read back with 500 changes; beside openpyxl on the same file.

`python benchmarks/workbooks.py`. Every step runs in a process of its own: milliseconds of CPU without the start of Python
and its imports, and the peak memory of the process.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

ROOT = Path(__file__).parent.parent
ROWS, FILES, CHANGES = 5_000, 5, 500
BOOK, CHANGED = "demo.xlsx", "changed.xlsx"


def site(folder: Path) -> None:
    """The small site of the tests with 5,000 figures."""
    shutil.copytree(ROOT / "tests/world/data", folder / "data")
    (folder / "data/townships/demo/indicator.yml").unlink()
    home = folder / "data/townships/demo/indicator"
    home.mkdir()
    for file in range(FILES):
        rows = (
            f"- 编号: figure-{number}\n  地方: shanghe\n  名称: 指标{number}\n  主题: 集体经济\n  期间: 2026-03\n"
            f"  数值: {number * 37 % 100_000:,}.50\n  单位: 元\n  来源: 村账\n"
            for number in range(file * ROWS // FILES, (file + 1) * ROWS // FILES)
        )
        (home / f"part-{file + 1}.yml").write_text("\n".join(rows), encoding="utf-8")


def export(folder: Path) -> str:
    from generator import workbooks
    from generator.model import Site

    begun = time.process_time()
    data, _ = workbooks.export(workbooks.home(Site(folder, date(2026, 10, 20)), "demo"), ("indicator",))
    spent = time.process_time() - begun
    (folder / BOOK).write_bytes(data)
    return f"{spent * 1000:.0f} ms {len(data) / 1e6:.2f} MB"


def unchanged(folder: Path) -> str:
    return _import(folder, BOOK, 0)


def changed(folder: Path) -> str:
    return _import(folder, CHANGED, CHANGES)


def _import(folder: Path, name: str, changes: int) -> str:
    from generator import workbooks
    from generator.model import Site

    begun = time.process_time()
    own = workbooks.home(Site(folder, date(2026, 10, 20)), "demo")
    book, asked = workbooks.Workbook(folder / name), workbooks.Asked()
    outcome = workbooks.compare(own, book, book.read(own, asked), asked)
    plans = workbooks.plans(own, outcome)
    spent = time.process_time() - begun
    lines = sum(line.startswith("+ ") for plan in plans for line in _difference(folder, plan))
    assert lines == changes, (lines, outcome.remarks[:3])
    return f"{spent * 1000:.0f} ms {len(plans)} files, {lines} lines"


def _difference(folder: Path, plan: object) -> list[str]:
    from generator.editing.document import Document

    old = Document(plan.file, (folder / plan.file).read_bytes())  # type: ignore[attr-defined]
    return plan.made.difference(old).split("\n")  # type: ignore[attr-defined]


def openpyxl_reads(folder: Path) -> str:
    import openpyxl

    begun = time.process_time()
    book = openpyxl.load_workbook(folder / BOOK, read_only=True)
    cells = sum(1 for row in book["指标"].iter_rows(values_only=True) for cell in row if cell is not None)
    return f"{(time.process_time() - begun) * 1000:.0f} ms {cells} cells"


def openpyxl_writes(folder: Path) -> str:
    import openpyxl

    rows = list(openpyxl.load_workbook(folder / BOOK, read_only=True)["指标"].iter_rows(values_only=True))
    begun = time.process_time()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(folder / "peer.xlsx")
    return f"{(time.process_time() - begun) * 1000:.0f} ms {(folder / 'peer.xlsx').stat().st_size / 1e6:.2f} MB"


STEPS = {one.__name__: one for one in (export, openpyxl_writes, unchanged, changed, openpyxl_reads)}


def _change(folder: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(folder / BOOK)
    page = book["指标"]
    column = next(cell.column for cell in page[1] if cell.value == "数值")
    for row in range(2, 2 + CHANGES * 10, 10):
        page.cell(row, column).value = 7_000_001
    book.save(folder / CHANGED)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site(folder)
        for step in STEPS:
            if step == "changed":
                _change(folder)
            command = [sys.executable, __file__, step, name]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            print(f"  {step:16} {done.stdout.strip() or done.stderr[-2000:]}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        said = STEPS[sys.argv[1]](Path(sys.argv[2]))
        print(said, f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory")
    else:
        main()
