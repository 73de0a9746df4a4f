"""The story, in order. The only module that knows all the steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from generator import leaks, rules, schema, staging
from generator.build import site_address
from generator.derive import coming as upcoming
from generator.derive import derive
from generator.executors import HERE, Executor
from generator.formats import figures, offline
from generator.load import load
from generator.load.shape import shape
from generator.memory import uncollected
from generator.model import Audience, Change, Duty, Finding, Level, Page, Progress, Records, Site, silent
from generator.model.text import is_slug
from generator.parts import building, checking, given
from generator.parts.joining import join
from generator.records.place import Place
from generator.trees.reader import read

if TYPE_CHECKING:
    from generator.exchange import archive


def check(site: Site, progress: Progress = silent) -> tuple[Records, list[Finding]]:
    """Steps 1 to 3 for all townships at once: load, derive, check; what a person answers for is marked."""
    with uncollected():
        with progress("读取数据", 0):
            records, found = load(site.root)
        with progress("计算合计、比例和公开期限", 0):
            records = derive(records, site.today)
        with progress("按规则核对", 0):
            records = checking.of_whole(records, found)
            return records, _of_townships(site, records.findings)


explanations = checking.explanations


def coverage(site: Site, records: Records) -> rules.Coverage:
    """How many numbers in the articles of the townships asked for are taken from records."""
    return rules.coverage(records, site.townships)


def coming(records: Records, days: int) -> tuple[Duty, ...]:
    """The duties that will open within so many days after `records.today`."""
    return upcoming(records, records.today + timedelta(days=days))


@dataclass(frozen=True)
class Survey:
    """What the checks found, township by township; the records themselves are kept aside, for whoever builds them."""

    findings: tuple[Finding, ...]
    count: int
    """How many records there are."""
    covered: rules.Coverage
    shared: checking.Job
    townships: tuple[checking.Job, ...]
    tops: tuple[Place, ...]


@dataclass(frozen=True)
class Release:
    """A finished site."""

    folder: Path
    pages: tuple[Page, ...]
    changes: tuple[Change, ...]
    """Figures of articles that readers now read otherwise than before."""
    audience: Audience
    parts: frozenset[str]
    """The townships that are parts of it; the rest is the portal's."""
    wanted: Callable[[str], leaks.Searched]
    """Of a part: what must not be found in anything that is made of its pages."""


@contextmanager
def at_work(site: Site, out: Path, executor: Executor = HERE, progress: Progress = silent) -> Iterator[Work]:
    """Holds the output folder while parts are checked and built. Raises Busy when somebody else does."""
    with staging.locked(out):
        yield Work(site, out, executor, progress)


@dataclass(frozen=True)
class Work:
    """Builds of one site into one folder; parts that are as they were are not made again."""

    site: Site
    out: Path
    executor: Executor
    progress: Progress = silent

    @property
    def cache(self) -> Path:
        return self.out / ".cache"

    def check(self) -> Survey:
        """Steps 1 to 3: load, derive, check, each township by itself."""
        jobs = checking.jobs(self.site, _townships(self.site), self.cache)
        with self.progress("读取数据、核对", len(jobs)) as came:
            found = list(self.executor.run(checking.check, jobs, lambda one: came(one.name)))
        shared = checking.shared(self.site, self.cache, frozenset(name for one in found for name in one.named))
        return _surveyed(shared, jobs, [checking.check(shared), *found])

    def take(self, records: Records) -> Survey:
        """Records that are there already, in place of what `check` would read."""
        slugs = dict.fromkeys(r.township for r in records if r.township and _wanted(self.site, r.township))
        jobs = checking.jobs(self.site, slugs, self.cache, given=f"{id(records)}")
        shared = checking.shared(self.site, self.cache, given=f"{id(records)}")
        return _surveyed(shared, jobs, [checking.hand_over(job, records) for job in (shared, *jobs)])

    def build(self, survey: Survey, audience: Audience) -> Release:
        """Steps 4 to 9 for one audience: the townships, then the portal from what they tell, joined and swapped in whole.

        Raises LeakFound, and then nothing is handed out.
        """
        name = self.site.release(audience)
        with staging.staged(self.out, name) as folder:
            made = self._joined(survey, audience, folder)
            changes = figures.changes(self.out / name, folder)
            parts = {one.township: one for one in made.parts}
            current = staging.swap(folder, name, made.digest)
            slugs = frozenset(parts) - {given.PORTAL}
            pages = tuple(page for one in made.parts for page in one.pages)
            return Release(
                current, pages, changes, audience, slugs, lambda part: building.wanted(made.alike, parts[part])
            )

    def look(self, survey: Survey, audience: Audience, slug: str, folder: Path) -> Path:
        """Steps 4 to 7 for one township, to be looked at on this machine: its pages below `folder`, never handed out."""
        alike = given.given(self.site, audience, self.cache, survey.shared, survey.tops)
        job = next(job for job in survey.townships if job.township == slug)
        return building.Township(alike, job).look(folder)

    def bundle(
        self,
        survey: Survey,
        audience: Audience,
        target: Path,
        more: Callable[[Path, leaks.Searched], None] | None = None,
    ) -> Path:
        """The offline zip of one audience, moved to `target`; its parts have been searched for leaks.

        more: puts something of its own into the site's folder, in which nothing withheld may be found.
        """
        with staging.staged(self.out, f"bundle-{audience.value}") as folder:
            made = self._joined(survey, audience, folder)
            if more:
                more(folder / "site", building.wanted(made.alike, made.parts[0]))
            with self.progress("打包", 0):
                return staging.place(offline.make(folder / "site", folder / "bundle.zip"), target)

    def site_address(self, audience: Audience) -> str:
        """Where the site stands on the internet: one for the public alone, if it has an address at all."""
        return site_address(self.site.root) if audience is Audience.PUBLIC else ""

    def _joined(self, survey: Survey, audience: Audience, folder: Path) -> _Joined:
        alike = given.given(self.site, audience, self.cache, survey.shared, survey.tops)
        townships = [building.Township(alike, job) for job in survey.townships]
        names = {top.township: top.name for top in survey.tops}
        what = f"给“{audience.label}”看的网页"
        with self.progress(f"生成并检查{what}", len(townships)) as came:
            built = list(self.executor.run(building.run, townships, lambda one: came(names.get(one.township, ""))))
        with self.progress(f"合成{what}:首页、搜索、校验清单", 0):
            parts = [building.Portal(alike, survey.shared, tuple(townships), tuple(built)).run(), *built]
            return _Joined(alike, tuple(parts), join(alike, parts, folder))


@dataclass(frozen=True)
class _Joined:
    alike: given.Given
    parts: tuple[building.Built, ...]
    """The portal first."""
    digest: str


def _surveyed(shared: checking.Job, jobs: list[checking.Job], found: list[checking.Checked]) -> Survey:
    covered = [one.covered for one in found]
    return Survey(
        tuple(sorted((finding for one in found for finding in one.findings), key=lambda finding: finding.where)),
        sum(one.count for one in found),
        rules.Coverage(sum(one.bound for one in covered), sum(one.total for one in covered)),
        shared,
        tuple(jobs),
        tuple(top for one in found for top in one.tops),
    )


def _townships(site: Site) -> list[str]:
    folder = site.root / "data" / "townships"
    found = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return [slug for slug in found if is_slug(slug) and _wanted(site, slug)]


def _wanted(site: Site, township: str) -> bool:
    return not site.townships or township in site.townships


def schemas(root: Path, family: str = "") -> Iterator[tuple[str, str]]:
    """File name and text of one JSON Schema a family, with the words and ids of those records that can be read."""
    records, _ = load(root)
    return schema.files(records, family)


def store(root: Path, file: Path, township: str, key: str, *, dry: bool) -> archive.Archive:
    """An old document into the archive of a township. Raises Unusable, Busy, or archive.Refused with nothing written."""
    from generator.exchange import archive

    return archive.archive(file, archive.shelf(root, township), key=key, dry=dry)


def accept(root: Path, file: Path, *, dry: bool) -> tuple[Path, int, list[Finding]]:
    """What a clerk accepted of an archived document's figures, as indicators: (their file, how many, what is wrong)."""
    from generator.exchange import archive

    listed = archive.listing(file, root)
    node, findings = read(listed.path.read_bytes(), listed.file)
    if node is None:
        return listed.target, 0, findings
    records, text, wrong = archive.accepted(listed, node, shape, load(root)[0])
    stopped = blocks([*findings, *wrong])
    if records and not stopped and not dry:
        archive.keep(listed, text)
    return listed.target, len(records), [*findings, *wrong]


def _of_townships(site: Site, findings: Iterable[Finding]) -> list[Finding]:
    """Of the townships asked for; what concerns all of them stays."""
    return [f for f in findings if not site.townships or checking.owner(f) in ("", *site.townships)]


def build_site(site: Site, records: Records, audience: Audience, out: Path, progress: Progress = silent) -> Release:
    """The site of one audience from records that are there already."""
    with at_work(site, out, progress=progress) as work:
        return work.build(work.take(records), audience)


def bundle(site: Site, records: Records, audience: Audience, out: Path, target: Path) -> Path:
    """The offline zip of one audience from records that are there already."""
    with at_work(site, out) as work:
        return work.bundle(work.take(records), audience, target)


def blocks(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Whether the findings stop a build: errors do, and with `strict` warnings too; accepted ones never do."""
    stopping = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return any(finding.level in stopping and not finding.accepted for finding in findings)
