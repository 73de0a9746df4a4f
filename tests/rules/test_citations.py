"""No explanation cites an article that the catalogue of laws does not have, or that nobody has compared with its text."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from generator import pipeline
from generator.load import load
from generator.numerals.reading import chinese
from generator.records.law import Law

ROOT = Path(__file__).parent.parent.parent
TOKEN = re.compile(r"《([^》]+)》|第([一二三四五六七八九十百]+)条")
EXPLAINED = pipeline.explanations()


@pytest.fixture(scope="module")
def verified() -> dict[str, set[str]]:
    """Name, with and without the country, and short name → articles that somebody has compared, of any version."""
    found: dict[str, set[str]] = defaultdict(set)
    for law in load(ROOT)[0].of(Law):
        articles = {article.number for article in law.articles if article.verified}
        full = law.name.removeprefix("中华人民共和国").removeprefix("中国共产党")
        for name in {law.name, full, full.replace("（", "(").replace("）", ")"), law.short or full}:
            found[name] |= articles
    return found


def cited(text: str) -> list[tuple[str, str]]:
    """`《甲法》第五条…第六条` → both, each with the law named last before it."""
    law, found = "", []
    for name, article in TOKEN.findall(text):
        law = name.removeprefix("中国共产党") if name else law
        if article:
            found.append((law, str(chinese(article))))
    return found


@pytest.mark.parametrize("name", EXPLAINED)
def test_cited_articles_are_verified(name: str, verified: dict[str, set[str]]) -> None:
    one = EXPLAINED[name]

    for law, article in cited(one.what) + cited(one.why) + cited(one.mend):
        assert article in verified[law], f"《{law}》第{article}条"


def test_citations_are_found() -> None:
    """The test above looks at something."""
    assert cited("《村民委员会组织法》第三十五条:…;第二十八条") == [
        ("村民委员会组织法", "35"),
        ("村民委员会组织法", "28"),
    ]
    assert sum(len(cited(one.why)) for one in EXPLAINED.values()) > 20
