"""A person may answer for a finding: one, named, with a reason — and whatever is doubtful about that changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator import acceptances, pipeline
from generator.acceptances import accept
from generator.model import Explanation, Finding, Level, Records, Site, Where
from generator.parts import checking
from generator.records import TOWNSHIP_KINDS
from generator.records.acceptance import Acceptance
from generator.records.organisation import Organisation
from tests.rules.worlds import TODAY, line, world

FILE = "data/townships/anping/organisation.yml"
RECORD = "anping/organisation/branch"
BRANCH = Organisation.model_construct(township="anping", id="branch")
EXPLAINED = {
    "rhythm": Explanation("活动缺少", "", "", "", "", ""),
    "personal": Explanation("个人信息", "", "", "", "", "", acceptable=False),
    acceptances.NAME: acceptances.EXPLANATION,
}
GIVEN = {
    "@乡镇": "anping",
    "编号": "one",
    "规则": "rhythm",
    "记录": "organisation/branch",
    "理由": "支部书记住院",
    "职务": "镇党委组织委员",
    "日期": "2026-07-10",
}


def acceptance(**changes: str | None) -> Acceptance:
    return Acceptance.model_validate({label: v for label, v in {**GIVEN, **changes}.items() if v is not None})


def found(message: str = "党课:2026年第2季度没有记录", **changes: object) -> Finding:
    given = {"rule": "rhythm", "level": Level.WARNING, "where": Where(FILE, 3, 7), "record": RECORD}
    return Finding(message=message, **(given | changes))  # type: ignore[arg-type]


def entered(findings: list[Finding], *given: Acceptance) -> tuple[list[str], list[str]]:
    """(ids of the acceptances by finding, what is said of the acceptances: `level message`)."""
    after = accept(Records((BRANCH, *given), today=TODAY), findings, EXPLAINED)
    said = [f"{f.level.value} {f.message}" for f in after if f.rule == acceptances.NAME]
    return [f.accepted.rpartition("/")[2] for f in after if f.rule != acceptances.NAME], said


def test_a_finding_is_accepted_and_stays() -> None:
    """It keeps its words and its level, and knows who answers for it."""
    finding = found()

    (after,) = accept(Records((acceptance(),), today=TODAY), [finding], EXPLAINED)

    assert after.accepted == "anping/acceptance/one"
    assert (after.message, after.level, after.where) == (finding.message, finding.level, finding.where)


def test_an_accepted_error_stops_nothing() -> None:
    """Neither a build nor, as a warning, a strict one."""
    for level in (Level.ERROR, Level.WARNING):
        after = accept(Records((acceptance(),), today=TODAY), [found(level=level)], EXPLAINED)
        assert pipeline.blocks([found(level=level)], strict=True)
        assert not pipeline.blocks(after, strict=True)


UNFIT: dict[str, tuple[dict[str, str | None], str]] = {
    "unknown rule": ({"规则": "rythm"}, "error 没有“rythm”这条规则"),
    "nobody may answer": ({"规则": "personal"}, "error “个人信息”(personal)的错误不能接受"),
    "its own rule": ({"规则": "acceptances"}, "error “接受得不对”(acceptances)的错误不能接受"),
    "no post": ({"职务": None}, "error 没有写谁同意的,不算接受"),
    "about nothing": ({"记录": None}, "error 没有写接受的是哪一处"),
    "ends before it begins": ({"至": "2026-07-09"}, "error “至”(2026-07-09)在同意的日期(2026-07-10)以前"),
    "in the future": ({"日期": "2026-10-21"}, "warning 同意的日期 2026-10-21 还没到,现在不算接受"),
    "expired": ({"至": "2026-10-19"}, "warning 接受到 2026-10-19 为止,已经过期"),
    "other words": ({"内容": "主题党日"}, "warning 这条接受没有用上:没有查出它说的问题"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_what_is_doubtful_accepts_nothing(case: str) -> None:
    """The finding is as it was, and the acceptance is one more."""
    changes, said = UNFIT[case]
    number = found(rule="personal", message="这里有一个身份证号", level=Level.ERROR)
    findings = [found(), number, found(rule="acceptances", message="过期")]

    accepted = accept(Records((BRANCH, acceptance(**changes)), today=TODAY), findings, EXPLAINED)

    assert [f.accepted for f in accepted] == [""] * 4
    assert f"{accepted[-1].level.value} {accepted[-1].message}" == said
    assert accepted[-1].hint


def test_only_what_is_doubtful_of_a_person_is_accepted() -> None:
    """What only looks like a number may be that of a contract; the number of a person nobody answers for."""
    certain = found("这里有一个银行卡号", rule="personal", level=Level.ERROR)
    likely = found("这里像是一个银行卡号", rule="personal")
    closed = "error “个人信息”(personal)的错误不能接受"

    assert entered([likely], acceptance(规则="personal")) == (["one"], [])
    assert entered([certain], acceptance(规则="personal")) == ([""], [closed])
    assert entered([certain, likely], acceptance(规则="personal", 内容="像是")) == (["", "one"], [])
    assert entered([certain, likely], acceptance(规则="personal", 内容="银行卡号")) == (["", ""], [closed])
    assert entered(
        [found(message="同一句", rule="personal", level=level) for level in Level],
        acceptance(规则="personal", 内容="同一句"),
    ) == ([""] * 3, [closed])


def test_an_acceptance_of_a_doubt_that_is_mended_is_only_unused() -> None:
    """It does not stop a build."""
    assert entered([], acceptance(规则="personal")) == ([], ["warning 这条接受没有用上:没有查出它说的问题"])


def test_the_last_day_still_counts() -> None:
    assert entered([found()], acceptance(日期="2026-10-20", 至="2026-10-20")) == (["one"], [])


def test_an_acceptance_answers_for_one_finding() -> None:
    """Of several it must say which; saying what several have in common is not enough."""
    several = [found("党课:2026年第2季度没有记录"), found("主题党日:2026年2月没有记录")]

    wide = "error 这条接受指着2处,一条只能接受一处,一处也没有接受"
    assert entered(several, acceptance()) == (["", ""], [wide])
    assert entered(several, acceptance(内容="没有记录")) == (["", ""], [wide])
    assert entered(several, acceptance(内容="主题党日")) == (["", "one"], [])
    assert entered(several, acceptance(内容="主题党日"), acceptance(编号="two", 内容="党课")) == (["two", "one"], [])


def test_the_same_words_of_several_lines_are_one_matter() -> None:
    """Once the acceptance says the words: nothing else could tell them apart."""
    same = [found(where=Where(FILE, number, 1)) for number in (1, 2)]

    assert entered(same, acceptance(内容="党课")) == (["one", "one"], [])
    assert entered(same, acceptance())[0] == ["", ""]


def test_words_are_compared_as_a_reader_sees_them() -> None:
    """Whether they were copied from a terminal (half-width marks) or from a page (full-width ones)."""
    assert entered([found()], acceptance(内容="党课：２０２６年 第2季度"))[0] == ["one"]


def test_the_second_acceptance_of_a_finding_is_too_many() -> None:
    accepted, said = entered([found()], acceptance(), acceptance(编号="two"))

    assert accepted == ["one"]
    assert said == ["warning 接受“one”已经说过这一处了"]


def test_it_does_not_reach_into_another_township() -> None:
    """Neither by a record of the same name nor by a file, however it is written."""
    other = "data/townships/haibin/organisation.yml"
    theirs = [
        found(record="haibin/organisation/branch", where=Where(other, 3, 7)),
        found(record="", where=Where(other)),
    ]
    ways = [*({"记录": None, "文件": f} for f in (other, "organisation.yml", "../haibin/organisation.yml")), {}]

    for way in ways:
        assert entered(theirs, acceptance(**way))[0] == ["", ""]  # type: ignore[arg-type]


@pytest.mark.parametrize("file", [FILE, "organisation.yml"])
def test_without_a_record_the_file_says_where(file: str) -> None:
    assert entered([found(record="")], acceptance(记录=None, 文件=file)) == (["one"], [])


def test_an_acceptance_of_a_record_that_is_not_there_is_said_once() -> None:
    """By the rule on references, not by this one as well."""
    assert entered([], acceptance(记录="organisation/gone")) == ([], [])


def test_nobody_but_the_one_township_sees_it_unused(tmp_path: Path) -> None:
    """`--township` leaves out the findings of others, and what is said of their acceptances."""
    world("_base", tmp_path)
    text = "- {编号: one, 规则: rhythm, 记录: place/liucun, 理由: 试, 职务: 镇长, 日期: 2026-01-01}\n"
    (tmp_path / "data/townships/anping/acceptance.yml").write_text(text, encoding="utf-8")
    (tmp_path / "data/townships/other").mkdir()
    place = "- {编号: other, 名称: 示例乡, 级别: 乡镇, 上级: county}\n"
    (tmp_path / "data/townships/other/place.yml").write_text(place, encoding="utf-8")

    def said(*townships: str) -> list[str]:
        findings = pipeline.check(Site(tmp_path, TODAY, townships))[1]
        return [line(f) for f in findings if f.rule == acceptances.NAME]

    assert len(said()) == len(said("anping")) == 1
    assert said("other") == []


def test_the_same_wrong_at_the_same_place_is_said_once() -> None:
    """As the worst level has it, whatever the hint; at another column it is another."""
    twice = [found(hint="一"), found(hint="二", level=Level.ERROR), found(where=Where(FILE, 3, 8))]

    once = checking.once(twice)

    assert [(f.level, f.where.column) for f in once] == [(Level.ERROR, 7), (Level.WARNING, 8)]


def test_acceptances_of_the_sample_hold() -> None:
    """Each is used, and what it says is still found."""
    root = Path(__file__).parent.parent
    records, findings = pipeline.check(Site(root, date(2026, 10, 20)))
    keys = {record.key for record in records.of(Acceptance)}

    assert keys
    assert {f.accepted for f in findings if f.accepted} == keys
    assert [line(f) for f in findings if f.rule == acceptances.NAME] == []


def test_no_item_can_open_it_by_accident() -> None:
    """The family is one of the townships', so the catalogue could; the sample's does not."""
    assert Acceptance in TOWNSHIP_KINDS
    records, _ = pipeline.check(Site(Path(__file__).parent.parent, date(2026, 10, 20)))
    assert "acceptance" not in {getattr(item, "data", None) for item in records}
