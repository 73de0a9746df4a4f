"""Photographs what is made for paper: `python -m tests.gallery.papers`; needs LibreOffice and the fonts named below.

Offices have 仿宋_GB2312, 楷体_GB2312 and 小标宋; here the open fonts that stand nearest take their places.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from generator import exports, pipeline
from generator.model import Audience, Site
from tests.browser.kinds import ROOT, TODAY
from tests.gallery.__main__ import GAP, small

FOLDER = ROOT / "docs" / "paper"
SHEETS = (("anping/article/five-grasps-2026", (0, 3)), ("anping/liucun/finance/liucun-2026-03", (0, 1, 2, 3)))
"""Page of the sample, and which of its sheets are shown."""
HEIGHT = 620
STANDINGS = {
    "仿宋_GB2312": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC:bold",
    "楷体_GB2312": "LXGW WenKai",
    "黑体": "Noto Sans CJK SC",
    "Times New Roman": "Noto Serif CJK SC",
}


def fonts() -> str:
    """Settings of fontconfig in which each font that is named has one that is there."""
    matches = []
    for name, other in STANDINGS.items():
        family, _, weight = other.partition(":")
        heavy = f'<edit name="weight" mode="assign"><const>{weight}</const></edit>' if weight else ""
        matches.append(
            f'<match target="pattern"><test name="family"><string>{name}</string></test>'
            f'<edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>{heavy}</match>'
        )
    return f"<fontconfig><include>/etc/fonts/fonts.conf</include>{''.join(matches)}</fontconfig>"


def printed(folder: Path, documents: list[Path]) -> list[pypdfium2.PdfDocument]:
    """By LibreOffice."""
    (folder / "fonts.conf").write_text(fonts(), encoding="utf-8")
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder, *documents]
    given = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run(command, env=given, check=True, capture_output=True, timeout=300)
    return [pypdfium2.PdfDocument(folder / f"{path.stem}.pdf") for path in documents]


def strip(pictures: list[Image.Image]) -> Image.Image:
    """Side by side on grey."""
    scaled = [one.resize((one.width * HEIGHT // one.height, HEIGHT), Image.Resampling.LANCZOS) for one in pictures]
    made = Image.new("RGB", (sum(one.width + GAP for one in scaled) - GAP, HEIGHT), "#8a8a8a")
    left = 0
    for one in scaled:
        made.paste(one, (left, 0))
        left += one.width + GAP
    return made


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = Site(ROOT, TODAY, ("anping",))
        with pipeline.at_work(site, folder / "build") as work:
            pages = [page for page, _ in SHEETS]
            made = exports.export(work, work.check(), Audience.PUBLIC, "word", folder / "word", pages)
        shown = [
            pdf[sheet].render(scale=2).to_pil()
            for pdf, (_, sheets) in zip(printed(folder, made), SHEETS, strict=True)
            for sheet in sheets
        ]
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "word.webp").write_bytes(small(strip(shown)))


if __name__ == "__main__":
    main()
