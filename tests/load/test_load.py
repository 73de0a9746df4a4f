"""Files and folders: what is read, what is left out and said so, and what cannot be opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from generator.load import load
from generator.model import Finding, Level, Unusable
from tests.load.world import PLACE, PLACE_FILE, Loaded, World

NOTHING = "没有读到任何记录"


def said(loaded: Loaded) -> list[tuple[str, str]]:
    """File and message of every finding but the one that says that nothing was left."""
    return [(str(finding.where), finding.message) for finding in loaded.findings if finding.message != NOTHING]


def only(loaded: Loaded) -> Finding:
    """The only finding but that one."""
    (finding,) = [finding for finding in loaded.findings if finding.message != NOTHING]
    return finding


def test_no_data_folder_is_wrong_use(tmp_path: Path) -> None:
    """The command was run in a wrong place: not a finding, since there is no data to find anything in."""
    with pytest.raises(Unusable, match="没有找到 data 文件夹") as error:
        load(tmp_path)

    expected = 2
    assert expected == error.value.exit_code


def test_a_file_called_data_is_wrong_use(tmp_path: Path) -> None:
    """The same."""
    (tmp_path / "data").write_text("")

    with pytest.raises(Unusable):
        load(tmp_path)


@pytest.mark.parametrize(
    "folders", [[], ["townships"], ["catalogue"], ["townships/anping"], ["townships/anping/finance"]]
)
def test_an_empty_folder_is_an_error(tmp_path: Path, folders: list[str]) -> None:
    """A build of nothing would take everything off the web."""
    (tmp_path / "data").mkdir()
    for folder in folders:
        (tmp_path / "data" / folder).mkdir(parents=True)

    _, findings = load(tmp_path)

    expected = [("data", Level.ERROR, NOTHING)]
    assert expected == [(finding.where.file, finding.level, finding.message) for finding in findings]
    assert findings[0].hint


def test_the_folder_says_township_and_family(world: World) -> None:
    """One file or a folder of files, `.yml` or `.yaml`, capitals of the ending do not matter."""
    world.write("data/townships/anping/place.yml", PLACE)
    world.write("data/townships/anping/place/二.yaml", PLACE.replace("liucun", "wangcun"))
    world.write("data/townships/anping/place/a b.YML", PLACE.replace("liucun", "lisi"))
    world.write("data/townships/heping/place.yml", PLACE)
    world.write("data/catalogue/laws/a.yml", "编号: vcol\n名称: 法\n发布机关: 会\n施行: 2020-01-01\n核实: 否\n")

    loaded = world.load()

    assert not loaded.findings
    expected = ["law/vcol", "anping/place/lisi", "anping/place/wangcun", "anping/place/liucun", "heping/place/liucun"]
    assert expected == [record.key for record in loaded.records]


def test_articles_stand_in_a_folder_of_their_own_name(world: World) -> None:
    """`articles/`, as people say; `article/` and single files of both names are read as before."""
    text = "- 编号: {}\n  标题: 概况\n  体裁: 综述\n  日期: 2026-04-10\n  部分: []\n"
    files = ("articles/one.yml", "article/two.yml", "articles.yml", "article.yml")
    for number, file in enumerate(files):
        world.write(f"data/townships/anping/{file}", text.format(f"a{number}"))

    loaded = world.load()

    assert loaded.findings == []
    expected = [f"anping/article/a{number}" for number in range(4)]
    assert expected == sorted(record.key for record in loaded.records)


def test_reading_order_does_not_depend_on_the_disk(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names in order, whatever order the folder gives."""
    for name in ("b", "a", "c"):
        world.write(f"data/townships/anping/place/{name}.yml", PLACE.replace("liucun", name))
    forwards = [record.id for record in world.load().records]
    listing = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: reversed(list(listing(self))))

    expected = ["a", "b", "c"]
    assert expected == forwards == [record.id for record in world.load().records]


@pytest.mark.parametrize("content", ["", "# 只有注释\n", "\n\n", "---\n", "~\n", "[]\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_remarked(world: World, content: str | bytes) -> None:
    """Not an error: a clerk may prepare files."""
    finding = only(world.place(content))

    expected = PLACE_FILE, Level.WARNING, "文件是空的"
    assert expected == (finding.where.file, finding.level, finding.message)


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("finanse.yml", "是不是“finance”"),
        ("Place.yml", "是不是“place”"),
        ("财务.yml", "可以用的名字:place、organisation"),
        ("finance - 副本.yml", "是不是“finance”"),
        ("place.yml/a.yml", "是不是“place”"),
        ("qq.txt", "可以用的名字"),
    ],
)
def test_a_file_of_no_family_is_remarked(world: World, file: str, hint: str) -> None:
    """With the name that was meant; what looks like data stops a build, or a whole family would vanish silently."""
    world.write(f"data/townships/anping/{file}", PLACE)

    finding = only(world.load())

    level = Level.WARNING if file.endswith(".txt") else Level.ERROR
    expected = f"data/townships/anping/{file.partition('/')[0]}", level, "文件名看不出是哪一类记录"
    assert expected == (finding.where.file, finding.level, finding.message)
    assert hint in finding.hint


@pytest.mark.parametrize("name", ["place.xlsx", "place.csv", "place.json", "place/2026.txt", "place/2026", "place"])
def test_another_kind_of_file_is_remarked(world: World, name: str) -> None:
    """Only YAML is read."""
    world.write(f"data/townships/anping/{name}", PLACE)

    expected = [(f"data/townships/anping/{name}", "不是 .yml 文件,没有读")]
    assert expected == said(world.load())


def test_a_folder_inside_a_family_is_remarked(world: World) -> None:
    """One level of folders is enough; deeper files would be missed."""
    world.write("data/townships/anping/finance/2026/q1.yml", PLACE)

    expected = [("data/townships/anping/finance/2026", "这里不能再分文件夹,没有读")]
    assert expected == said(world.load())


@pytest.mark.parametrize("name", ["..x", ".x"])
def test_hidden_folders_are_no_townships(world: World, name: str) -> None:
    """Version control and editors keep their things there."""
    world.write(f"data/townships/{name}/place.yml", PLACE)

    assert not said(world.load())


@pytest.mark.parametrize(
    "name", ["AnPing", "安平", "an_ping", "an ping", "-x", "a" * 41, "con", "com1", "x..", "%2e%2e", "ａ"]
)
def test_a_township_folder_has_a_plain_name(world: World, name: str) -> None:
    """It becomes an address: anything else is an error, and nothing below it is read."""
    world.write(f"data/townships/{name}/place.yml", PLACE)

    loaded = world.load()
    finding = only(loaded)

    expected = f"data/townships/{name}", Level.ERROR, "乡镇文件夹的名字不能用"
    assert expected == (finding.where.file, finding.level, finding.message)
    assert "anping" in finding.hint
    assert not loaded.records.items


def test_a_file_beside_the_townships_is_remarked(world: World) -> None:
    """It belongs to no township."""
    world.write("data/townships/place.yml", PLACE)

    expected = [("data/townships/place.yml", "这个文件不在乡镇文件夹里")]
    assert expected == said(world.load())


@pytest.mark.parametrize(
    ("file", "where", "hint"),
    [
        ("data/township/anping/place.yml", "data/township", "是不是“townships”?"),
        ("data/catalog/items/a.yml", "data/catalog", "是不是“catalogue”?"),
        ("data/anping/place.yml", "data/anping", "data/townships/"),
        ("data/finance.yml", "data/finance.yml", "data/townships/"),
        ("data/finance.YML", "data/finance.YML", "data/townships/"),
    ],
)
def test_what_stands_in_a_wrong_place_is_remarked(world: World, file: str, where: str, hint: str) -> None:
    """A misspelt folder would be left out with everything in it."""
    world.write(file, PLACE)

    finding = only(world.load())

    expected = where, Level.WARNING, "这个位置的内容没有读"
    assert expected == (finding.where.file, finding.level, finding.message)
    assert hint in finding.hint


def test_other_files_in_data_are_nobody_s_business(world: World) -> None:
    """A word to the reader is welcome."""
    world.write("data/README.md", "# 说明")
    world.write("data/.gitkeep", "")

    assert not said(world.load())


@pytest.mark.parametrize("name", ["catalogue", "townships", "catalogue/items"])
def test_a_file_where_a_folder_is_expected_is_an_error(tmp_path: Path, name: str) -> None:
    """Nothing below it can be read."""
    path = tmp_path / "data" / name
    path.parent.mkdir(parents=True)
    path.write_text("x")

    _, findings = load(tmp_path)

    expected = f"data/{name}", Level.ERROR, "这里应当是文件夹,不是文件"
    assert expected == (findings[0].where.file, findings[0].level, findings[0].message)


@pytest.mark.parametrize(
    ("name", "hint"), [("item", "是不是“items”?"), ("items.yml", "是不是“items”?"), ("甲", "laws、items")]
)
def test_an_unknown_catalogue_is_remarked(world: World, name: str, hint: str) -> None:
    """A folder under a wrong name, or a file in the place of a folder."""
    file = f"data/catalogue/{name}"
    world.write(file if name.endswith(".yml") else f"{file}/a.yml", "编号: a\n")

    finding = only(world.load())

    expected = file, Level.WARNING, "不认识这个目录"
    assert expected == (finding.where.file, finding.level, finding.message)
    assert hint in finding.hint


@pytest.mark.parametrize(
    "name", [".swp", "~$place.yml", "place.yml.bak", "place.tmp", "place.yml.mine-20260305", "Thumbs.db", "desktop.ini"]
)
def test_leavings_of_programs_are_passed_over(world: World, name: str) -> None:
    """Office programs, editors and desktops leave them; nobody has to know."""
    world.write(f"data/townships/anping/{name}", PLACE)

    assert not said(world.load())


LINKS = ["townships/anping/finance.yml", "townships/anping/finance", "townships/heping", "catalogue", "catalogue/items"]


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("target", ["outside", "nowhere", "self"])
def test_links_are_refused(world: World, link: str, target: str) -> None:
    """To a file, to a folder, to nothing or in a circle: none is followed, each is an error."""
    outside = world.write("outside/a.yml", PLACE)
    path = world.root / "data" / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to({"outside": outside.parent, "nowhere": "/nowhere/at/all", "self": path.parent}[target])

    loaded = world.load()

    finding = only(loaded)
    expected = f"data/{link}", Level.ERROR, "这是一个链接,不是真正的文件"
    assert expected == (finding.where.file, finding.level, finding.message)
    assert finding.hint == "把文件本身复制到这里"
    assert not loaded.records.items


def test_a_linked_file_is_refused(world: World) -> None:
    """Were it followed, one link would publish any file of the machine."""
    secret = world.write("secret.yml", PLACE)
    (world.root / "data/townships/anping").mkdir()
    (world.root / PLACE_FILE).symlink_to(secret)

    expected = [(PLACE_FILE, "这是一个链接,不是真正的文件")]
    assert expected == said(world.load())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a Unix thing")
def test_a_pipe_is_never_opened(world: World) -> None:
    """Reading it would wait for ever."""
    (world.root / "data/townships/anping/place").mkdir(parents=True)
    os.mkfifo(world.root / "data/townships/anping/place/a.yml")
    os.mkfifo(world.root / "data/townships/anping/finance.yml")
    os.mkfifo(world.root / "data/pipe.yml")

    loaded = world.load()

    assert len(said(loaded)) == 3
    assert not loaded.records.items


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "没有权限"),
        (OSError(5, "Input/output error"), "磁盘读不出来"),
        (FileNotFoundError(2, "No such file"), "刚刚被移走了"),
        (OSError(40, "Too many levels"), "系统错误 40"),
        (OSError(), "系统错误 None"),
    ],
)
def test_a_file_that_cannot_be_opened_is_an_error(
    world: World, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    """With the reason in Chinese; the other files are read."""
    world.write("data/townships/heping/place.yml", PLACE)
    locked = world.write(PLACE_FILE, PLACE)
    opening = Path.open

    def refuse(self: Path, *arguments: Any) -> Any:
        if self == locked:
            raise error
        return opening(self, *arguments)

    monkeypatch.setattr(Path, "open", refuse)
    loaded = world.load()

    finding = only(loaded)
    expected = PLACE_FILE, Level.ERROR, f"打不开:{reason}"
    assert expected == (finding.where.file, finding.level, finding.message)
    assert loaded.record.township == "heping"


@pytest.mark.parametrize("folder", ["data/townships/anping", "data/townships", "data", "content/site", "content"])
def test_a_folder_that_cannot_be_listed_is_an_error(world: World, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """Silence would take the whole township off the web."""
    world.write(PLACE_FILE, PLACE)
    world.write("content/site/about.md", "关于")
    listing = Path.iterdir

    def refuse(self: Path) -> Any:
        if self == world.root / folder:
            raise PermissionError(13, "Permission denied")
        return listing(self)

    monkeypatch.setattr(Path, "iterdir", refuse)

    finding = only(world.load())
    expected = folder, Level.ERROR, "打不开:没有权限"
    assert expected == (finding.where.file, finding.level, finding.message)


def test_an_entry_that_cannot_be_looked_at_is_an_error(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may be listed but not entered."""
    hidden = world.write(PLACE_FILE, PLACE)
    looking = Path.lstat

    def refuse(self: Path) -> Any:
        if self == hidden:
            raise PermissionError(13, "Permission denied")
        return looking(self)

    monkeypatch.setattr(Path, "lstat", refuse)

    expected = [(PLACE_FILE, "打不开:没有权限")]
    assert expected == said(world.load())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights(world: World) -> None:
    """The real thing, where it can be made."""
    world.write(PLACE_FILE, PLACE).chmod(0)

    expected = [(PLACE_FILE, "打不开:没有权限")]
    assert expected == said(world.load())


def test_a_name_that_is_no_text_can_still_be_printed(world: World) -> None:
    """A zip from Windows leaves names in GBK; a message about them must not end in a traceback."""
    folder = os.fsencode(world.root / "data/townships/anping")
    os.makedirs(folder)  # noqa: PTH103 - the name is bytes
    with open(folder + b"/" + "刘村.yml".encode("gbk"), "wb") as file:  # noqa: PTH123
        file.write(PLACE.encode())

    ((name, message),) = said(world.load())

    assert message == "文件名看不出是哪一类记录"
    assert name.encode().decode().isprintable()


def test_an_ideographic_blank_in_a_name_is_shown(world: World) -> None:
    """It is an ordinary character of Chinese file names."""
    world.write("data/townships/anping/财务\u3000一.yml", PLACE)

    ((shown, _),) = said(world.load())

    assert shown.endswith("财务\u3000一.yml")


@pytest.mark.parametrize("name", ["a\nb.yml", "a\x1b[31m.yml", "a\u202eb.yml"])
def test_a_name_cannot_play_with_the_terminal(world: World, name: str) -> None:
    """Line breaks, colours and reversed text are shown as a mark."""
    world.write(f"data/townships/anping/{name}", PLACE)

    ((shown, _),) = said(world.load())

    assert shown.isprintable()
    assert "\ufffd" in shown


def test_a_repeated_id_names_the_first_place(world: World) -> None:
    """In one file and over two; the first record stays."""
    world.write("data/townships/anping/place/a.yml", PLACE + PLACE.replace("刘村", "二刘村"))
    world.write("data/townships/anping/place/b.yml", PLACE.replace("刘村", "三刘村"))

    loaded = world.load()

    message = "编号“liucun”重复,data/townships/anping/place/a.yml:1:7 已经用了"
    expected = [
        ("data/townships/anping/place/a.yml:4:7", message),
        ("data/townships/anping/place/b.yml:1:7", message),
    ]
    assert expected == said(loaded)
    assert {Level.ERROR} == {finding.level for finding in loaded.findings}
    assert loaded.records.where(loaded.record).line == 1


def test_ids_may_repeat_in_another_township_or_family(world: World) -> None:
    """An id is unique in its family and township only."""
    world.write(PLACE_FILE, PLACE)
    world.write("data/townships/heping/place.yml", PLACE)
    world.write("data/townships/anping/organisation.yml", "编号: liucun\n名称: 甲\n类别: 党支部\n地方: liucun\n")

    loaded = world.load()

    assert not loaded.findings
    expected = 3
    assert expected == len(loaded.records.items)


def test_a_bad_file_does_not_stop_the_others(world: World) -> None:
    """All files of all townships are read in one run."""
    for number, content in enumerate(["- [", "\0", PLACE, "a: 1\na: 2", "刘村".encode("gbk")]):
        world.write(f"data/townships/t{number}/place.yml", content)

    loaded = world.load()

    assert loaded.record.township == "t2"
    expected = {f"data/townships/t{number}/place.yml" for number in (0, 1, 3, 4)}
    assert expected == {finding.where.file for finding in loaded.findings}


def test_prose_is_read_by_name(world: World) -> None:
    """Pages written by people, without their byte order mark."""
    world.write(PLACE_FILE, PLACE)
    world.write("content/site/about.md", b"\xef\xbb\xbf" + "# 关于\n".encode())
    world.write("content/anping/x.md", "不是说明页")

    loaded = world.load()

    assert not loaded.findings
    expected = {"about": "# 关于\n"}
    assert expected == loaded.records.prose


@pytest.mark.parametrize(
    ("name", "content", "where", "message"),
    [
        ("关于.md", "x", "关于.md", "说明页的文件名不能用"),
        ("About.md", "x", "About.md", "说明页的文件名不能用"),
        ("con.md", "x", "con.md", "说明页的文件名不能用"),
        ("about.html", "x", "about.html", "说明页的文件名不能用"),
        ("about/index.md", "x", "about", "说明页的文件名不能用"),
        ("about.md", "关于".encode("gbk"), "about.md:1", "文件不是 UTF-8 编码(多半是 GBK)"),
        ("about.md", "一\u202e二", "about.md:1:2", "第2个字是看不见的格式字符(U+202E)"),
        ("about.md/x.md", "x", "about.md", "打不开:是文件夹,不是文件"),
    ],
)
def test_prose_that_is_left_out_is_remarked(
    world: World, name: str, content: str | bytes, where: str, message: str
) -> None:
    """Wrong names, encodings and characters; the page is not there."""
    world.write(PLACE_FILE, PLACE)
    world.write(f"content/site/{name}", content)

    loaded = world.load()

    ((place, text),) = said(loaded)
    assert place.startswith(f"content/site/{where}")
    assert message == text
    assert not loaded.records.prose


@pytest.mark.parametrize("link", ["content/site", "content/site/about.md"])
def test_linked_prose_is_refused(world: World, link: str) -> None:
    """Like everything that leads out of the site's folder."""
    outside = world.write("outside/about.md", "秘密")
    path = world.root / link
    path.parent.mkdir(parents=True)
    path.symlink_to(outside if link.endswith(".md") else outside.parent)

    loaded = world.load()

    expected = [(link, "这是一个链接,不是真正的文件")]
    assert expected == said(loaded)
    assert not loaded.records.prose
