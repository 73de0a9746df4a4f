"""One of every kind of page, and the sample that holds them: what the browser tests and the gallery look at."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import FileLock

from generator import pipeline
from generator.disclose import disclose
from generator.model import Audience, Site
from generator.pages import plan

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 10, 20)


@dataclass(frozen=True)
class Kind:
    """A page to look at; `path` may be a pattern, of which the first page by name is taken."""

    name: str
    title: str
    what: str
    path: str
    audience: Audience = Audience.PUBLIC

    @property
    def slug(self) -> str:
        """Its name in a file name."""
        return self.name.lower().replace(" ", "-")


KINDS = (
    Kind("Portal", "首页", "search, what is new, the townships, what is due", "index.html"),
    Kind("Places", "乡镇和村", "every township and village, for whoever cannot search", "places/index.html"),
    Kind("Township", "乡镇主页", "one township: its villages, papers and statistics", "anping/index.html"),
    Kind("Village", "村主页", "the three categories, newest sheets, who to ask", "anping/liucun/index.html"),
    Kind("Empty village", "空白村", "a village that has published nothing", "zhuxi/baishui/index.html"),
    Kind("Sheet", "收支公开榜", "one month of a village's cash", "anping/liucun/finance/liucun-2026-03.html"),
    Kind(
        "Statement",
        "会计报表",
        "balance sheet and income of a collective",
        "anping/liucun/finance/liucun-accounts-2025-q4.html",
        Audience.REVIEW,
    ),
    Kind("Roster", "发放名单", "who received what, as far as readers may know", "anping/liucun/roster/[!i]*.html"),
    Kind("Decision", "议事程序", "a decision in progress as a timeline", "anping/*/procedure/[!i]*.html"),
    Kind("Project", "项目", "budget, contract, progress, payments", "*/*/project/[!i]*.html"),
    Kind("Ranking", "考核排名", "scores and grades, ranks with ties", "*/assessment/[!i]*.html"),
    Kind("Organisation", "组织", "one body, its posts and members", "anping/*/organisation/[!i]*.html"),
    Kind("Organisations", "组织体系", "all bodies of a township as a tree", "anping/organisations.html"),
    Kind("Notice", "公示公告", "one notice with its text", "anping/*/notices/*.html"),
    Kind("Register", "登记册", "records of one family, a line each", "anping/liucun/venue/index.html"),
    Kind("Register of notes", "台账登记册", "records with longer words", "anping/liucun/issue/index.html"),
    Kind("Register of sheets", "财务登记册", "all money sheets of a village", "anping/xihe/finance/index.html"),
    Kind("Register of a township", "乡镇登记册", "the bodies of a township", "anping/organisation/index.html"),
    Kind("Article", "材料", "experience material with traced figures", "anping/article/*.html"),
    Kind("Archive", "档案", "old materials, by year", "anping/archive/index.html"),
    Kind("Archived", "存档材料", "one old document as it was", "anping/archive/speech-2018.html"),
    Kind("Activities", "组织生活", "meetings held against the schedule", "anping/activities.html"),
    Kind("Ledgers", "台账", "problems and who closes them by when", "anping/ledgers.html"),
    Kind("Statistics", "全县统计", "all townships: charts, tables, one sentence each", "statistics.html"),
    Kind("Statistics of a township", "乡镇统计", "the same for one township", "anping/statistics.html"),
    Kind("Statistics of a village", "村统计", "the same for one village", "anping/liucun/statistics.html"),
    Kind("Statistics of many villages", "多村统计", "a township of many villages", "zhuxi/statistics.html"),
    Kind("Masked statistics", "遮盖的统计", "a township that masks its figures", "shifan/statistics.html"),
    Kind("Indicators", "指标明细", "every figure with its source", "anping/indicators.html"),
    Kind("Masked indicators", "遮盖的指标", "figures withheld, told apart from blanks", "shifan/indicators.html"),
    Kind("Due", "应公开清单", "what must be published by when", "anping/due.html"),
    Kind("Due soon", "将到期和撤回", "announced days, withdrawn papers", "gaoyuan/due.html"),
    Kind("Timeliness", "及时率", "how punctual each village is", "anping/timeliness.html"),
    Kind("Timeliness of all", "全县及时率", "how punctual each township is", "timeliness.html"),
    Kind("Local catalogue", "乡镇公开目录", "what this township publishes", "anping/catalogue.html"),
    Kind("Catalogue", "公开目录", "every item, its law and its rhythm", "catalogue/index.html"),
    Kind("Laws", "法规依据", "the articles that items rest on", "catalogue/laws.html"),
    Kind("Dictionary", "数据字典", "every family and field", "catalogue/dictionary.html"),
    Kind("Procedures", "程序一览", "the steps each procedure asks for", "catalogue/procedures.html"),
    Kind("Charts of accounts", "科目", "both charts of accounts", "catalogue/charts.html"),
    Kind("Grades", "等次", "scales of assessments", "catalogue/grades.html"),
    Kind("Ledger kinds", "台账种类", "what is kept in a ledger", "catalogue/ledgers.html"),
    Kind("Metrics", "指标定义", "what each figure counts", "catalogue/metrics.html"),
    Kind("Schedules", "日程", "how often an activity is due", "catalogue/schedules.html"),
    Kind("Words", "用语", "words of the forms and what they mean", "catalogue/words.html"),
    Kind("Genres", "体裁", "kinds of articles", "catalogue/genres.html"),
    Kind("Masks", "遮盖规则", "how personal details are hidden", "catalogue/masks.html"),
    Kind("Jurisdictions", "地方规定", "what a county or city asks beyond the law", "catalogue/jurisdictions.html"),
    Kind("Manual of checks", "检查规则说明", "what each check looks at and how to mend it", "manual.html"),
    Kind("Findings", "检查结果", "what the checks found in a township", "anping/findings.html", Audience.REVIEW),
    Kind("Findings of all", "检查结果总览", "counts by township and rule", "findings.html", Audience.REVIEW),
    Kind(
        "Commands", "命令和选项", "every command and option, for whoever makes the site", "about/manual/commands.html"
    ),
    Kind("About", "关于本站", "prose written by people", "about/about.html"),
)
"""Every template is used by one of them, which `test_kinds.py` asserts."""


@dataclass(frozen=True)
class Sample:
    """The bundles of the sample, unpacked where a reviewer might, and the template of each of their pages."""

    folder: Path

    @property
    def public(self) -> Path:
        """All townships, as anybody may see them."""
        return self._unpacked(Audience.PUBLIC)

    @property
    def review(self) -> Path:
        """All townships, as reviewers see them."""
        return self._unpacked(Audience.REVIEW)

    def page(self, kind: Kind) -> Path:
        """The file of one kind. Raises LookupError when the sample has none."""
        found = sorted(path for path in self._unpacked(kind.audience).glob(kind.path) if path.is_file())
        if not found:
            raise LookupError(f"{kind.name}: {kind.path}")
        return found[0]

    def template(self, kind: Kind) -> str:
        """What it was written with."""
        root = self._unpacked(kind.audience)
        path = self.page(kind).relative_to(root).with_suffix(".md").as_posix()
        return self.templates(kind.audience)[path]

    def templates(self, audience: Audience = Audience.PUBLIC) -> dict[str, str]:
        """Markdown file of every page → what it was written with."""
        read: dict[str, dict[str, str]] = json.loads((self.folder / "templates.json").read_text("utf-8"))
        return read[audience.value]

    def _unpacked(self, audience: Audience) -> Path:
        return self.folder / "审阅 包" / audience.value / "gongkai"


def build(folder: Path) -> Sample:
    """The public bundle of everything and the reviewers' bundle of one township."""
    site = folder / "site"
    for name in ("data", "content", "theme_overrides"):
        shutil.copytree(ROOT / name, site / name)
    shutil.copy(ROOT / "mkdocs.yml", site)
    sample = Sample(folder)
    templates = {}
    for audience, townships in ((Audience.PUBLIC, ()), (Audience.REVIEW, ("anping",))):
        asked = Site(site, TODAY, townships)
        records, _ = pipeline.check(asked)
        made = pipeline.bundle(asked, records, audience, site / "build", folder / f"{audience.value}.zip")
        with zipfile.ZipFile(made) as archive:
            archive.extractall(folder / "审阅 包" / audience.value)
        planned = plan(disclose(records, audience, townships))
        templates[audience.value] = {page.path: page.template for page in planned}
    (folder / "templates.json").write_text(json.dumps(templates), "utf-8")
    return sample


def shared(base: Path) -> Sample:
    """The sample of this test run: the first worker builds it, the others wait for it. `base` is a worker's own."""
    common = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with FileLock(common / "sample.lock"):
        done = common / "sample.done"
        if not done.exists():
            build(common / "sample")
            done.touch()
    return Sample(common / "sample")
