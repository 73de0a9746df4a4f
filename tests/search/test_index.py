"""What of a page can be found, and how it is written down."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import Entry, Share, join, part
from generator.search.entries import readable
from generator.search.postings import BUCKETS, LETTERS, bucket, packed, unpacked
from generator.search.terms import fold, of_title, sounds, terms

PAGE = """---
title: "刘村财务"
---

<nav class="gk-crumbs" markdown data-search-exclude>

[首页](index.md)

</nav>

# 刘村财务

<p class="gk-sample">示例 · 虚构</p>

## 收支

| 项目 | 金额 |
|:---|---:|
| **垃圾清运费** | 1,200.50 |
| 3月<br>电费&#45;&#45;村部 | [见](x.md) |

![照片](a.png)
"""


def test_a_page_reads_as_readers_see_it() -> None:
    """Without front matter, marks, addresses, and what is said not to be searched; cells do not run together."""
    text, headings = readable(PAGE)

    assert text == "刘村财务 收支 项目 金额 垃圾清运费 1,200.50 3月 电费--村部 见"
    assert headings == ("收支",)


def test_terms_are_pairs_figures_and_words() -> None:
    """Pairs do not cross what stands between; a figure is found as typed, without commas and without decimals."""
    found = terms(fold("垃圾清运费，１,200.50元 2026年3月 GB18030"))

    assert {"垃圾", "圾清", "清运", "运费"} <= found
    assert {"1200.50", "1200", "1200.50元", "2026年", "3月", "2026", "gb", "18030"} <= found
    assert not {"费元", "年月", "费1"} & found
    assert of_title("财务") == {"财务", "财", "务"}


def test_sounds_are_syllables_and_initials() -> None:
    """Once for a text, however often it comes."""
    known: dict[str, tuple[str, ...]] = {}

    assert {"~liu", "~liu cun", "~cun cai", "^lc", "^cw"} <= sounds(["刘村财务"], known)
    assert known["刘村财务"] == tuple(sorted(sounds(["刘村财务"], known)))
    assert sounds(["2026"], known) == set()


@given(st.sets(st.integers(0, 100_000)))
def test_page_numbers_come_back(numbers: set[int]) -> None:
    """Whatever they are."""
    assert unpacked(packed(sorted(numbers))) == sorted(numbers)


def test_the_pages_side_knows_the_same_buckets() -> None:
    """CRC-32, as in the script."""
    script = (Path(__file__).parents[2] / "theme_overrides" / "assets" / "search.js").read_text("utf-8")

    assert "0xedb88320" in script
    assert 'LETTERS = "' + LETTERS + '"' in script
    assert {bucket(term) for term in map(str, range(5000))} == set(range(BUCKETS))


def entry(number: int, text: str, title: str = "") -> Entry:
    return Entry(f"a/{number}.html", title or f"第{number}页", text, (), "刘村", "财务公开", "2026")


def shares(*townships: list[Entry]) -> list[Share]:
    made = [part(f"{number}镇", found) for number, found in enumerate(townships)]
    return [Share(one.contents, lambda one=one: one) for one in made]  # type: ignore[misc]


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js")}


WORDS = ["果园承包", "垃圾清运", "路灯电费", "党员大会", "水渠清淤", "1,234.56", "保洁员工资", "惠农补贴"]


def pages(seed: int, count: int) -> list[Entry]:
    chosen = random.Random(seed)
    return [entry(number, " ".join(chosen.sample(WORDS, 4))) for number in range(count)]


@pytest.mark.parametrize("change", ["text", "more pages", "fewer pages", "nothing"])
def test_joining_again_is_joining_anew(change: str, tmp_path: Path) -> None:
    """Only what changed is written, and the bytes are those of an index made from nothing."""
    before = [pages(1, 30), pages(2, 30), pages(3, 5)]
    made = join(shares(*before), tmp_path / "old", None, {})
    after = [list(one) for one in before]
    if change == "text":
        after[1][7] = entry(7, "全新的内容 9,999.00")
    elif change == "more pages":
        after[0].append(entry(30, "垃圾分类"))
    elif change == "fewer pages":
        after[2] = []
    again = join(shares(*after), tmp_path / "new", tmp_path / "old", made)
    join(shares(*after), tmp_path / "anew", None, {})

    assert content(tmp_path / "new") == content(tmp_path / "anew")
    assert set(again) == {name.removeprefix("search/") for name in content(tmp_path / "new")}
    written = [name for name in again if again[name] != made.get(name)]
    assert len(written) < len(again) or change == "fewer pages"
    assert bool(written) == (change != "nothing")


def test_a_file_that_was_touched_is_written_again(tmp_path: Path) -> None:
    """It is told by its size and time."""
    found = shares(pages(1, 10))
    made = join(found, tmp_path / "old", None, {})
    touched = tmp_path / "old" / "search" / "root.js"
    before = touched.read_bytes()
    touched.write_bytes(before + b"//")
    join(found, tmp_path / "new", tmp_path / "old", made)

    assert (tmp_path / "new" / "search" / "root.js").read_bytes() == before


def test_files_are_scripts_that_hold_json_alone(tmp_path: Path) -> None:
    """Whatever stands on a page: quotes, tags, line ends that scripts cannot have."""
    join(shares([entry(0, "“</script>” \u2028 \\ ' \" &", "</script>\u2029")]), tmp_path, None, {})
    for path in tmp_path.rglob("*.js"):
        text = path.read_text("utf-8")
        found = re.fullmatch(r'gongkaiSearch\.take\("([^"]+)",(.*)\);\n', text)

        assert found is not None
        assert found[1] == path.relative_to(tmp_path / "search").as_posix()
        assert not {"\u2028", "\u2029"} & set(text)
        json.loads(found[2])
