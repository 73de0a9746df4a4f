"""Where a new record goes."""

from __future__ import annotations

from typing import Any

import pytest

from generator.editing import homes
from generator.editing.homes import Homes

FOLDER = "data/townships/anping/finance"


def _sheet(place: str, period: str, **more: str) -> dict[str, Any]:
    return {"编号": f"{place}-{period}", "村": place, "公开主体": f"{place}合作社", "期间": period, **more}


def _homes(files: dict[str, list[dict[str, Any]]]) -> Homes:
    return Homes(FOLDER, {f"{FOLDER}/{name}.yml": list(rows) for name, rows in files.items()})


@pytest.mark.parametrize(
    ("record", "file", "behind"),
    [
        (_sheet("a", "2026-03"), "2026-q1", "a-2026-02"),
        (_sheet("b", "2026-03"), "2026-q1", ""),
        (_sheet("c", "2026-03"), "2026-q1", ""),
        (_sheet("a", "2026-04"), "2026-q2", ""),
        (_sheet("a", "2026-Q1", 表="资产负债表"), "statements", ""),
        ({"编号": "x", "村": "a"}, "2026-q1", ""),
    ],
    ids=[
        "among its village's",
        "behind the last",
        "a new village",
        "a new quarter",
        "its own kind",
        "without a period",
    ],
)
def test_beside_its_like(record: dict[str, Any], file: str, behind: str) -> None:
    found = _homes(
        {
            "2026-q1": [_sheet("a", "2026-01"), _sheet("a", "2026-02"), _sheet("b", "2026-01")],
            "statements": [_sheet("a", "2025-Q4", 表="资产负债表")],
        }
    )

    assert found.take(record) == (f"{FOLDER}/{file}.yml", behind)


def test_the_first_of_a_family() -> None:
    assert _homes({}).take({"编号": "a"}) == (f"{FOLDER}.yml", "")


def test_a_full_file_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(homes, "_FULL", 12)
    found = _homes({"all": [_sheet("a", "2025-12")]})

    files = [found.take({"编号": f"n{number}", "村": "a", "名称": "甲"})[0] for number in range(6)]

    assert files[0] == f"{FOLDER}/all.yml"
    names = list(dict.fromkeys(files))
    assert names == [f"{FOLDER}/{name}.yml" for name in ("all", "all-2", "all-3", "all-4")]
