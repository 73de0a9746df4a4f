"""Pictures that records name: decoded and drawn anew, so that nothing but the pixels is ever handed out."""

from __future__ import annotations

import io
import stat
from pathlib import Path

MAX_PIXELS = 40_000_000
SUFFIXES = (".png", ".jpg", ".jpeg")


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
        with Image.open(path, formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise BadPicture("图片太大,超过4000万像素")
            fresh = Image.new("RGB", picture.size, "white")
            drawn = picture.convert("RGBA")
            fresh.paste(drawn, mask=drawn.getchannel("A"))
    except FileNotFoundError:
        raise BadPicture("附件文件不存在") from None
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
        raise BadPicture("图片打不开,可能已经损坏") from None
    buffer = io.BytesIO()
    fresh.save(buffer, "PNG", optimize=False)
    return buffer.getvalue()
