"""What a picture carries besides its pixels: where it was taken, who took it, what was written into it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from generator.privacy.files.parts import Passage, Piece, Remark, Unread

_GPS = 0x8825
_DETAILS = 0x8769
_THUMBNAIL = 0x0201
_PEOPLE = {0x013B: "作者", 0x8298: "版权人", 0xA430: "相机主人", 0x9C9D: "作者"}
_WIDE = range(0x9C9B, 0x9CA0)
"""Texts that Windows writes as UTF-16."""
_STRUCTURE = ("icc_profile", "dpi", "jfif", "jfif_version", "jfif_unit", "jfif_density", "exif", "gamma", "progressive")


def picture(data: bytes) -> Iterator[Piece]:
    """Texts of the metadata, and a remark for places and people. The pixels are for a person to look at."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as opened:
                yield from _exif(opened)
                yield from _texts(opened.info)
    except Exception:  # noqa: BLE001 - parsers of metadata raise whatever they meet; a broken picture is only not read
        raise Unread("图片打不开,可能已经损坏,没有查") from None


def _exif(opened: Any) -> Iterator[Piece]:
    exif = opened.getexif()
    if exif.get_ifd(_GPS):
        yield Remark("照片信息", "带着拍摄地点(GPS)", person=True)
    for tags in (exif, exif.get_ifd(_DETAILS)):
        for tag, value in tags.items():
            said = _plain(value, wide=tag in _WIDE)
            if said:
                yield Passage("照片信息", (said,))
            if said and tag in _PEOPLE:
                yield Remark("照片信息", f"写着{_PEOPLE[tag]}", person=True)


def _texts(info: dict[Any, Any]) -> Iterator[Piece]:
    for name, value in info.items():
        if name in _STRUCTURE:
            continue
        said = _plain(value)
        if said:
            yield Passage("图片里附带的文字", (said,))
            yield Remark("图片里附带的文字", "有看不见的说明文字")


def _plain(value: Any, *, wide: bool = False) -> str:
    if isinstance(value, tuple) and all(isinstance(one, int) and 0 <= one < 256 for one in value):
        value = bytes(value)
    if isinstance(value, bytes):
        value = value.decode("utf-16-le" if wide else "utf-8", "ignore")
    return value.replace("\0", " ").strip() if isinstance(value, str) else ""
