"""Archived documents at the gate: nobody reads one before it is approved, and no original ever leaves the house."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.derive import derive
from generator.disclose import disclose
from generator.exchange.archive import archive
from generator.exchange.archive.shelving import shelf
from generator.leaks import find_leaks
from generator.load import load
from generator.model import Audience, Finding, LeakFound, Level, Publication, Records, Site, Withheld
from generator.model.record import Closure
from generator.pages import plan
from generator.records.archive import Archived
from generator.records.item import DisclosureItem
from generator.records.publication import PublicationRecord
from generator.rules import check
from generator.write import write
from tests.perturb import perturbed
from tests.sample.archive import DOCUMENTS, Document, write_archive
from tests.test_canaries import readable
from tests.world import REPOSITORY, TODAY, published

OUT, KEPT = "demo/archive/out", "demo/archive/kept"
IDENTITY = "11010519491231002X"
FOLDER = "content/demo/archive"
SECRET = "没有批准的一段话，鸬鹚飞过了三座桥。"
CELLS = ("鸬鹚一队", "七千八百元", "桥头收讫")
PUBLICATION = """\
- 编号: archive-out
  事项: [archived-materials]
  地方: demo
  公开主体: 河口镇党委
  记录: [archive/out]
  提出: {职务: 镇党政办主任, 日期: 2026-05-13}
  审核: {职务: 镇纪委书记, 日期: 2026-05-14, 保密审查: 是}
  审批: {职务: 镇党委书记, 日期: 2026-05-15}
  上网日期: 2026-05-18
  渠道: [网站]
"""


@dataclass(frozen=True)
class World:
    """The small site, with documents."""

    root: Path

    def put(self, name: str, body: str, labels: str = "") -> None:
        """A document with its original."""
        original = f"原件专用词{name}：{body}".encode("gb18030")
        path = self.root / FOLDER / "originals" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(original)
        front = (
            f"标题: 《{name}》旧事\n{labels}原件: originals/{name}.txt\n校验: {hashlib.sha256(original).hexdigest()}\n"
        )
        (self.root / FOLDER / f"{name}.md").write_text(f"---\n{front}---\n\n{body}\n", encoding="utf-8")

    @property
    def records(self) -> Records:
        records, findings = load(self.root)
        assert findings == []
        return derive(records, TODAY)

    def personal(self) -> list[Finding]:
        return [finding for finding in check(self.records) if finding.rule == "personal"]


def _catalogue_item() -> str:
    """The item as the repository's catalogue has it, without its laws, which the small site has not."""
    text = (REPOSITORY / "data/catalogue/items/basic.yml").read_text(encoding="utf-8")
    block = text.split("- 编号: archived-materials\n")[1].split("\n- 编号:")[0]
    start, end = block.index("  依据:"), block.index("  数据:")
    return f"\n- 编号: archived-materials\n{block[:start]}  依据: []\n{block[end:]}"


@pytest.fixture
def world(site: Path) -> World:
    """One document is published, one waits."""
    items = site / "data/catalogue/items/items.yml"
    items.write_text(items.read_text(encoding="utf-8") + _catalogue_item(), encoding="utf-8")
    acts = site / "data/townships/demo/publication.yml"
    acts.write_text(acts.read_text(encoding="utf-8") + "\n" + PUBLICATION, encoding="utf-8")
    made = World(site)
    made.put("out", "## 一、批准了的\n\n批准公开的一段话。", "日期: 2009\n署名: 河口镇党委\n")
    made.put("kept", f"## 一、等着的\n\n{SECRET}\n\n| 甲 | 乙 | 丙 |\n|---|---|---|\n| {' | '.join(CELLS)} |")
    return made


def test_an_approved_document_is_open_to_everybody(world: World) -> None:
    """All of it."""
    full = world.records.get(Archived, OUT)
    assert full is not None
    for audience in Audience:
        found = disclose(world.records, audience).get(Archived, OUT)
        assert found is not None
        for field in ("title", "subtitle", "byline", "day", "genre", "original", "digest", "body"):
            assert getattr(found, field) == getattr(full, field), (audience, field)


def test_without_approval_only_reviewers_read_it(world: World) -> None:
    """A file in the folder publishes nothing."""
    found = {audience: disclose(world.records, audience).find(KEPT) for audience in Audience}

    assert [audience for audience in Audience if found[audience]] == [Audience.REVIEW]


@pytest.mark.parametrize(
    ("change", "open_to"),
    [
        ({"approved": None}, {Audience.REVIEW}),
        ({"web": None}, {Audience.REVIEW}),
        ({"items": ("experience-materials",)}, {Audience.REVIEW}),
        ({"records": ("archive/kept",)}, {Audience.REVIEW}),
        ({}, set(Audience)),
    ],
)
def test_what_an_act_must_say(world: World, change: dict[str, Any], open_to: set[Audience]) -> None:
    """Approved, put on the web, under this item, naming this document."""
    records = world.records
    items = tuple(
        one.model_copy(update=change) if isinstance(one, PublicationRecord) and one.id == "archive-out" else one
        for one in records
    )
    changed = Records(items, records.sources, today=TODAY)

    assert {audience for audience in Audience if disclose(changed, audience).find(OUT)} == open_to


def test_without_the_item_nobody_reads_it(world: World) -> None:
    """Default closed, for reviewers too."""
    records = world.records
    items = tuple(one for one in records if not (isinstance(one, DisclosureItem) and one.data == "archive"))
    bare = Records(items, records.sources, today=TODAY)

    assert not any(disclose(bare, audience).of(Archived) for audience in Audience)


def test_a_document_may_close_a_part_of_itself(world: World) -> None:
    """The page then has everything else."""
    records = world.records
    closed = Closure.model_validate({"对象": "社会", "字段": ["署名", "原件"], "理由": "原作者不愿署名"})
    items = tuple(one.model_copy(update={"closures": (closed,)}) if one.key == OUT else one for one in records)
    edition = disclose(Records(items, records.sources, today=TODAY), Audience.PUBLIC)
    found = edition.get(Archived, OUT)

    assert found is not None
    assert isinstance(found.byline, Withheld)
    assert found.body
    assert any(page.path == "demo/archive/out.md" for page in plan(edition))


def _built(world: World, audience: Audience, folder: Path) -> Publication:
    """The site as it is handed out."""
    return published(Site(world.root, TODAY), world.records, audience, folder)


def _readable(folder: Path) -> str:
    return "\n".join(text for path in sorted(folder.rglob("*")) if path.is_file() for text in readable(path))


def test_no_byte_of_a_closed_document_or_of_an_original_goes_out(world: World, tmp_path: Path) -> None:
    """Neither text nor name nor digest, in pages, search index, manifest; the reviewers' site is the control."""
    public = _built(world, Audience.PUBLIC, tmp_path / "out")
    review = _built(world, Audience.REVIEW, tmp_path / "out")
    everything, reviewed = _readable(public.site), _readable(review.site)
    kept = world.records.get(Archived, KEPT)
    assert kept is not None

    for word in (SECRET, *CELLS, "等着的", "《kept》", kept.digest, "archive/kept"):
        assert word not in everything
        assert word in reviewed
    assert "批准公开的一段话" in everything
    for text in (everything, reviewed):
        assert "原件专用词" not in text
    paths = [path for site in (public.site, review.site) for path in site.rglob("*")]
    suffixes = {path.suffix for path in paths if not path.name.startswith("releases-")}  # the chain
    assert not suffixes & {".txt", ".docx", ".yml"}


@pytest.mark.parametrize("planted", [SECRET, "".join(f"<td>{cell}</td>\n" for cell in CELLS)])
def test_the_leak_scan_knows_the_text(world: World, planted: str, tmp_path: Path) -> None:
    """A paragraph, and a table's row across its cells, planted in a finished page."""
    public = _built(world, Audience.PUBLIC, tmp_path / "out")
    page = next(public.site.rglob("out.html"))
    page.write_text(page.read_text(encoding="utf-8").replace("</p>", f"{planted}</p>", 1), encoding="utf-8")

    assert [finding.record for finding in find_leaks(public, world.records, [public.site])] == [KEPT]


def test_ordinary_words_of_a_closed_document_are_no_leak(world: World, tmp_path: Path) -> None:
    """A year, a heading such as 公开情况: every page has them, and they tell nothing."""
    world.put("kept", "## 2026年8月7日\n\n## 公开情况\n\n| 上一期 | 2026年 |\n|---|---|\n| 详情 | 逐项看 |")

    try:
        _built(world, Audience.PUBLIC, tmp_path / "out")
    except LeakFound as leak:  # pragma: no cover - the failure, in short
        pytest.fail(str(leak)[:500])


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (f"\n第一段\n\n他的身份证号是{IDENTITY}。\n", 11),
        (f"| 姓名 | 证件 |\n|---|---|\n| 张某 | {IDENTITY} |\n", 10),
        (f"## {IDENTITY}\n", 8),
        ("号码110105194912\\-31002**X**\n", 8),
    ],
)
def test_a_private_number_is_an_error_at_its_line(world: World, body: str, line: int) -> None:
    """Also in a table, in a heading, and between marks; the number itself is not repeated."""
    world.put("out", body, "日期: 2009\n")
    (found,) = world.personal()

    assert (found.level, found.where.file, found.where.line) == (Level.ERROR, f"{FOLDER}/out.md", line)
    assert IDENTITY not in f"{found.message}{found.hint}"


def test_digests_are_no_telephone_numbers(world: World) -> None:
    """Sixty-four digits of a hash look like anything."""
    records = world.records
    found = records.get(Archived, OUT)
    assert found is not None
    odd = found.model_copy(update={"digest": "a13912345678b" + "0" * 51})

    assert [one for one in check(Records((odd,), today=TODAY)) if one.rule == "personal"] == []


@pytest.mark.parametrize("seed", range(3))
def test_the_public_pages_are_the_same_whatever_waits(world: World, seed: int, tmp_path: Path) -> None:
    """Non-interference: every word of the closed document replaced."""
    raw, _ = load(world.root)
    public = disclose(derive(raw, TODAY), Audience.PUBLIC)
    touched: list[str] = []
    rng = random.Random(seed)

    def other(where: str, old: Any) -> Any:
        touched.append(where)
        return "".join(rng.choices("天地玄黄宇宙洪荒", k=9)) if isinstance(old, str) else old

    changed = derive(perturbed(raw, public, other), TODAY)

    assert any(where.startswith(f"{KEPT}.正文") for where in touched)
    assert _pages(world.records, tmp_path / "a") == _pages(changed, tmp_path / "b")


def _pages(records: Records, folder: Path) -> dict[str, bytes]:
    edition = disclose(records, Audience.PUBLIC)
    docs = write(edition, plan(edition), folder).docs
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


def test_the_sample_has_two_published_documents_and_one_that_waits(tmp_path: Path) -> None:
    """Made by the script, byte for byte, originals too; read without a finding."""
    write_archive(tmp_path)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(REPOSITORY) for path in REPOSITORY.glob("content/*/archive/**/*") if path.is_file()}
    records, findings = load(REPOSITORY)
    records = derive(records, TODAY)
    seen = {audience: {one.key for one in disclose(records, audience).of(Archived)} for audience in Audience}

    assert set(made) == kept
    assert [path for path, data in made.items() if (REPOSITORY / path).read_bytes() != data] == []
    assert [finding for finding in findings if finding.rule == "archive"] == []
    assert seen[Audience.PUBLIC] == {"anping/archive/experience-2009", "anping/archive/speech-2018"}
    assert seen[Audience.REVIEW] - seen[Audience.PUBLIC] == {"gaoyuan/archive/work-report-2014"}


@pytest.mark.parametrize("sample", DOCUMENTS, ids=lambda document: document.id)
def test_the_importer_makes_of_the_originals_what_the_sample_has(sample: Document, tmp_path: Path) -> None:
    """What one half writes, the other reads: nothing to say, and the same words."""
    (tmp_path / "data" / "townships" / sample.township).mkdir(parents=True)
    original = tmp_path / f"{sample.id}{sample.suffix}"
    original.write_bytes(sample.original)
    archive(original, shelf(tmp_path, sample.township), key=sample.id)
    records, findings = load(tmp_path)
    (found,) = records.of(Archived)
    kept = load(REPOSITORY)[0].get(Archived, found.key)

    assert [finding for finding in findings if finding.where.file != "data"] == []
    assert kept is not None
    for field in ("title", "subtitle", "byline", "day", "original", "digest", "body"):
        assert getattr(found, field) == getattr(kept, field), field


def test_originals_are_left_as_they_are_by_git() -> None:
    """A changed line end would be a changed original."""
    lines = (REPOSITORY / ".gitattributes").read_text(encoding="utf-8").splitlines()

    assert "content/*/archive/originals/* binary" in lines
    assert lines.index("content/*/archive/originals/* binary") > lines.index("* text=auto eol=lf")


def test_findings_of_other_townships_stay_with_them(world: World) -> None:
    """Who asks for one township is not stopped by the archive of another."""
    (world.root / "content/liyuan/archive").mkdir(parents=True)
    (world.root / "content/liyuan/archive/bad.md").write_text("不是存档", encoding="utf-8")
    told: Callable[..., list[str]] = lambda *names: [  # noqa: E731
        finding.where.file for finding in pipeline.check(Site(world.root, TODAY, names))[1] if finding.rule == "archive"
    ]

    assert told("demo") == []
    assert told() == told("liyuan") == ["content/liyuan/archive/bad.md"]
