"""Builds after every save: first the township that was edited, for the browser; then, once nobody types, the whole site."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from generator import console, pipeline
from generator.console.excerpts import Sources
from generator.model import Audience, Finding, GongkaiError, Site
from generator.pipeline import Survey, Work

_MOST = 20
"""Findings on the panel; the terminal has them all."""
_READING = ("yaml", "schema", "files")
"""What cannot be read comes first: other mistakes often follow from it."""


@dataclass(frozen=True)
class News:
    """What the browser is told. built: counts what was built; parts: of townships that were built by themselves, when."""

    state: int = 0
    built: int = 0
    parts: Mapping[str, int] = field(default_factory=dict)
    busy: str = ""
    trouble: str = ""
    findings: tuple[dict[str, str], ...] = ()
    more: int = 0


class Rebuilding:
    """The site as it is being written. A mistake in the data is shown and leaves the last good pages in place."""

    def __init__(self, site: Site, audience: Audience, out: Path) -> None:
        self.site, self.audience, self.out = site, audience, out
        self.folder = out / site.release(audience) / "site"
        self.early: dict[str, Path] = {}
        """Townships that are newer than the whole: where their pages lie."""
        self.news = News()
        self._looks = 0
        self._told = threading.Condition()

    @property
    def ready(self) -> bool:
        """Whether there is a site to be looked at."""
        return (self.folder / "index.html").is_file()

    def can_be_early(self, slugs: Collection[str]) -> bool:
        """Whether these townships can be built by themselves: there is a site, and they are in it."""
        folder = self.site.root / "data" / "townships"
        known = self.site.townships
        return self.ready and all((folder / one).is_dir() and (not known or one in known) for one in slugs)

    def after(self, seen: int, patience: float) -> News:
        """The news once they are other than those of this state, or what they are when patience ends (seconds)."""
        with self._told:
            self._told.wait_for(lambda: self.news.state != seen, patience)
            return self.news

    def edited(self, slugs: Collection[str]) -> bool:
        """Checks, and builds these townships alone. Whether their pages can be looked at; a mistake is on the panel then."""
        return self._work(lambda work, survey: self._early(work, survey, slugs), "正在更新 ……")

    def whole(self) -> bool:
        """Checks and builds everything. Whether it stands; a mistake is on the panel then."""
        return self._work(self._release, "正在收尾 ……" if self.early else "正在生成 ……")

    def _work(self, build: Any, busy: str) -> bool:
        self._tell(busy=busy)
        try:
            with pipeline.at_work(self.site, self.out) as work:
                survey = work.check()
                errors = [finding for finding in survey.findings if pipeline.blocks([finding])]
                if errors:
                    self._wrong(errors)
                    return False
                build(work, survey)
        except GongkaiError as error:
            click.echo(str(error), err=True)
            self._tell(trouble=str(error))
            return False
        return True

    def _early(self, work: Work, survey: Survey, slugs: Collection[str]) -> None:
        for slug in slugs:
            self._looks += 1
            folder = work.cache / "look" / f"{self.site.release(self.audience)}-{slug}-{self._looks % 2}"
            self.early[slug] = work.look(survey, self.audience, slug, folder)
        last = max((self.news.built, *self.news.parts.values())) + 1
        self._tell(parts={**self.news.parts, **dict.fromkeys(sorted(slugs), last)})

    def _release(self, work: Work, survey: Survey) -> None:
        release = work.build(survey, self.audience)
        shown = {slug: number for slug, number in self.news.parts.items() if slug in self.early}
        self.early = {}
        if release.changes:
            click.echo(console.changes_text(release.changes), err=True)
        # Whoever looks at a township that was built early has seen it.
        self._tell(built=max((self.news.built, *self.news.parts.values())) + 1, parts=shown)

    def _wrong(self, errors: Sequence[Finding]) -> None:
        click.echo(console.findings_text(errors, self.site.root), err=True)
        click.echo("有错误,网页还是原来的。改好后保存,会自动再试。", err=True)
        sources = Sources(self.site.root)
        first = sorted(errors, key=lambda one: one.rule not in _READING)
        shown = tuple(
            {
                "where": f"{one.where.file} 第{one.where.line}行" if one.where.line else one.where.file,
                "message": one.message,
                "hint": one.hint,
                "excerpt": "\n".join(sources.excerpt(one.where)),
            }
            for one in first[:_MOST]
        )
        self._tell(findings=shown, more=len(errors) - len(shown))

    def _tell(self, *, busy: str = "", **more: Any) -> None:
        """What was wrong is wrong until it has been looked at again."""
        with self._told:
            before = self.news
            wrong = {} if not busy else {"trouble": before.trouble, "findings": before.findings, "more": before.more}
            known = {"built": before.built, "parts": before.parts, **wrong}
            self.news = News(before.state + 1, busy=busy, **{**known, **more})
            self._told.notify_all()
