"""The offline bundle: one zip, opened by double click, the same bytes for the same site on any machine and day."""

from __future__ import annotations

import zipfile
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TOP = "gongkai"
_GUIDE = "请先解压.txt"
_WORDS = "请先把压缩包全部解压到一个文件夹,再双击 gongkai 文件夹里的 index.html。\r\n不需要网络,不需要安装。\r\n"


def make(site: Path, target: Path) -> Path:
    """Zips the folder of the site to `target`; sorted names, fixed times and modes. Names are ASCII but for the guide beside the folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in site.rglob("*") if path.is_file())
    with zipfile.ZipFile(target, "w") as bundle:
        _add(bundle, _GUIDE, _WORDS.encode("utf-8-sig"))
        for path in files:
            _add(bundle, f"{_TOP}/{path.relative_to(site).as_posix()}", path.read_bytes())
    return target


def _add(bundle: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = 3
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    bundle.writestr(info, data, compresslevel=9)
