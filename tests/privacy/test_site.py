"""From a folder to a finished site: what photos carry stays behind, and no private number goes out, whoever wrote it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator import cli as command_line
from generator import leaks
from generator.build import ENGINES
from generator.disclose import disclose
from generator.leaks import numbers
from generator.load import load
from generator.model import Audience, Level, Records
from generator.records.place import Place
from generator.rules import personal
from tests.build.driver import FAKE
from tests.privacy import office
from tests.privacy.disguises import ALL, Random

IDENTITY = "11010519491231002X"
MOBILE = "13800138000"
SECRETS = (
    b"Exif",
    b"GPS",
    b"http://ns.adobe.com/xap",
    b"30.2741",
    b"Zhang San",
    b"\xff\xfe",
    b"iTXt",
    b"tEXt",
    b"eXIf",
)
TODAY = ("--today", "2026-10-20")
Run = Callable[..., int]


@pytest.fixture
def run(site: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in the small site, with the fake engine in place of MkDocs; returns its exit code."""
    monkeypatch.setitem(ENGINES, "mkdocs", FAKE)
    monkeypatch.chdir(site)
    return lambda *arguments: command_line.main(list(arguments))


def photo() -> bytes:
    """A photo with everything that a telephone writes into it."""
    picture = Image.new("RGB", (64, 48), "white")
    exif = Image.Exif()
    exif[0x013B] = "Zhang San"
    exif[0x010E] = "30.2741N"
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 16.0, 27.0), 3: "E", 4: (120.0, 9.0, 19.0)})
    thumbnail = io.BytesIO()
    picture.resize((8, 6)).save(thumbnail, "JPEG")
    exif.get_ifd(0x8769)[0x927C] = thumbnail.getvalue()
    buffer = io.BytesIO()
    xmp = b'<x xmlns="http://ns.adobe.com/xap/1.0/">Zhang San 30.2741</x>'
    picture.save(buffer, "JPEG", exif=exif, comment=b"Zhang San 30.2741N", xmp=xmp)
    return buffer.getvalue()


# ------------------------------------------------------------------------------------------------------- attachments


def test_a_finished_site_holds_nothing_but_the_pixels(run: Run, site: Path) -> None:
    """EXIF, place, XMP, comment and thumbnail go in; none of it is in any byte that comes out."""
    path = site / "content/demo/files/board-2026-07.png"
    path.unlink()
    path.with_suffix(".jpg").write_bytes(photo())
    publication = site / "data/townships/demo/publication.yml"
    text = publication.read_text("utf-8")
    publication.write_text(text.replace("board-2026-07.png", "board-2026-07.jpg"), "utf-8")

    assert run("build", *TODAY, "--quiet") == 0
    pictures = [p for p in (site / "build/public").resolve().rglob("*") if p.suffix in (".png", ".jpg", ".jpeg")]
    drawn = [p for p in pictures if Image.open(p).size == (64, 48)]

    assert all(secret in photo() for secret in (b"Exif", b"http://ns.adobe.com/xap", b"30.2741", b"Zhang San"))
    assert drawn
    assert [(p.name, secret) for p in drawn for secret in SECRETS if secret in p.read_bytes()] == []
    assert [p for p in pictures if p.suffix != ".png"] == []


def said(site: Path, rule: str = "files") -> list[tuple[Level, str, str]]:
    return [(f.level, f.where.file, f.message) for f in load(site)[1] if f.rule == rule]


def test_what_a_photo_carries_is_noted(site: Path) -> None:
    """A note, since it is left behind at publishing."""
    (site / "content/demo/files/gate.jpg").write_bytes(photo())
    ((level, file, message),) = said(site)

    assert (level, file) == (Level.NOTE, "content/demo/files/gate.jpg")
    assert "GPS" in message
    assert "作者" in message


def test_a_number_as_file_name_is_an_error_and_not_repeated(site: Path) -> None:
    (site / f"content/demo/files/{MOBILE}.txt").write_text("无", "utf-8")
    ((level, file, message),) = said(site)

    assert (level, file) == (Level.ERROR, "content/demo/files")
    assert "手机号码" in message
    assert MOBILE not in message


def test_lists_that_lie_about_are_looked_through(site: Path) -> None:
    """Nobody publishes them, but they lie beside what is published."""
    book = office.workbook(office.row(1, A="身份证") + office.row(2, A=IDENTITY))
    (site / "content/demo/files/list.xlsx").write_bytes(book)
    ((level, file, message),) = said(site)

    assert (level, file) == (Level.ERROR, "content/demo/files/list.xlsx")
    assert "工作表“低保” A2" in message
    assert IDENTITY not in message


# ------------------------------------------------------------------------------------------------------------- leaks


def found(folder: Path, data: str, name: str = "a.html", opened: frozenset[str] = frozenset()) -> int:
    """How many kinds the second look finds in one page."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(data, "utf-8")
    return len(list(leaks.private(opened, [folder])))


@pytest.mark.parametrize("disguise", ALL)
def test_a_number_in_a_finished_page_is_a_leak(disguise: str, tmp_path: Path) -> None:
    """Beside the word for it, however it is written."""
    hidden = ALL[disguise](IDENTITY, Random(3))

    assert found(tmp_path / "a", f"<table><tr><td>身份证</td><td>{hidden}</td></tr></table>") == 1


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{IDENTITY}</p>",
        f"<p>{IDENTITY[:4]}<b>{IDENTITY[4:9]}</b>{IDENTITY[9:]}</p>",
        f"<td>电话</td><td>{MOBILE}</td>",
        f"<!-- 身份证{IDENTITY} -->",
        f'<img alt="{IDENTITY}">',
        f'<a href="tel:{MOBILE}">电话{MOBILE}</a>',
        '{"text": "\\u8eab\\u4efd\\u8bc1 ' + IDENTITY + '"}',
        "一卡通 6222 0212 3456 7890 128",
    ],
)
def test_wherever_it_stands_in_a_page(page: str, tmp_path: Path) -> None:
    """In the text, between tags, in an attribute, in a comment, in the index of the search."""
    assert found(tmp_path / "a", page) == 1


def test_names_of_files_are_searched(tmp_path: Path) -> None:
    assert found(tmp_path / "a", "", f"{IDENTITY}.html") == 1


@pytest.mark.parametrize(
    "page",
    [
        "<td>2026</td><td>86,420.00</td><td>12,000.00</td><td>3300000100201</td>",
        "统一社会信用代码 91350100M000100Y43",
        "监督电话 0571-88880000",
        f"<td>合同编号</td><td>{MOBILE}</td>",
        "<p>1101051949</p><p>1231002X</p>",
    ],
)
def test_what_is_no_persons_is_no_leak(page: str, tmp_path: Path) -> None:
    assert found(tmp_path / "a", page) == 0


def test_a_telephone_that_is_opened_on_purpose_is_no_leak(world_records: Records, tmp_path: Path) -> None:
    """The telephone of an office stays what it is, even where it is somebody's own."""
    place = world_records.of(Place)[0].model_copy(update={"phone": MOBILE})
    records = Records((place, *world_records.items[1:]), today=world_records.today)
    edition = disclose(records, Audience.PUBLIC)
    opened = numbers.opened(edition) | {MOBILE}

    assert found(tmp_path / "a", f"电话 {MOBILE}") == 1
    assert found(tmp_path / "a", f"电话 {MOBILE[:3]} {MOBILE[3:]}", opened=frozenset(opened)) == 0


def test_a_leak_stops_the_build_with_its_own_code(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are blind, the second look is not; a bundle for reviewers may hold what is under review."""
    about = site / "content/site/about.md"
    about.write_text(about.read_text("utf-8") + f"\n书记手机 {MOBILE}\n", "utf-8")
    monkeypatch.setattr("generator.rules.personal.check", lambda records: iter(()))

    assert run("build", *TODAY, "--quiet") == 4
    assert not (site / "build/public").exists()
    assert run("build", *TODAY, "--quiet", "--audience", "review") == 0


# ----------------------------------------------------------------------------------------------------------- command


def test_the_command_says_what_and_where(run: Run, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 for something certain, 0 for nothing or what only looks like it, 2 for a file that is not there."""
    book = office.workbook(office.row(14, D=f"身份证{IDENTITY}"))
    (site / "名单.xlsx").write_bytes(book)
    (site / "轮流.txt").write_text(f"老张 {MOBILE}", "utf-8")
    (site / "无.txt").write_text("三组1号", "utf-8")

    assert run("privacy", "名单.xlsx", "轮流.txt") == 1
    shown = capsys.readouterr()
    assert shown.out == "名单.xlsx 工作表“低保” D14:有一个身份证号码\n轮流.txt 第 1 行:像是一个手机号码\n"
    assert "确定的 1 处,像是的 1 处" in shown.err
    assert IDENTITY not in shown.out + shown.err

    assert run("privacy", "轮流.txt", "--quiet") == 0
    assert run("privacy", "无.txt") == 0
    assert "没有查到个人信息" in capsys.readouterr().err
    assert run("privacy", "没有.txt") == 2
    assert run("privacy", ".", "--quiet") == 1


def test_a_name_cannot_command_the_terminal(run: Run, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "a\x1b[2J.txt").write_text(IDENTITY, "utf-8")
    run("privacy", ".")

    assert "\x1b" not in "".join(capsys.readouterr())


def test_at_import_the_clerk_is_told(run: Run, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where it stands in the original; a harmless one is archived without a word."""
    (site / "总结.txt").write_text(f"2009年工作总结\n\n户主张某,身份证号{IDENTITY}。\n", "utf-8")

    assert run("archive", "总结.txt", "--dry-run") == 0
    shown = capsys.readouterr().err
    assert "里面有个人信息" in shown
    assert "原件 第 3 行:有一个身份证号码" in shown

    (site / "平安.txt").write_text("2009年工作总结\n\n全镇平安。\n", "utf-8")
    assert run("archive", "平安.txt", "--dry-run") == 0
    assert "个人信息" not in capsys.readouterr().err


def test_the_invented_numbers_of_the_manual_are_no_leak(world_records: Records, tmp_path: Path) -> None:
    """A manual that shows what is wrong shows a number; it is nobody's."""
    explained = replace(world_records, manual={personal.NAME: personal.EXPLANATION})
    opened = numbers.opened(disclose(explained, Audience.PUBLIC))

    assert IDENTITY in personal.EXPLANATION.wrong
    assert found(tmp_path / "a", f"<code>{personal.EXPLANATION.wrong}</code>", opened=frozenset(opened)) == 0
    assert found(tmp_path / "a", f"<code>{personal.EXPLANATION.wrong}</code>") == 1
