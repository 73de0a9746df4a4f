"""What is checked and why, how it is written wrong and right, how it is mended: the manual of the rules, for every reader.

Whoever reads a village's figures may know what was looked at before they were published. Every word is the program's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Edition, Page
from generator.model.explanation import sections
from generator.pages._common import paths, places


def pages(edition: Edition) -> Iterator[Page]:
    """One page with an anchor a rule; none when nothing was checked."""
    if not edition.manual:
        return
    groups = [
        {"code": code, "heading": heading, "rules": [(name, edition.manual[name]) for name in names]}
        for code, heading, names in sections(edition.manual)
    ]
    context = {"groups": groups, "sample": places.is_sample(edition)}
    menu, crumbs = ("公开目录", "检查规则"), (paths.HOME, paths.CATALOGUE)
    yield Page(paths.MANUAL, "检查规则说明", "manual.md.j2", context, menu, crumbs)
