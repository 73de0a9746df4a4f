"""From one village's sheet to the same sheet of another: the switch at the head of a page."""

from __future__ import annotations

from generator.model import Edition, Page
from generator.pages._common.switching import MOST, with_switches
from generator.records.place import Place


def place(slug: str, name: str, top: str) -> Place:
    level = {"级别": "乡镇"} if slug == top else {"级别": "村", "上级": top}
    return Place.model_validate({"@乡镇": top, "编号": slug, "名称": name} | level)


PLACES = (
    place("jia", "甲镇", "jia"),
    place("east", "东村", "jia"),
    place("west", "西村", "jia"),
    place("yi", "乙镇", "yi"),
    place("south", "南村", "yi"),
)
PATHS = (
    *("index.md", "places/index.md", "jia/index.md", "yi/index.md", "jia/due.md", "yi/due.md", "jia/ledgers.md"),
    *("jia/east/index.md", "jia/west/index.md", "yi/south/index.md", "jia/east/statistics.md"),
    *("jia/east/finance/east-2026-03.md", "jia/west/finance/west-2026-03.md", "jia/east/finance/east-2026-04.md"),
    *("jia/east/venue/index.md", "jia/west/venue/index.md", "jia/east/finance/other.md"),
)


def ways(path: str, places: tuple[Place, ...] = PLACES, paths: tuple[str, ...] = PATHS) -> dict[str, str] | None:
    pages = with_switches(Edition(items=places), (Page(one, one, "x.md.j2") for one in paths))
    switch = next(page.switch for page in pages if page.path == path)
    return dict(switch.ways) if switch else None


def test_a_sheet_leads_to_the_other_villages_sheet_of_the_same_month() -> None:
    """The ids begin with the village's own; oneself is named without a link."""
    assert ways("jia/east/finance/east-2026-03.md") == {"东村": "", "西村": "jia/west/finance/west-2026-03.md"}


def test_where_the_other_has_no_such_page_its_home_is_meant() -> None:
    """Another month, another name, no statistics."""
    for path in ("jia/east/finance/east-2026-04.md", "jia/east/finance/other.md", "jia/east/statistics.md"):
        assert ways(path) == {"东村": "", "西村": "jia/west/index.md"}


def test_registers_and_homes_lead_to_their_like() -> None:
    """The same path below the other village."""
    assert ways("jia/east/venue/index.md") == {"东村": "", "西村": "jia/west/venue/index.md"}
    assert ways("jia/east/index.md") == {"东村": "", "西村": "jia/west/index.md"}


def test_a_townships_page_leads_to_the_other_townships() -> None:
    """The same page where there is one, else the home."""
    assert ways("jia/due.md") == {"甲镇": "", "乙镇": "yi/due.md"}
    assert ways("jia/ledgers.md") == {"甲镇": "", "乙镇": "yi/index.md"}


def test_whoever_has_no_neighbour_has_no_switch() -> None:
    """The only village of a township, the pages of the whole site, the only township."""
    assert ways("yi/south/index.md") is None
    assert ways("index.md") is None
    assert ways("places/index.md") is None
    assert ways("jia/due.md", PLACES[:3]) is None


def test_of_too_many_only_the_list_of_all_is_offered() -> None:
    """The switch must not be heavier than the page."""
    many = (PLACES[0], *(place(f"v{number}", f"{number}村", "jia") for number in range(MOST + 1)))

    assert ways("jia/v0/index.md", many, ("jia/v0/index.md",)) == {}
    assert len(ways("jia/v0/index.md", many[:-1], ("jia/v0/index.md",)) or {}) == MOST
