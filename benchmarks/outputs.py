"""What is handed out: milliseconds and bytes of each, beside a plain write of the same text by the library alone.

`python benchmarks/outputs.py SITE`, SITE being the `site` folder of a build (with `manifest.json`). Medians of several rounds,
CPU seconds of this process.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.formats import HANDOUTS, offline
from generator.markup.blocks import Sheet
from generator.markup.reading import read
from generator.model import Download
from generator.write.workbooks import xlsx_bytes

ROUNDS = 5
ROWS = 5_000


def timed(make: Callable[[], bytes]) -> tuple[float, int]:
    """(Milliseconds of CPU, bytes): the medians."""
    spent, sizes = [], []
    for _ in range(ROUNDS):
        begun = time.process_time()
        sizes.append(len(make()))
        spent.append((time.process_time() - begun) * 1000)
    return statistics.median(spent), int(statistics.median(sizes))


def line(name: str, spent: float, size: int, beside: str = "") -> None:
    print(f"  {name:32} {spent:9.1f} ms {size:12} B  {beside}")


def plain_docx(text: str) -> bytes:
    import docx

    held, document = io.BytesIO(), docx.Document()
    for part in text.split("\n"):
        document.add_paragraph(part)
    document.save(held)
    return held.getvalue()


def openpyxl_write(rows: list[tuple[object, ...]]) -> bytes:
    import openpyxl

    held, book = io.BytesIO(), openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(held)
    return held.getvalue()


def zipped(site: Path) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            archive.write(path, path.relative_to(site))
    return held.getvalue()


def main(site: Path) -> None:
    path = sorted(site.glob("*/*/finance/*-0*.html"))[0]
    number = path.relative_to(site).with_suffix("").as_posix()
    document = read(path.read_text("utf-8"))
    sheet = Sheet(document, number, f"https://gongkai.example/{number}.html", "1234 5678 9012 3456 7890 1234")
    print(number)
    text = "\n".join(str(block) for block in document.blocks)
    for name, kind in HANDOUTS.items():
        beside = ""
        if name == "word":
            spent, _ = timed(lambda: plain_docx(text))
            beside = f"python-docx alone, unstyled: {spent:.1f} ms"
        endings = " ".join(ending for ending, _ in kind.make(sheet))
        made = timed(lambda kind=kind: b"".join(data for _, data in kind.make(sheet)))
        line(f"{name} {endings}", *made, beside)
    rows = [("项目", "代码", "金额（元）"), *((f"第{n}笔", f"{n:06}", n) for n in range(ROWS))]
    spent, _ = timed(lambda: openpyxl_write(rows))
    line(
        f"xlsx of {ROWS} rows",
        *timed(lambda: xlsx_bytes([Download("a.csv", tuple(rows), "表")])),
        f"openpyxl: {spent:.0f} ms",
    )
    spent, size = timed(lambda: zipped(site))
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else site.parent / "benchmark.zip"
    pages = sum(1 for _ in site.rglob("*.html"))
    line(
        f"bundle of {pages} pages",
        *timed(lambda: offline.make(site, target).read_bytes()),
        f"zipfile, level 9: {spent:.0f} ms, {size} B",
    )
    target.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
