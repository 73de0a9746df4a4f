"""Tables to take away stand in the manifest and in the bundle like every other file."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

from generator.formats import manifest, offline
from generator.model import Audience
from generator.write.sheets import csv_bytes


def test_a_table_is_in_the_manifest_and_in_the_bundle(tmp_path: Path) -> None:
    """Byte for byte."""
    site = tmp_path / "site"
    file = site / "anping" / "statistics" / "members.csv"
    file.parent.mkdir(parents=True)
    file.write_bytes(csv_bytes([("地方", "党员总数（名）"), ("刘村", 62)]))
    (site / "index.html").write_text("<p>首页</p>", encoding="utf-8")

    hashes = {"anping/statistics/members.csv": hashlib.sha256(file.read_bytes()).hexdigest()}
    listed = json.loads(manifest.write(Audience.PUBLIC, hashes, site)[0].read_text(encoding="utf-8"))
    offline.make(site, tmp_path / "bundle.zip")

    assert "anping/statistics/members.csv" in listed["files"]
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        name = next(name for name in bundle.namelist() if name.endswith("anping/statistics/members.csv"))
        assert bundle.read(name) == file.read_bytes()
