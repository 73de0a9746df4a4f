"""Menus: nested by titles, short, and inert."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from generator.build.menu import inert, menu
from generator.model import Page


def page(path: str, *titles: str) -> Page:
    return Page(path, "题", "x", menu=titles)


def test_titles_nest_and_keep_their_order() -> None:
    """An empty last title is the section's own page; pages outside the menus stay out."""
    pages = [
        page("index.md", "首页"),
        page("jia/index.md", "甲镇", ""),
        page("jia/yi/index.md", "甲镇", "乙村"),
        page("jia/yi/finance/x.md"),
        page("about/about.md", "说明", "怎样看"),
        page("jia/due.md", "甲镇", "应公开一览"),
    ]

    assert menu(pages) == [
        {"首页": "index.md"},
        {"甲镇": ["jia/index.md", {"乙村": "jia/yi/index.md"}, {"应公开一览": "jia/due.md"}]},
        {"说明": [{"怎样看": "about/about.md"}]},
    ]


def test_deeper_sections_nest_too() -> None:
    """As deep as the titles go."""
    assert menu([page("a.md", "甲", "乙", "丙"), page("b.md", "甲", "乙", "丁")]) == [
        {"甲": [{"乙": [{"丙": "a.md"}, {"丁": "b.md"}]}]}
    ]


def test_a_page_and_a_section_of_one_name_do_not_mix() -> None:
    """A village may be called like a section."""
    assert menu([page("a.md", "甲"), page("b.md", "甲", "乙")]) == [{"甲": "a.md"}, {"甲": [{"乙": "b.md"}]}]


def test_no_page_no_menu() -> None:
    """Nothing at all."""
    assert menu([]) == []


@given(st.text())
def test_titles_are_inert(title: str) -> None:
    """The theme prints them as they are: no tag, no entity, no quote can come from one, and a reader sees the same."""
    written = inert(title)

    assert not set("<>\"'") & set(written)
    assert "&" not in html.unescape(written) or "&" in title
    assert html.unescape(written) == " ".join(title.split())
