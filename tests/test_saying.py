"""Findings quote records: what is closed even to reviewers must not come back to them in a message."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.disclose import disclose, saying
from generator.leaks import find_leaks
from generator.model import Audience, Edition, Explanation, Finding, Level, Records, Where, Withheld
from generator.model.record import Closure
from generator.pages import findings as page
from generator.records.acceptance import Acceptance
from generator.records.finance import Finance
from generator.write import write

FILE = "data/townships/demo/finance/2026-q3.yml"
REMARK = "会计说电费单据丢了两张要等补开"
SECRET = Decimal("71234.56")
MANUAL = {"sums": Explanation("合计不对", "", "", "", "", ""), "acceptances": Explanation("接受", "", "", "", "", "")}


@pytest.fixture
def sheet(world_records: Records) -> Finance:
    return world_records.of(Finance)[0]


@pytest.fixture
def closing(world_records: Records, sheet: Finance) -> Callable[..., Records]:
    """The small site in which one sheet has a remark and closes these fields even to reviewers, with findings."""

    def close(fields: tuple[str, ...], *findings: Finding, acceptances: tuple[Acceptance, ...] = ()) -> Records:
        closure = Closure.model_validate({"对象": "审阅", "字段": list(fields), "理由": "在查"})
        closed = sheet.model_copy(
            update={"remark": REMARK, "closing": SECRET, "closures": (closure,) if fields else ()}
        )
        items = tuple(closed if record.key == sheet.key else record for record in world_records)
        return replace(world_records, items=(*items, *acceptances), findings=findings, manual=MANUAL)

    return close


def found(message: str, record: str, **changes: object) -> Finding:
    given = {"rule": "sums", "level": Level.WARNING, "where": Where(FILE, 3, 5)}
    return Finding(message=message, record=record, **(given | changes))  # type: ignore[arg-type]


def review(records: Records) -> Edition:
    return disclose(records, Audience.REVIEW)


def text(edition: Edition, folder: Path) -> str:
    """The findings pages, as Markdown with the entities undone."""
    docs = write(edition, page.pages(edition), folder).docs
    return html.unescape("".join(path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))))


@pytest.mark.parametrize("quoted", [REMARK, REMARK[:12] + "…", REMARK[5:11], REMARK.replace("电", " 电")])
def test_a_closed_text_takes_the_words_away(
    closing: Callable[..., Records], sheet: Finance, quoted: str, tmp_path: Path
) -> None:
    """Quoted whole, cut as messages cut it, or a piece of it; the rule, the file and the line stay."""
    records = closing(("备注",), found(f"备注写着“{quoted}”,不合", sheet.key, hint="删去"))
    edition = review(records)

    (finding,) = edition.findings
    assert (finding.message, finding.hint) == ("", "")
    assert (finding.rule, finding.where.line, finding.record) == ("sums", 3, sheet.key)
    shown = text(edition, tmp_path)
    assert quoted not in shown
    assert "合计不对：这里引用了审阅人也不能看的资料" in shown


def test_in_the_hint_as_well(closing: Callable[..., Records], sheet: Finance) -> None:
    (finding,) = review(closing(("备注",), found("不合", sheet.key, hint=f"删去{REMARK}"))).findings

    assert finding.hint == ""


def test_a_message_about_what_reviewers_may_read_is_whole(closing: Callable[..., Records], sheet: Finance) -> None:
    """The same words while the remark is open to them; other words while it is closed."""
    told = found(f"备注写着“{REMARK}”,不合", sheet.key)
    other = found("收入各行相加是 22,727.12,收入合计写的是别的", sheet.key)

    assert review(closing((), told)).findings == (told,)
    assert review(closing(("备注",), other)).findings == (other,)


@pytest.mark.parametrize("write_it", ["{:,.2f}", "{}", "{:.2f}"])
def test_a_closed_amount_takes_the_words_away(closing: Callable[..., Records], sheet: Finance, write_it: str) -> None:
    """However it is grouped; an amount that is not the record's stays."""
    records = closing(
        ("期末结存",),
        found(f"期末结存{write_it.format(SECRET)}不对", sheet.key),
        found(f"期末结存{write_it.format(SECRET + 1)}不对", sheet.key),
    )

    assert [bool(finding.message) for finding in review(records).findings] == [False, True]


def test_what_is_closed_as_a_whole_is_not_even_named(world_records: Records, sheet: Finance) -> None:
    """A message about it could say anything of it: nothing is said but rule and line."""
    closed = sheet.model_copy(update={"closures": (Closure.model_validate({"对象": "审阅", "理由": "在查"}),)})
    items = tuple(closed if record.key == sheet.key else record for record in world_records)
    records = replace(world_records, items=items, findings=(found("说了什么", sheet.key),))

    (finding,) = review(records).findings
    assert (finding.message, finding.record) == ("", "")


def test_a_closed_value_of_another_record_is_no_better(closing: Callable[..., Records], sheet: Finance) -> None:
    """Two records that say the same word for word: the message about the one quotes the other."""
    other = next(record for record in closing(()).of(Finance) if record.key != sheet.key)

    (finding,) = review(closing(("备注",), found(f"与{REMARK}一字不差", other.key))).findings
    assert finding.message == ""


def test_of_what_was_never_read_nothing_is_quoted(closing: Callable[..., Records]) -> None:
    """A comment, a value that is no number: nobody knows whether reviewers may read it."""
    findings = [found("“#张某欠款”当作注释,没有读入", key, hint="写成“a“b”c”") for key in ("", "demo/finance/gone")]

    assert [(f.message, f.hint) for f in review(closing((), *findings)).findings] == [
        ("……当作注释,没有读入", "写成……")
    ] * 2


def test_an_acceptance_must_not_tell_it_either(closing: Callable[..., Records], sheet: Finance, tmp_path: Path) -> None:
    """Its reason is held back when it holds a closed value; what it closes of itself is closed."""
    given = {"@乡镇": "demo", "规则": "sums", "记录": f"finance/{sheet.id}", "职务": "镇纪委书记", "日期": "2026-10-01"}
    acceptances = tuple(
        Acceptance.model_validate(given | more)
        for more in (
            {"编号": "tells", "理由": f"因为{REMARK}"},
            {"编号": "fine", "理由": "账本如此"},
            {"编号": "part", "理由": "内部的原因", "不公开": [{"对象": "审阅", "字段": ["理由"], "理由": "内部"}]},
            {"编号": "whole", "理由": "更内部的原因", "不公开": [{"对象": "审阅", "理由": "内部"}]},
        )
    )
    finding = found("合计不对", sheet.key, accepted="demo/acceptance/tells")
    edition = review(closing(("备注",), finding, acceptances=acceptances))
    shown = text(edition, tmp_path)

    assert {a.id: isinstance(a.reason, Withheld) for a in edition.of(Acceptance)} == {
        "tells": True,
        "fine": False,
        "part": True,
    }
    assert "账本如此" in shown
    assert not [word for word in (REMARK, "内部的原因") if word in shown]


def test_the_leak_scan_is_silent_with_the_guard_and_loud_without(
    closing: Callable[..., Records], sheet: Finance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a message that tells a secret can never reach a bundle, whichever of the two is broken."""
    records = closing(("备注",), found(f"备注写着“{REMARK}”,不合", sheet.key))

    def leaks(name: str) -> list[Finding]:
        edition = review(records)
        publication = write(edition, page.pages(edition), tmp_path / name)
        return find_leaks(publication, records, [publication.docs])

    assert leaks("guarded") == []
    monkeypatch.setattr(saying, "_finding", lambda finding, closed: finding)
    assert [leak.record for leak in leaks("careless")] == [sheet.key]


def test_of_an_acceptance_only_a_persons_words_are_secret(
    closing: Callable[..., Records], sheet: Finance, tmp_path: Path
) -> None:
    """Its record is part of every link to the record's page, its quotation is made of words that pages print too."""
    given = {"@乡镇": "demo", "编号": "one", "规则": "sums", "日期": "2026-10-01", "职务": "镇纪委某某副书记"}
    more = {"记录": "finance/sheet-without-a-name", "内容": "2026年第7季度的党课", "理由": "只给审阅人看的一句话"}
    records = closing((), acceptances=(Acceptance.model_validate(given | more),))
    publication = write(disclose(records, Audience.PUBLIC), [], tmp_path)

    def leaks(words: str) -> int:
        (publication.docs / "a.md").write_text(words, encoding="utf-8")
        return len(find_leaks(publication, records, [publication.docs]))

    assert leaks("[八月](shanghe/finance/sheet-without-a-name.md) 2026年第7季度的党课") == 0
    assert leaks("只给审阅人看的一句话") == leaks("镇纪委某某副书记") == 1


@pytest.mark.parametrize("audience", [a for a in Audience if a is not Audience.REVIEW])
def test_nobody_else_reads_any_findings(closing: Callable[..., Records], sheet: Finance, audience: Audience) -> None:
    given = {"@乡镇": "demo", "编号": "one", "规则": "sums", "理由": "无", "职务": "镇长", "日期": "2026-10-01"}
    records = closing((), found("不合", sheet.key), acceptances=(Acceptance.model_validate(given),))
    edition = disclose(records, audience)

    assert edition.findings == ()
    assert edition.of(Acceptance) == ()
    assert list(page.pages(edition)) == []


def test_only_of_the_townships_asked_for(closing: Callable[..., Records], sheet: Finance) -> None:
    """And what concerns all of them."""
    elsewhere = replace(found("甲", ""), where=Where("data/townships/other/place.yml", 1))
    everywhere = replace(found("乙", ""), where=Where("data/catalogue/laws/a.yml", 1))
    records = closing((), found("丙", sheet.key), elsewhere, everywhere)

    assert [f.message for f in disclose(records, Audience.REVIEW, ("demo",)).findings] == ["丙", "乙"]
