"""Pages → a folder of Markdown: addresses, links, pictures, templates."""

from __future__ import annotations

import html
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from generator.model import Edition, Page
from generator.write import write
from generator.write.escape import FILTERS, finalize
from tests import world

TEMPLATES = world.REPOSITORY / "generator" / "templates"
PICTURE = world.ROOT / "content" / "demo" / "files" / "board-2026-07.png"


def page(path: str, title: str = "题", *crumbs: str) -> Page:
    return Page(path, title, "about.md.j2", {"pieces": [("正文", "")], "apart": False, "sample": False}, crumbs=crumbs)


def written(folder: Path, *pages: Page) -> dict[str, str]:
    publication = write(Edition(), pages, folder)
    return {
        path.relative_to(publication.docs).as_posix(): path.read_text("utf-8")
        for path in publication.docs.rglob("*.md")
    }


def crumbs(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("["))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("about.md", "[首页](index.md) › [甲镇](jia/index.md) › [乙村](jia/yi/index.md)"),
        ("jia/due.md", "[首页](../index.md) › [甲镇](index.md) › [乙村](yi/index.md)"),
        ("jia/yi/x.md", "[首页](../../index.md) › [甲镇](../index.md) › [乙村](index.md)"),
        ("jia/yi/finance/x.md", "[首页](../../../index.md) › [甲镇](../../index.md) › [乙村](../index.md)"),
        (
            "bing/ding/finance/x.md",
            "[首页](../../../index.md) › [甲镇](../../../jia/index.md) › [乙村](../../../jia/yi/index.md)",
        ),
    ],
)
def test_links_are_relative_and_right_at_every_depth(tmp_path: Path, path: str, expected: str) -> None:
    """A folder opened from a USB stick has no root."""
    above = ("index.md", "jia/index.md", "jia/yi/index.md")
    pages = [page(one, title) for one, title in zip(above, ("首页", "甲镇", "乙村"), strict=True)]

    assert crumbs(written(tmp_path, *pages, page(path, "题", *above))[path]) == expected


def test_a_page_that_is_not_in_the_edition_is_no_link(tmp_path: Path) -> None:
    """Neither in the breadcrumbs nor in the text: no dead link can come out."""
    towns = [(SimpleNamespace(township="jia", name="甲镇"), [(SimpleNamespace(name="看不到的"), "hidden.md")])]
    context = {"towns": towns, "paths": SimpleNamespace(township=lambda slug: "about.md"), "sample": False}
    text = written(
        tmp_path,
        Page("index.md", "首页", "directory.md.j2", context),
        page("about.md", "说明", "nowhere.md", "index.md"),
    )

    assert "- 看不到的" in text["index.md"]
    assert "hidden.md" not in text["index.md"]
    assert "## [甲镇](about.md)" in text["index.md"]
    assert crumbs(text["about.md"]) == "[首页](index.md)"


@pytest.mark.parametrize(
    "path",
    [
        "Abc.md",
        "a b.md",
        "刘村/x.md",
        "a_b.md",
        "../x.md",
        "a/../x.md",
        "/x.md",
        "a//x.md",
        "./x.md",
        "-a.md",
        "x.html",
        "x",
        "",
        "x.md\n",
        "a%2fb.md",
        "x#y.md",
        "a" * 41 + ".md",
        "/".join(["a" * 40] * 3) + ".md",
    ],
)
def test_addresses_are_short_plain_ascii(tmp_path: Path, path: str) -> None:
    """Anything else is a fault of the page plan, and nothing is written."""
    with pytest.raises(ValueError, match="not a page path"):
        written(tmp_path, page("index.md"), page(path))

    assert not list(tmp_path.iterdir())


def test_an_address_may_have_120_characters(tmp_path: Path) -> None:
    """Not one more: a reader's own folders have to fit before it."""
    longest = "/".join(["a" * 38, "b" * 38, "c" * 39]) + ".md"

    assert len(longest) == 120
    assert longest in written(tmp_path / "a", page(longest))
    with pytest.raises(ValueError, match="not a page path"):
        written(tmp_path / "b", page("x" + longest))


def test_two_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    """One of them would be lost."""
    with pytest.raises(ValueError, match="two pages"):
        written(tmp_path, page("a/x.md", "甲"), page("a/x.md", "乙"))


def test_a_folder_that_exists_is_never_written_into(tmp_path: Path) -> None:
    """What an earlier build left would become part of this one."""
    written(tmp_path, page("index.md"))

    with pytest.raises(FileExistsError):
        written(tmp_path, page("index.md"))


def test_files_are_tidy_utf8_with_unix_line_ends(tmp_path: Path) -> None:
    """No blanks at line ends, no double empty lines, one newline at the end."""
    publication = write(Edition(), [page("index.md", "一  二")], tmp_path)
    data = (publication.docs / "index.md").read_bytes()

    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"</div>\n")
    assert b"\n\n\n" not in data
    assert not any(line != line.rstrip() for line in data.decode().split("\n"))


@pytest.mark.parametrize("title", ["---\ntemplate: x.html\n---", 'a"\nhide: [footer]\n#', "{{ x }} \\x41", "刘村"])
def test_front_matter_is_ours_alone(tmp_path: Path, title: str) -> None:
    """A title that looks like settings stays a title."""
    text = written(tmp_path, page("x.md", title, "index.md"), page("index.md"))["x.md"]
    matter = yaml.safe_load(text.removeprefix("---\n").partition("\n---\n")[0])

    assert set(matter) <= {"hide", "title"}
    assert matter["hide"] == ["navigation"]
    assert html.unescape(matter.get("title", "")) in ("", " ".join(title.split()))


def test_pictures_are_drawn_anew_and_named_by_their_content(tmp_path: Path) -> None:
    """The same picture has the same name in every build, and no name of a person's file is handed out."""
    names = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        publication = write(Edition(files={"demo/board.png": str(PICTURE)}), [page("index.md")], folder)
        (copy,) = (publication.docs / "files" / "demo").iterdir()
        names.append(copy.name)

        assert copy.read_bytes() != PICTURE.read_bytes()
        assert b"bookkeeper" not in copy.read_bytes()
    assert names[0] == names[1]
    assert "board" not in names[0]


@pytest.mark.parametrize("template", sorted(TEMPLATES.iterdir()), ids=lambda path: path.name)
def test_every_template_compiles_and_trusts_nothing(template: Path) -> None:
    """No `safe`, no switched-off escaping, no foreign file."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined, finalize=finalize
    )
    environment.filters.update(FILTERS)
    source = template.read_text(encoding="utf-8")

    assert environment.get_template(template.name)
    assert template.name.endswith(".md.j2")
    for forbidden in ("|safe", "| safe", "autoescape", "Markup", "|string", "{% include"):
        assert forbidden not in source
