"""What a clerk meets in VS Code: the YAML language server itself, with our settings and schemas."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from generator.records import KINDS, MARKDOWN_KINDS
from tests.editor.server import Server
from tests.load.world import FOLDERS
from tests.world import REPOSITORY

pytestmark = pytest.mark.editor

PERSON = "data/townships/anping/person"
PROJECT = "data/townships/anping/project"


@dataclass(frozen=True)
class Tab:
    """An open file, and what is wrong with it as `line: message`."""

    server: Server
    file: str
    wrong: list[str]

    def offered(self, line: int, character: int) -> dict[str, Any]:
        """What the editor would offer at the place: label → item."""
        found = self.server.at("completion", self.file, line, character)
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: item for item in items}

    def told(self, line: int, character: int) -> str:
        """What the editor would show of the place under the pointer."""
        found = self.server.at("hover", self.file, line, character)
        text: str = found["contents"]["value"] if found else ""
        return text


Open = Callable[..., Tab]


@pytest.fixture
def opened(server: Server) -> Iterator[Open]:
    """Opens a text as a new file of the folder; the name is used once, or old and new complaints would mix."""
    tabs: list[Tab] = []

    def call(folder: str, text: str) -> Tab:
        file = f"{folder}/{next(_NUMBERS)}.yml"
        wrong = [f"{one['range']['start']['line']}: {one['message']}" for one in server.open(file, text)]
        tabs.append(Tab(server, file, wrong))
        return tabs[-1]

    yield call
    for tab in tabs:
        server.close(tab.file)


_NUMBERS = itertools.count(1)


def test_labels_are_offered(opened: Open) -> None:
    """Those that the record does not have yet, with their help; local columns too."""
    tab = opened(PERSON, "- 编号: zhang\n  地方: liucun\n  类别: 第一书记\n  \n")
    found = tab.offered(3, 2)

    assert {"姓名", "职务", "学历", "不公开"} <= set(found)
    assert not {"编号", "地方", "类别", "true", "null"} & set(found)
    assert "一条记录写几个人的,写人数" in str(found["人数"]["documentation"])


def test_labels_of_rows_are_offered(opened: Open) -> None:
    """Of the row, not of the record around it."""
    tab = opened(
        PROJECT,
        "- 编号: road\n  地方: liucun\n  名称: 路\n  类别: 公益事业\n  状态: 在建\n  资金来源:\n    - 来源: 乡镇\n      \n",
    )
    found = tab.offered(7, 6)

    assert {"金额", "占比"} <= set(found)
    assert not {"节点", "来源", "验收"} & set(found)


def test_a_new_file_begins_with_labels(opened: Open) -> None:
    """Behind the first dash."""
    tab = opened(PERSON, "- \n")

    assert {"编号", "地方", "类别"} <= set(tab.offered(0, 2))


def test_the_help_is_shown_over_a_label(opened: Open) -> None:
    """The label once, the help, the unit, how the value is written, an example."""
    tab = opened(
        PROJECT, "- 编号: road\n  地方: liucun\n  名称: 路\n  类别: 公益事业\n  状态: 在建\n  结算价: 1,200.00\n"
    )
    text = tab.told(5, 3)

    assert text.count("结算价") == 1
    assert "元" in text
    assert "金额：以元为单位" in text
    assert "12000.00" in text
    assert "走到哪一步" in tab.told(4, 3)


def test_words_are_offered(opened: Open) -> None:
    """Of a vocabulary, of a fixed list, 是 and 否, ids and names of records that are there — and no English ones."""
    tab = opened(PERSON, "- 编号: zhang\n  地方: \n  类别: \n  能人: \n  职务: \n")
    kinds, able = tab.offered(2, 6), tab.offered(3, 6)

    assert {"第一书记", "后备干部"} <= set(kinds)
    assert set(able) == {"是", "否"}
    assert "liucun" in tab.offered(1, 6)
    assert tab.offered(4, 6) == {}
    assert not {"true", "false", "null"} & {*kinds, *able}


def test_words_of_rows_are_offered(opened: Open) -> None:
    """Also inside braces."""
    tab = opened(
        PROJECT, "- 编号: road\n  地方: liucun\n  名称: 路\n  类别: 公益事业\n  状态: \n  资金来源:\n    - 来源: \n"
    )

    assert {"在建", "验收"} <= set(tab.offered(4, 6))
    assert tab.offered(6, 10)


def test_a_wrong_label_is_marked(opened: Open) -> None:
    """At its place, by its name; so is a row's."""
    found = opened(PERSON, "- 编号: zhang\n  地方: liucun\n  类别: 第一书记\n  姓铭: 张某\n").wrong

    assert len(found) == 1
    assert found[0].startswith("3: ")
    assert "姓铭" in found[0]


def test_wrong_values_are_marked_in_chinese(opened: Open) -> None:
    """With what should stand there; new words, new ids and local columns are none."""
    text = "- 编号: zhang\n  地方: xincun\n  类别: 新名册\n  任职日期: 昨天\n  月报酬: 两千\n  能人: 有\n  x_档案号: 7\n  备注:\n"
    found = opened(PERSON, text).wrong

    assert [one.partition(":")[0] for one in sorted(found)] == ["3", "4", "5"]
    assert "3: 这里写日期,例如 2026-03-05" in found
    assert any("这里写金额" in one for one in found)


def test_what_is_missing_is_marked(opened: Open) -> None:
    """A record without what it cannot do without."""
    found = opened(PERSON, "- 编号: zhang\n  地方: liucun\n").wrong

    assert len(found) == 1
    assert "类别" in found[0]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in MARKDOWN_KINDS], ids=lambda kind: kind.family)
def test_the_samples_are_right(opened: Open, kind: Any) -> None:
    """Two records of each family, one of them with every label: the editor has nothing to say."""
    text = (REPOSITORY / "tests" / "records" / kind.family / "sample.yml").read_text("utf-8")
    folder = FOLDERS.get(kind, f"data/townships/anping/{kind.family}")

    assert opened(folder, text).wrong == []


def test_the_data_of_the_repository_is_right(opened: Open) -> None:
    """The whole catalogue and one township, file by file: what the loader takes, the editor does not mark."""
    catalogue, township = REPOSITORY / "data" / "catalogue", REPOSITORY / "data" / "townships" / "anping"
    files = [(path, path.parent) for path in sorted(catalogue.rglob("*.yml"))]
    files += [
        (path, path.with_suffix("") if path.parent == township else path.parent)
        for path in sorted(township.rglob("*.yml"))
    ]
    wrong = {}
    for path, folder in files:
        tab = opened(folder.relative_to(REPOSITORY).as_posix(), path.read_text("utf-8"))
        wrong |= {path.name: tab.wrong} if tab.wrong else {}

    assert files
    assert wrong == {}
