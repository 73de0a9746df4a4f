"""Pictures that records name: decoded and drawn anew, so that nothing but the pixels is ever handed out."""

from __future__ import annotations

import io
import stat
import struct
import warnings
from pathlib import Path
from typing import Any

MAX_PIXELS = 40_000_000
LONGEST = 1600
"""Longest side of what is handed out, in pixels."""
SUFFIXES = (".png", ".jpg", ".jpeg")
_TOO_LARGE = "图片太大,超过4000万像素"
_ORIENTATION = 0x0112


class BadPicture(Exception):
    """The file cannot be published; the message is Chinese."""


def redraw(path: Path) -> bytes:
    """The picture as a fresh PNG without metadata. Raises BadPicture for links, other formats, bombs and broken files."""
    from PIL import Image, UnidentifiedImageError

    try:
        if path.suffix.lower() not in SUFFIXES:
            raise BadPicture("附件只能是 .png 或 .jpg 图片")
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            raise BadPicture("附件是链接或文件夹,不是真正的文件")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they would be English, on the clerk's screen
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise BadPicture(_TOO_LARGE)
                fresh = Image.new("RGB", picture.size, "white")
                drawn = picture.convert("RGBA")
                fresh.paste(drawn, mask=drawn.getchannel("A"))
                fresh = _upright(fresh, picture)
    except FileNotFoundError:
        raise BadPicture("附件文件不存在") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadPicture(_TOO_LARGE) from None
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, struct.error):
        raise BadPicture("图片打不开,可能已经损坏") from None
    fresh.thumbnail((LONGEST, LONGEST))  # a photo as large as a phone makes it would weigh more than the site
    buffer = io.BytesIO()
    fresh.save(buffer, "PNG", optimize=False)
    return buffer.getvalue()


def measure(path: Path) -> tuple[int, int]:
    """Width and height in pixels, without drawing it. Raises BadPicture as `redraw` does."""
    from PIL import Image, UnidentifiedImageError

    try:
        if path.suffix.lower() not in SUFFIXES or not stat.S_ISREG(path.lstat().st_mode):
            raise BadPicture("附件只能是 .png 或 .jpg 图片")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=("PNG", "JPEG")) as picture:
                return picture.width, picture.height
    except FileNotFoundError:
        raise BadPicture("附件文件不存在") from None
    except (Image.DecompressionBombError, OSError, UnidentifiedImageError, ValueError, SyntaxError, struct.error):
        raise BadPicture("图片打不开,可能已经损坏") from None


def _upright(drawn: Any, original: Any) -> Any:
    """Turned as the camera says; which side is up stands in the metadata that is dropped."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    try:
        turn = turns.get(original.getexif().get(_ORIENTATION))
    except Exception:  # noqa: BLE001 - broken metadata, whose parser raises whatever it meets, spoils no picture
        return drawn
    return drawn.transpose(turn) if turn is not None else drawn
