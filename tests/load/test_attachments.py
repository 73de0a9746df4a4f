"""Attachments that a publication names: what cannot be published is said at the line that names it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.load import load

PUBLICATION = """\
- 编号: notice
  事项: [village-charter-rules]
  地方: liucun
  公开主体: 刘村村民委员会
  附件:
    - {name}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A township with a picture, and a secret beside its folder."""
    (tmp_path / "data/townships/anping").mkdir(parents=True)
    files = tmp_path / "content/anping/files"
    files.mkdir(parents=True)
    Image.new("RGB", (4, 4), "red").save(files / "board.png")
    Image.new("RGB", (4, 4), "red").save(tmp_path / "content/secret.png")
    (files / "link.png").symlink_to(tmp_path / "content/secret.png")
    (files / "folder.png").mkdir()
    (files / "broken.png").write_bytes(b"\x89PNG\r\n")
    (files / "text.jpg").write_text("<script>", encoding="utf-8")
    return tmp_path


def said(site: Path, name: str) -> list[tuple[str, int, int, str]]:
    """The findings about the attachment: file, line, column, message."""
    path = site / "data/townships/anping/publication.yml"
    path.write_text(PUBLICATION.format(name=name), encoding="utf-8")
    return [(f.where.file, f.where.line, f.where.column, f.message) for f in load(site)[1]]


def test_a_picture_in_its_place_is_fine(site: Path) -> None:
    """Nothing to say."""
    assert said(site, "board.png") == []


@pytest.mark.parametrize(
    ("name", "fragment"),
    [
        ("missing.png", "不存在"),
        ("link.png", "链接"),
        ("folder.png", "文件夹"),
        ("broken.png", "打不开"),
        ("text.jpg", "打不开"),
        ("../secret.png", "文件名不能用"),
        ("../../../etc/passwd", "文件名不能用"),
        ("/etc/passwd", "文件名不能用"),
        ("drawing.svg", "文件名不能用"),
        ("照片.png", "文件名不能用"),
    ],
)
def test_what_cannot_be_published_is_refused(site: Path, name: str, fragment: str) -> None:
    """At its own line and column, with the reason."""
    ((file, line, column, message),) = said(site, name)

    assert (file, line, column) == ("data/townships/anping/publication.yml", 6, 7)
    assert fragment in message


def test_a_linked_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    """The whole files folder may not lead elsewhere either."""
    files = site / "content/anping/files"
    files.rename(tmp_path / "elsewhere")
    files.symlink_to(tmp_path / "elsewhere")

    ((*_, message),) = said(site, "board.png")

    assert "链接" in message
