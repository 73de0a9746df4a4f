"""Writes the sample townships, their pictures and their archives: `python -m tests.sample [--out DIR]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.sample import REPOSITORY, anping, archive, files, gaoyuan, haibin, liyuan, shifan, shiguan, yunling, zhuxi

TOWNSHIPS = (anping.TOWNSHIP, gaoyuan.TOWNSHIP, shiguan.TOWNSHIP)
FOLDERS = (haibin.PLACE, liyuan.PLACE, yunling.PLACE, zhuxi.PLACE, shifan.PLACE)


def main(arguments: list[str] | None = None) -> None:
    """Writes below the given folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.sample", description=__doc__)
    parser.add_argument("--out", type=Path, default=REPOSITORY, help="the folder that gets data/ and content/")
    out = parser.parse_args(arguments).out
    for township in TOWNSHIPS:
        files.write_township(out, township)
    for folder in FOLDERS:
        files.write_folder(out, folder)
    files.write_pictures(out)
    archive.write_archive(out)


if __name__ == "__main__":
    main()
