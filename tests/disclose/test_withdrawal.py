"""What was withdrawn is taken away from everybody but reviewers, and everybody is told when and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.leaks import find_leaks
from generator.load import load
from generator.model import Audience, DutyState, Edition, Record, Records
from generator.model.record import Closure
from generator.pages import plan
from generator.records.finance import Finance
from generator.records.publication import Announcement, Correction, PublicationRecord, Withdrawal
from generator.write import write
from tests import world
from tests.perturb import perturbed
from tests.test_disclose import other_value

RAW, _ = load(world.ROOT)
DAY = date(2026, 9, 1)
READERS = (Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY)
SHEET = "demo/finance/shanghe-2026-07"
CASH = "demo/publication/shanghe-2026-07-cash"
NOTICE = "demo/publication/shanghe-2026-q3-affairs"
ORGANISATIONS = "demo/publication/shanghe-orgs"


def taken(day: date = DAY, reason: str = "电费重复入账") -> Withdrawal:
    return Withdrawal.model_validate({"日期": str(day), "理由": reason, "职务": "村党支部书记"})


def changed(key: str, today: date = world.TODAY, **changes: object) -> Records:
    """The small site with one publication otherwise than it is."""
    return derive(written(key, **changes), today)


def written(key: str, **changes: object) -> Records:
    """As somebody wrote it, before anything is worked out."""
    return replace(RAW, items=tuple(r.model_copy(update=changes) if r.key == key else r for r in RAW))


def pages(records: Records, audience: Audience, folder: Path) -> dict[str, str]:
    edition = disclose(records, audience)
    docs = write(edition, plan(edition), folder / "site").docs
    return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}


def publication(edition: Edition, key: str) -> PublicationRecord:
    found = edition.get(PublicationRecord, key)
    assert found is not None
    return found


@pytest.mark.parametrize("audience", READERS)
def test_its_records_are_taken_away_and_the_act_stays(audience: Audience) -> None:
    """Title, days and the reason can be read; text, pictures, objections and corrections cannot."""
    edition = disclose(changed(CASH, withdrawn=taken()), audience)
    act = publication(edition, CASH)

    assert edition.get(Finance, SHEET) is None
    assert [one.key for one in edition.gone] == [SHEET]
    assert act.withdrawn == taken()
    assert (act.posted, act.web) == (date(2026, 8, 7), date(2026, 8, 7))
    assert not any((act.text, act.attachments, act.objections, act.corrections, act.exempt))
    assert not edition.files.keys() & {"demo/board-2026-07.png"}


def test_reviewers_read_everything_as_before() -> None:
    """They also have to know what was withdrawn and why."""
    edition = disclose(changed(CASH, withdrawn=taken()), Audience.REVIEW)

    assert edition.get(Finance, SHEET) is not None
    assert publication(edition, CASH).corrections
    assert edition.gone == ()


@pytest.mark.parametrize(("day", "there"), [(date(2026, 8, 31), True), (DAY, False)])
def test_it_is_taken_away_on_its_day(day: date, there: bool) -> None:
    """Not before; today is an argument."""
    edition = disclose(changed(CASH, day, withdrawn=taken()), Audience.PUBLIC)

    assert (edition.get(Finance, SHEET) is not None) is there
    assert (edition.gone == ()) is there


def test_what_nobody_could_read_yet_is_not_told_of() -> None:
    """Withdrawn before its day on the web: the open web never knew of it; the village did."""
    records = changed(CASH, withdrawn=taken(date(2026, 8, 20)), web=date(2026, 8, 21))

    assert disclose(records, Audience.PUBLIC).get(PublicationRecord, CASH) is None
    assert publication(disclose(records, Audience.VILLAGE), CASH).withdrawn
    assert (
        disclose(changed(CASH, withdrawn=taken(), approved=None), Audience.VILLAGE).get(PublicationRecord, CASH) is None
    )


def test_its_record_stays_while_another_publication_releases_it() -> None:
    """Published again after the withdrawal: the page is there, the address is not gone."""
    first = RAW.find(CASH)
    assert isinstance(first, PublicationRecord)
    again = first.model_copy(
        update={"id": "again", "posted": date(2026, 9, 3), "web": date(2026, 9, 3), "removed": None}
    )
    withdrawn = first.model_copy(update={"withdrawn": taken()})
    items = (*(withdrawn if r.key == CASH else r for r in RAW), again)
    edition = disclose(derive(replace(RAW, items=items), world.TODAY), Audience.PUBLIC)

    assert edition.get(Finance, SHEET) is not None
    assert edition.gone == ()
    assert {d.state for d in edition.duties if d.publication == "demo/publication/again"} == {DutyState.LATE}


def test_the_duty_stands_open_again_and_says_why() -> None:
    """For every reader."""
    for audience in Audience:
        edition = disclose(changed(CASH, withdrawn=taken()), audience)
        (cash,) = (
            d
            for d in edition.duties
            if d.item == "finance-cash" and d.place == "shanghe" and str(d.period) == "2026年7月"
        )

        assert (cash.state, cash.reason, cash.about) == (DutyState.OVERDUE, "2026-09-01 撤回 电费重复入账", CASH)


def test_a_decision_that_was_withdrawn_is_still_owed() -> None:
    """Readers who knew of it do not see the duty vanish."""
    act = "demo/publication/shanghe-canal"
    edition = disclose(changed(act, withdrawn=taken()), Audience.PUBLIC)
    (duty,) = (d for d in edition.duties if d.record == "demo/procedure/shanghe-canal")

    assert edition.find(duty.record) is None
    assert duty.state is DutyState.OVERDUE


# ------------------------------------------------------------------------------------------------------------- pages


@pytest.mark.parametrize("audience", READERS)
@pytest.mark.parametrize(
    ("key", "addresses"),
    [
        (CASH, ["demo/shanghe/finance/shanghe-2026-07.md"]),
        (NOTICE, ["demo/shanghe/notices/shanghe-2026-q3-affairs.md"]),
        ("demo/publication/shanghe-canal", ["demo/shanghe/procedure/shanghe-canal.md"]),
        (
            ORGANISATIONS,
            ["demo/shanghe/organisation/shanghe-committee.md", "demo/shanghe/organisation/shanghe-coop.md"],
        ),
    ],
)
def test_every_address_stays_and_tells(audience: Audience, key: str, addresses: list[str], tmp_path: Path) -> None:
    """Whoever has bookmarked it reads when it was withdrawn and why."""
    day = date(2026, 10, 15)
    told = pages(changed(key, withdrawn=taken(day)), audience, tmp_path)

    for path in addresses:
        assert "（已撤回）" in told[path].splitlines()[1]
        assert "2026年10月15日撤回，理由：电费重复入账（村党支部书记批准）" in told[path]
        assert "仍在公开栏" not in told[path]


@pytest.mark.parametrize("audience", READERS)
@pytest.mark.parametrize("key", [CASH, NOTICE, "demo/publication/shanghe-canal", ORGANISATIONS])
def test_nothing_of_what_was_withdrawn_can_be_read(audience: Audience, key: str, tmp_path: Path) -> None:
    """The second look finds nothing of it in the finished Markdown, and the look can see."""
    records = changed(key, withdrawn=taken())
    edition = disclose(records, audience)
    new = write(edition, plan(edition), tmp_path / "after")
    before = disclose(derive(RAW, world.TODAY), audience)
    old = write(before, plan(before), tmp_path / "before")

    assert find_leaks(new, records, [new.docs]) == []
    assert find_leaks(new, records, [old.docs]) != []


@pytest.mark.parametrize("audience", READERS)
def test_two_sites_that_differ_only_in_what_was_withdrawn_look_the_same(audience: Audience, tmp_path: Path) -> None:
    """No page, list or file name can tell."""
    records = changed(CASH, withdrawn=taken())
    other = derive(
        perturbed(written(CASH, withdrawn=taken()), disclose(records, audience), other_value(7)), world.TODAY
    )

    assert pages(records, audience, tmp_path / "one") == pages(other, audience, tmp_path / "two")


# ------------------------------------------------------------------------------------- what corrections and plans tell


def correction(field: str, record: str | None = None) -> Correction:
    labels = {"日期": "2026-08-12", "更正项": field, "原为": "甲乙丙丁", "改为": "子丑寅卯", "理由": "写错"}
    return Correction.model_validate(labels | ({"记录": record} if record else {}))


def quoted(audience: Audience, one: Correction, **changes: object) -> list[str]:
    edition = disclose(changed(CASH, corrections=(one,), **changes), audience)
    return [str(shown.new) for shown in publication(edition, CASH).corrections]


@pytest.mark.parametrize(
    ("field", "public", "review"),
    [
        ("期末结存", ["子丑寅卯"], ["子丑寅卯"]),
        ("支出第1笔的经手人", ["—"], ["子丑寅卯"]),
        ("路灯电费", ["子丑寅卯"], ["子丑寅卯"]),
    ],
)
def test_a_correction_is_as_open_as_what_it_corrects(field: str, public: list[str], review: list[str]) -> None:
    """That something was corrected stays; the values of a closed field do not."""
    assert quoted(Audience.PUBLIC, correction(field)) == public
    assert quoted(Audience.REVIEW, correction(field)) == review


def test_of_a_record_that_is_closed_not_even_a_correction_is_told() -> None:
    """Neither where it is named nor where it is the only one."""
    sheet = RAW.find(SHEET)
    assert isinstance(sheet, Finance)
    closed = sheet.model_copy(update={"closures": (Closure.model_validate({"对象": "社会", "理由": "核对"}),)})
    for one in (
        correction("期末结存"),
        correction("期末结存", "finance/shanghe-2026-07"),
        correction("名称", "place/no"),
    ):
        act = RAW.find(CASH)
        assert isinstance(act, PublicationRecord)
        new: dict[str, Record] = {CASH: act.model_copy(update={"corrections": (one,)}), SHEET: closed}
        records = derive(replace(RAW, items=tuple(new.get(r.key, r) for r in RAW)), world.TODAY)

        assert publication(disclose(records, Audience.PUBLIC), CASH).corrections == ()


def test_announcements_are_told_before_anything_is_approved() -> None:
    """The day and the word, not the draft; its reasons stay inside."""
    draft = "demo/publication/xiahe-2026-08-cash"
    line = Announcement.model_validate({"日期": "2026-09-09", "状态": "计划", "公开日期": "2026-10-25", "理由": "对账"})
    records = changed(draft, announcements=(line,))
    public, review = (disclose(records, audience) for audience in (Audience.PUBLIC, Audience.REVIEW))

    def duty(edition: Edition) -> tuple[object, ...]:
        (found,) = (
            d
            for d in edition.duties
            if d.item == "finance-cash" and d.place == "xiahe" and str(d.period) == "2026年8月"
        )
        return found.planned, found.announced, found.reason

    assert public.get(PublicationRecord, draft) is None
    assert duty(public) == (date(2026, 10, 25), "计划", "")
    assert duty(review) == (date(2026, 10, 25), "计划", "还没有审批")
