"""Attachments: nothing but the pixels is ever handed out, and what is no plain picture is refused."""

from __future__ import annotations

import io
import os
import struct
import warnings
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from generator.pictures import BadPicture, measure, redraw

SECRET = b"30.2741N 120.1551E"


def photo(kind: str = "JPEG", size: tuple[int, int] = (24, 16), orientation: int = 1) -> bytes:
    """A picture, dark in its upper left corner, with a secret in every place that a format offers."""
    picture = Image.new("RGB", size, "white")
    picture.paste("black", (0, 0, 8, 8))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    buffer = io.BytesIO()
    if kind == "JPEG":
        picture.save(buffer, "JPEG", exif=exif, comment=SECRET, quality=95)
    else:
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", SECRET.decode())
        texts.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
        picture.save(buffer, "PNG", exif=exif, pnginfo=texts)
    return buffer.getvalue()


def stored(folder: Path, data: bytes, name: str = "board.jpg") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def chunks(png: bytes) -> list[bytes]:
    """The names of the parts of a PNG file, which end where the file ends."""
    names, position = [], 8
    while position < len(png):
        (length,) = struct.unpack(">I", png[position : position + 4])
        names.append(png[position + 4 : position + 8])
        position += length + 12
    return names


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("JPEG", "a.JPEG"), ("PNG", "a.png")])
def test_only_pixels_remain(tmp_path: Path, kind: str, name: str) -> None:
    """EXIF with the place, comments and texts are gone; header, pixels and end are all there is."""
    original = photo(kind)
    fresh = redraw(stored(tmp_path, original, name))

    assert SECRET in original
    assert SECRET not in fresh
    assert set(chunks(fresh)) == {b"IHDR", b"IDAT", b"IEND"}
    assert Image.open(io.BytesIO(fresh)).size == (24, 16)


def test_the_picture_itself_is_the_same(tmp_path: Path) -> None:
    """Pixel by pixel, for a picture without loss; what is transparent becomes white."""
    original = Image.effect_noise((20, 20), 60).convert("RGB")
    buffer = io.BytesIO()
    original.save(buffer, "PNG")
    again = Image.open(io.BytesIO(redraw(stored(tmp_path, buffer.getvalue(), "a.png"))))

    assert again.tobytes() == original.tobytes()

    buffer = io.BytesIO()
    Image.new("RGBA", (2, 2), (0, 0, 0, 0)).save(buffer, "PNG")

    assert Image.open(io.BytesIO(redraw(stored(tmp_path, buffer.getvalue(), "b.png")))).getpixel((0, 0)) == (255,) * 3


@pytest.mark.parametrize(
    ("orientation", "corner", "size"),
    [(1, "↖", (24, 16)), (3, "↘", (24, 16)), (6, "↗", (16, 24)), (8, "↙", (16, 24)), (99, "↖", (24, 16))],
)
def test_a_photo_of_a_phone_stands_upright(
    tmp_path: Path, orientation: int, corner: str, size: tuple[int, int]
) -> None:
    """Which side is up stands in the metadata that is dropped, so it is applied first."""
    picture = Image.open(io.BytesIO(redraw(stored(tmp_path, photo(orientation=orientation)))))
    right, bottom = picture.width - 4, picture.height - 4
    dark = {"↖": (3, 3), "↗": (right, 3), "↙": (3, bottom), "↘": (right, bottom)}

    assert picture.size == size
    assert {name for name, place in dark.items() if sum(picture.getpixel(place)) < 200} == {corner}  # type: ignore[arg-type]


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever its file is called and whenever it was touched."""
    one, other = stored(tmp_path, photo()), stored(tmp_path, photo(), "other.jpg")
    os.utime(other, (0, 0))

    assert redraw(one) == redraw(other) == redraw(one)


def test_a_polyglot_loses_its_second_face(tmp_path: Path) -> None:
    """A picture that is a web page, or an archive, to somebody else."""
    tail = b"<script>alert(1)</script>PK\x03\x04"
    fresh = redraw(stored(tmp_path, photo() + tail))

    assert b"script" not in fresh
    assert b"PK" not in fresh
    assert fresh.endswith(b"IEND\xaeB`\x82")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def gif() -> bytes:
    buffer = io.BytesIO()
    Image.new("P", (2, 2)).save(buffer, "GIF")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.svg", SVG, "只能是"),
        ("a.png", SVG, "打不开"),
        ("a.gif", gif(), "只能是"),
        ("a.png", gif(), "打不开"),
        ("a.pdf", b"%PDF-1.7", "只能是"),
        ("a.jpg.exe", photo(), "只能是"),
        ("a", photo(), "只能是"),
        ("a.jpg", b"", "打不开"),
        ("a.jpg", photo()[:200], "打不开"),
        ("a.png", photo("PNG")[:-30], "打不开"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "打不开"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    """By name and by content, in Chinese."""
    with pytest.raises(BadPicture, match=said):
        redraw(stored(tmp_path, data, name))


def test_links_folders_and_nothing_are_refused(tmp_path: Path) -> None:
    """A link may lead anywhere."""
    secret = stored(tmp_path, photo(), "secret.jpg")
    (tmp_path / "link.jpg").symlink_to(secret)
    (tmp_path / "dead.jpg").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")

    for name in ("link.jpg", "dead.jpg", "folder.jpg", "pipe.jpg"):
        with pytest.raises(BadPicture, match="不是真正的文件"):
            redraw(tmp_path / name)
    with pytest.raises(BadPicture, match="不存在"):
        redraw(tmp_path / "missing.jpg")


def png_of(width: int, height: int) -> bytes:
    """A small file that claims to be a picture of that size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8000, 5001), (12000, 9000), (40000, 40000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, size: tuple[int, int]) -> None:
    """By its header alone, without a word of English on the screen."""
    path = stored(tmp_path, png_of(*size), "bomb.png")
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        with pytest.raises(BadPicture, match="太大"):
            redraw(path)

    assert said == []


JPEG, PNG = photo(), photo("PNG")


@given(
    st.sampled_from([("f.jpg", JPEG), ("f.png", PNG)]),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=12),
    st.integers(0, 2000),
)
def test_a_broken_file_raises_nothing_but_bad_picture(
    tmp_path_factory: pytest.TempPathFactory, original: tuple[str, bytes], flips: list[tuple[int, int]], end: int
) -> None:
    """Whichever bytes are wrong; a picture that still opens is drawn anew."""
    name, data = original
    broken = bytearray(data)
    for place, value in flips:
        broken[place % len(broken)] = value
    path = stored(tmp_path_factory.getbasetemp(), bytes(broken[: len(broken) - (end if end < 500 else 0)]), name)
    try:
        fresh = redraw(path)
    except BadPicture:
        return
    assert set(chunks(fresh)) == {b"IHDR", b"IDAT", b"IEND"}


def test_a_large_photo_is_made_smaller(tmp_path: Path) -> None:
    """Twelve megapixels of a notice board are readable at 1,600 pixels."""
    path = tmp_path / "board.jpg"
    Image.new("RGB", (4000, 3000), "white").save(path)

    with Image.open(io.BytesIO(redraw(path))) as picture:
        assert picture.size == (1600, 1200)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_size_is_read_without_drawing(tmp_path: Path, kind: str) -> None:
    """Width before height, from the header alone."""
    assert measure(stored(tmp_path, photo(kind, (48, 16)), f"board.{kind.lower()}")) == (48, 16)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\xff" * 40])
def test_no_size_of_what_is_no_picture(tmp_path: Path, data: bytes) -> None:
    """Broken files, links and missing ones are refused as they are when they are drawn."""
    stored(tmp_path, data)
    (tmp_path / "link.png").symlink_to(tmp_path / "board.jpg")

    for name in ("board.jpg", "link.png", "missing.png", "board.txt"):
        with pytest.raises(BadPicture):
            measure(tmp_path / name)
