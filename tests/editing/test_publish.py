"""`gongkai publish`: one stage after the other, nothing out of turn, and the file otherwise as it was."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from generator.mechanisms.fingerprints import fingerprints
from generator.records.finance import Finance
from generator.records.item import DisclosureItem
from generator.records.publication import PublicationRecord
from tests.editing.conftest import Run, checked

SEPTEMBER = ("publish", "finance/shanghe-2026-09")
COURSE = (
    ("提出", "--post", "村报账员", "--day", "2026-10-05"),
    ("审核", "--post", "村务监督委员会主任", "--day", "2026-10-08", "--secrecy"),
    ("审批", "--post", "村党支部书记", "--day", "2026-10-09"),
    ("上墙", "--day", "2026-10-10"),
    ("上网", "--day", "2026-10-12"),
)


def published(site: Path, name: str = "shanghe-finance-2026-09") -> PublicationRecord:
    records, _ = checked(site)
    found = records.get(PublicationRecord, f"demo/publication/{name}")
    assert found is not None
    return found


def changed(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """Lines that went and lines that came."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    came: list[bytes] = []
    gone: list[bytes] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += old[a:b]
            came += new[c:d]
    return gone, came


def test_the_whole_course_of_a_publication(run: Run, site: Path, unpublished: Path) -> None:
    """Each command adds its lines and touches no other; at the end the record is complete and the check finds nothing."""
    start, (_, errors) = unpublished.read_bytes(), checked(site)
    for stage, *words in COURSE:
        before = unpublished.read_bytes()
        said = run(*SEPTEMBER, "--stage", stage, *words)
        assert said.code == 0, said.err
        assert "publication.yml:" in said.out
        gone, came = changed(before, unpublished.read_bytes())
        assert (gone, bool(came)) == ([], True)
        assert all(line.endswith(b"\r\n") for line in came)
    gone, came = changed(start, unpublished.read_bytes())
    assert gone == []
    assert b"".join(came).count(b"\r\n") == 16

    one = published(site)
    records, now = checked(site)
    assert [str(finding) for finding in now] == [str(finding) for finding in errors]
    assert one.items == ("finance-cash", "finance-entries")
    assert (one.place, one.publisher, one.records) == ("shanghe", "上河村股份经济合作社", ("finance/shanghe-2026-09",))
    assert one.channels == ("公开栏", "网站")
    assert one.reviewed is not None
    assert one.reviewed.secrecy is True
    record = records.get(Finance, "demo/finance/shanghe-2026-09")
    assert record is not None
    items = [item for name in one.items if (item := records.get(DisclosureItem, f"item/{name}"))]
    assert [(p.record, p.fields) for p in one.fingerprints] == [
        ("finance/shanghe-2026-09", fingerprints(record, items))
    ]


def test_without_a_stage_it_says_what_is_next(run: Run, unpublished: Path) -> None:
    """And writes nothing."""
    before = unpublished.read_bytes()
    first = run(*SEPTEMBER)
    assert first.code == 0
    assert "还没有公开记录" in first.out
    assert "下一步:提出" in first.out
    assert unpublished.read_bytes() == before

    run(*SEPTEMBER, "--stage", *COURSE[0])
    assert "下一步:审核" in run(*SEPTEMBER).out
    assert "--secrecy" in run("publish", "shanghe-finance-2026-09").out


def test_dry_run_shows_the_lines_and_writes_nothing(run: Run, unpublished: Path) -> None:
    """As a unified diff."""
    before = unpublished.read_bytes()
    said = run(*SEPTEMBER, "--stage", *COURSE[0], "--dry-run")

    assert said.code == 0
    assert "+- 编号: shanghe-finance-2026-09" in said.out
    assert "+  提出: {职务: 村报账员, 日期: 2026-10-05}" in said.out
    assert unpublished.read_bytes() == before


def test_the_same_command_twice_does_nothing_the_second_time(run: Run, unpublished: Path) -> None:
    """And another day for the same stage is refused: what was signed is not changed by a command."""
    run(*SEPTEMBER, "--stage", *COURSE[0])
    before = unpublished.read_bytes()

    again = run(*SEPTEMBER, "--stage", *COURSE[0])
    assert (again.code, "已经写过了" in again.err) == (0, True)
    other = run(*SEPTEMBER, "--stage", "提出", "--post", "村报账员", "--day", "2026-10-06")
    assert (other.code, "已经写了(2026-10-05)" in other.err) == (2, True)
    assert "publication.yml:" in other.err
    assert unpublished.read_bytes() == before


@pytest.mark.parametrize(
    ("done", "words", "said"),
    [
        (0, ("审核", "--post", "主任", "--day", "2026-10-08"), "还没有提出"),
        (1, ("审批", "--post", "书记", "--day", "2026-10-08"), "还没有审核"),
        (2, ("上墙", "--day", "2026-10-10"), "还没有审批"),
        (2, ("上网", "--day", "2026-10-10"), "还没有审批"),
        (3, ("下墙", "--day", "2026-10-18"), "还没有上墙"),
        (1, ("审核", "--post", "主任", "--day", "2026-10-04"), "早于提出 2026-10-05"),
        (1, ("审核", "--post", "主任", "--day", "2026-10-21"), "在今天(2026-10-20)以后"),
        (3, ("上墙", "--day", "2026-10-08"), "早于审批 2026-10-09"),
        (3, ("上墙", "--day", "2026-10-25"), "--announce 2026-10-25"),
        (4, ("下墙", "--day", "2026-10-19"), "只公示了9天,至少要15天"),
        (0, ("提出", "--day", "2026-10-05"), "--post"),
    ],
)
def test_what_is_out_of_turn_is_refused(
    run: Run, unpublished: Path, done: int, words: tuple[str, ...], said: str
) -> None:
    """With what to do; nothing is written."""
    for stage in COURSE[:done]:
        assert run(*SEPTEMBER, "--stage", *stage).code == 0
    before = unpublished.read_bytes()
    answer = run(*SEPTEMBER, "--stage", *words)

    assert answer.code == 2
    assert said in answer.err
    assert unpublished.read_bytes() == before


def test_accounts_cannot_be_approved_before_their_period_has_ended(run: Run, unpublished: Path) -> None:
    """They are not complete before; a draft may be proposed."""
    first = run(*SEPTEMBER, "--stage", "提出", "--post", "村报账员", "--day", "2026-09-28", today="2026-09-29")
    assert first.code == 0, first.err
    early = run(*SEPTEMBER, "--stage", "审核", "--post", "主任", "--day", "2026-09-29", today="2026-09-29")

    assert early.code == 2
    assert "期末 2026-09-30" in early.err


def test_party_matters_need_the_look_at_secrecy(run: Run, demo: Path) -> None:
    """Said at the review, not after the posting."""
    path = demo / "publication.yml"
    text = path.read_text("utf-8")
    start = text.index("- 编号: shanghe-branch")
    end = text.find("\n- 编号", start)
    path.write_text(text[:start] + text[end + 1 :], "utf-8")
    words = ("publish", "organisation/shanghe-branch", "--item", "party-org")
    assert run(*words, "--stage", "提出", "--post", "组织委员", "--day", "2026-07-10").code == 0
    refused = run(*words, "--stage", "审核", "--post", "书记", "--day", "2026-07-11")

    assert (refused.code, "--secrecy" in refused.err) == (2, True)
    assert run(*words, "--stage", "审核", "--post", "书记", "--day", "2026-07-11", "--secrecy").code == 0


def test_taken_down_early_all_the_same(run: Run, site: Path, unpublished: Path) -> None:
    """The clerk may write what happened; the error stays visible in the check, and is said."""
    for stage in COURSE:
        run(*SEPTEMBER, "--stage", *stage)
    said = run(*SEPTEMBER, "--stage", "下墙", "--day", "2026-10-19", "--yes")

    assert said.code == 0, said.err
    assert "只公示了9天" in said.err
    assert published(site).removed is not None


def test_what_was_changed_between_board_and_web_is_noticed(run: Run, unpublished: Path, demo: Path) -> None:
    """The board and the web would say different things."""
    for stage in COURSE[:4]:
        run(*SEPTEMBER, "--stage", *stage)
    path = demo / "finance" / "2026-q3.yml"
    path.write_text(path.read_text("utf-8").replace("重阳节慰问老人", "重阳节慰问"), "utf-8")
    refused = run(*SEPTEMBER, "--stage", *COURSE[4])

    assert refused.code == 2
    assert "支出" in refused.err
    assert "gongkai correct" in refused.err


def test_announced_postponed_and_cancelled(run: Run, site: Path, unpublished: Path) -> None:
    """Lines are added, never changed; a new day needs a reason; a day after the deadline is said."""
    plan = (*SEPTEMBER, "--announce", "2026-10-12", "--day", "2026-10-01")
    assert run(*plan).code == 0
    assert (run(*plan).code, "已经这样预告过" in run(*plan).err) == (2, True)
    assert "--reason" in run(*SEPTEMBER, "--announce", "2026-10-18", "--day", "2026-10-11").err
    later = run(*SEPTEMBER, "--announce", "2026-10-18", "--day", "2026-10-11", "--reason", "打印机坏了", "--confirm")
    assert later.code == 0
    assert "期限" in later.err
    assert run(*SEPTEMBER, "--cancel", "--day", "2026-10-12", "--reason", "账目重新核对").code == 0

    lines = published(site).announcements
    assert [(one.state, str(one.planned)) for one in lines] == [
        ("计划", "2026-10-12"),
        ("确认", "2026-10-18"),
        ("取消", "None"),
    ]
    assert run(*SEPTEMBER, "--stage", *COURSE[0]).code == 0


def test_nothing_to_publish_this_time(run: Run, site: Path, demo: Path) -> None:
    """不适用 needs who approved it, and a period."""
    words = ("publish", "--item", "village-affairs", "--place", "shanghe", "--exempt", "本季度没有")
    assert "--post" in run(*words, "--period", "2025-Q4").err
    said = run(*words, "--period", "2025-Q4", "--post", "村委会主任", "--day", "2026-10-09")
    assert said.code == 0, said.err

    one = published(site, "shanghe-village-affairs-2025-q4")
    assert (one.exempt, one.approved is not None) == ("本季度没有", True)
    assert "不适用" in run("publish", "shanghe-village-affairs-2025-q4").out


def test_taken_back_and_published_again(run: Run, site: Path, unpublished: Path) -> None:
    """A withdrawn publication is closed; the record gets a new one with an id of its own."""
    for stage in COURSE:
        run(*SEPTEMBER, "--stage", *stage)
    assert "--post" in run(*SEPTEMBER, "--withdraw", "数字有误").err
    assert run(*SEPTEMBER, "--withdraw", "数字有误", "--post", "村党支部书记", "--day", "2026-10-15").code == 0
    assert "已经撤回" in run("publish", "shanghe-finance-2026-09", "--stage", "下墙", "--day", "2026-10-20").err
    assert run(*SEPTEMBER, "--stage", "提出", "--post", "村报账员", "--day", "2026-10-16").code == 0

    assert published(site).withdrawn is not None
    assert published(site, "shanghe-finance-2026-09-2").proposed is not None


def test_published_once_more(run: Run, site: Path, unpublished: Path) -> None:
    """What is still going on is published again; from then on the new one is meant, until it is out too."""
    for stage in COURSE:
        run(*SEPTEMBER, "--stage", *stage)
    refused = run(*SEPTEMBER, "--stage", "提出", "--post", "村报账员", "--day", "2026-10-15")
    assert (refused.code, "--again" in refused.err) == (2, True)
    assert run(*SEPTEMBER, "--stage", "提出", "--post", "村报账员", "--day", "2026-10-15", "--again").code == 0
    assert run(*SEPTEMBER, "--stage", "审核", "--post", "主任", "--day", "2026-10-16").code == 0

    assert published(site, "shanghe-finance-2026-09-2").reviewed is not None


def test_an_objection_and_its_answer(run: Run, site: Path, unpublished: Path) -> None:
    """Whoever objected is written for reviewers alone; the answer goes to the oldest open one."""
    for stage in COURSE:
        run(*SEPTEMBER, "--stage", *stage)
    asked = run(*SEPTEMBER, "--object", "3000元慰问了几个人: 怎么发的?", "--objector", "孙家和", "--day", "2026-10-13")
    assert asked.code == 0
    assert run(*SEPTEMBER, "--reply", "30人，每人100元。", "--day", "2026-10-14").code == 0
    assert run(*SEPTEMBER, "--reply", "再答", "--day", "2026-10-14").code == 2

    one = published(site).objections[0]
    assert (one.content, one.objector, one.reply) == ("3000元慰问了几个人: 怎么发的?", "孙家和", "30人，每人100元。")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "写明公开哪条记录"),
        (("finance/shanghe-2026-90",), "是不是"),
        (("finance/shanghe-2026-09", "--item", "village-affair"), "没有“village-affair”这一项"),
        (("finance/shanghe-2026-09", "--item", "village-decision"), "不属于这个公开事项"),
        (("--item", "village-affairs"), "--place"),
        (("--item", "village-affairs", "--place", "nowhere"), "没有“nowhere”这个地方"),
        (("finance/shanghe-2026-09", "--township", "other"), "没有“other”这个乡镇"),
        (("finance/shanghe-2026-09", "--stage", "审核", "--withdraw", "x"), "一次只写一件事"),
        (("finance/shanghe-2026-09", "--stage", "批准"), "可以写:提出、审核"),
        (("finance/shanghe-2026-09", "--period", "三月"), "不是期间"),
    ],
)
def test_wrong_use_is_said_in_chinese(run: Run, site: Path, words: tuple[str, ...], said: str) -> None:
    """Exit code 2 and what could be written instead."""
    answer = run("publish", *words)

    assert answer.code == 2
    assert said in answer.err


def test_a_file_that_cannot_be_read_is_left_alone(run: Run, unpublished: Path) -> None:
    """The publication's file has an error of its own: it is named, with the line."""
    data = unpublished.read_bytes() + "- 编号: x\r\n  编号: y\r\n".encode()
    unpublished.write_bytes(data)
    said = run(*SEPTEMBER, "--stage", *COURSE[0])

    assert said.code == 2
    assert "写了两次" in said.err
    assert unpublished.read_bytes() == data


def test_a_linked_file_is_refused(run: Run, demo: Path, tmp_path: Path) -> None:
    """The rename would put a file in place of the link."""
    path = demo / "publication.yml"
    path.rename(tmp_path / "elsewhere.yml")
    path.symlink_to(tmp_path / "elsewhere.yml")
    said = run(*SEPTEMBER, "--stage", *COURSE[0])

    assert (said.code, "链接" in said.err) == (2, True)
    assert path.is_symlink()
