"""Publications that carry their own content have a page, whatever that content is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model import Edition
from generator.pages.notice import pages
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord

PLACE = Place.model_validate({"@乡镇": "demo", "编号": "shanghe", "名称": "上河村", "级别": "村"})
ITEM = DisclosureItem.model_validate(
    {
        "编号": "charter",
        "事项": "村规民约",
        "类别": "村务公开",
        "依据": [],
        "频次": "长期",
        "主体": "村民委员会",
        "层级": "村",
        "对象": {"社会": "公开"},
    }
)


@pytest.mark.parametrize(
    ("content", "has_page"),
    [
        ({"正文": "一条一条写明"}, True),
        ({"附件": "board.png"}, True),
        ({"不适用": "今年没有修改"}, True),
        ({"记录": "finance/shanghe-2026-07"}, False),
        ({}, False),
    ],
)
def test_a_publication_has_a_page_when_it_has_content(content: dict[str, Any], has_page: bool) -> None:
    """A text, a picture, a reason; records have pages of their own, and nothing needs none."""
    written = {"@乡镇": "demo", "编号": "rules", "事项": "charter", "地方": "shanghe", "公开主体": "上河村村民委员会"}
    publication = PublicationRecord.model_validate(written | content)
    edition = Edition(items=(PLACE, ITEM, publication), today=date(2026, 10, 20))

    titles = [page.title for page in pages(edition)]

    assert bool(titles) is has_page
    assert all("村规民约" in title for title in titles)
