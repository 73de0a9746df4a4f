"""`gongkai correct`: the value, the line of 更正 and the fingerprint change together, and nothing private is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import ENGINES
from generator.editing import keeping
from generator.mechanisms.fingerprints import fingerprints
from generator.model import Busy
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.item import DisclosureItem
from generator.records.publication import Correction, PublicationRecord
from generator.rules import altered
from tests.build.driver import FAKE
from tests.editing.conftest import Run, checked

AUGUST = ("correct", "finance/shanghe-2026-08")
GROUND = ("--reason", "抄写时颠倒", "--post", "村党支部书记", "--day", "2026-10-15")


@pytest.fixture
def books(demo: Path) -> Path:
    """The accounts, with comments behind the values and Windows line ends."""
    path = demo / "finance" / "2026-q3.yml"
    text = path.read_text("utf-8").replace("期末结存: 93,584.30", "期末结存: 93,584.30  # 8月底盘点过")
    text = text.replace('金额: "8,800.00", 经手人: 吴明德}', '金额: "8,800.00", 经手人: 吴明德}  # 含运费')
    path.write_bytes(text.replace("\n", "\r\n").encode())
    return path


@pytest.fixture
def printed(run: Run, demo: Path, books: Path) -> Path:
    """The publication of August with fingerprints, written by taking its web date out and publishing again."""
    path = demo / "publication.yml"
    text = path.read_text("utf-8")
    day = "  下墙日期: 2026-10-08\n  上网日期: 2026-09-18\n"
    assert day in text
    path.write_text(text.replace(day, "  下墙日期: 2026-10-08\n  # 网上晚一天\n"), "utf-8")
    assert run("publish", "finance/shanghe-2026-08", "--stage", "上网", "--day", "2026-09-18").code == 0
    return path


def corrections(site: Path, name: str = "shanghe-2026-08-cash") -> tuple[Correction, ...]:
    records, _ = checked(site)
    found = records.get(PublicationRecord, f"demo/publication/{name}")
    assert found is not None
    return found.corrections


def changed_lines(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    assert len(old) == len(new)
    return [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]


def test_a_value_its_line_and_its_fingerprint(run: Run, site: Path, books: Path, printed: Path) -> None:
    """One line of the accounts changes and keeps its comment; the check finds nothing that it did not find before."""
    before, (_, errors) = books.read_bytes(), checked(site)
    said = run(*AUGUST, "支出.水渠清淤.摘要", "东渠: 清淤", *GROUND)
    assert said.code == 0, said.err

    ((old, new),) = changed_lines(before, books.read_bytes())
    assert new.decode() == old.decode().replace("摘要: 水渠清淤", '摘要: "东渠: 清淤"')
    assert new.endswith("  # 含运费\r\n".encode())
    assert "# 网上晚一天\n" in printed.read_text("utf-8")
    (line,) = corrections(site)
    assert (line.field, line.old, line.new) == ("支出第2行的摘要", "水渠清淤", "东渠: 清淤")
    assert (line.reason, line.post, str(line.day)) == ("抄写时颠倒", "村党支部书记", "2026-10-15")
    assert line.record == "finance/shanghe-2026-08"
    records, now = checked(site)
    assert [finding.message for finding in now] == [finding.message for finding in errors]
    publication = records.get(PublicationRecord, "demo/publication/shanghe-2026-08-cash")
    record = records.get(Finance, "demo/finance/shanghe-2026-08")
    assert publication is not None
    assert record is not None
    items = [item for name in publication.items if (item := records.get(DisclosureItem, f"item/{name}"))]
    assert publication.fingerprints[0].fields == fingerprints(record, items)


def test_a_publication_typed_by_hand_gets_its_fingerprints(run: Run, site: Path, books: Path) -> None:
    """Nothing was known of it before; from the correction on, a silent change is told of."""
    assert run(*AUGUST, "支出.水渠清淤.摘要", "东渠清淤", *GROUND).code == 0
    records, _ = checked(site)
    publication = records.get(PublicationRecord, "demo/publication/shanghe-2026-08-cash")
    assert publication is not None
    assert [one.record for one in publication.fingerprints] == ["finance/shanghe-2026-08"]
    assert [finding for finding in altered.check(records) if finding.record == publication.key] == []

    books.write_bytes(books.read_bytes().replace("东渠清淤".encode(), "西渠清淤".encode()))

    (told,) = (finding for finding in altered.check(checked(site)[0]) if finding.record == publication.key)
    assert "支出" in told.message


def test_what_breaks_the_sums_is_refused_and_several_values_go_together(run: Run, site: Path, books: Path) -> None:
    """The finding is shown; with the other figures in the same command all is well; `--yes` writes all the same."""
    before = books.read_bytes()
    refused = run(*AUGUST, "期末结存", "93,584.40", *GROUND)
    assert refused.code == 1
    assert "[sums]" in refused.err
    assert "2026-q3.yml" in refused.err
    assert books.read_bytes() == before

    assert run(*AUGUST, "期末结存", "93,584.40", *GROUND, "--yes", "--dry-run").code == 0
    assert books.read_bytes() == before
    swap = ("支出[1].金额", "2,500.00", "支出[2].金额", "8,700.00")
    together = run(*AUGUST, *swap, *GROUND)
    assert together.code == 0, together.err
    assert [line.field for line in corrections(site)] == ["支出“8月保洁员工资”的金额", "支出“水渠清淤”的金额"]
    assert "8,700.00" in corrections(site)[1].new


def test_a_closed_name_is_not_told(run: Run, site: Path, books: Path) -> None:
    """The publication is read by everybody: neither the old name nor the new stands in it, nor in the reason."""
    refused = run(
        *AUGUST, "支出.水渠清淤.经手人", "周守业", "--reason", "不是吴明德经手", "--post", "书记", "--day", "2026-10-15"
    )
    assert refused.code == 2
    assert "理由会公开" in refused.err
    assert run(*AUGUST, "支出.水渠清淤.经手人", "周守业", *GROUND).code == 0

    (line,) = corrections(site)
    assert (line.field, line.old, line.new) == ("支出“水渠清淤”的经手人", "（不公开的内容）", "（不公开的内容）")
    assert "经手人: 周守业}  # 含运费" in books.read_text("utf-8")
    text = (site / "data" / "townships" / "demo" / "publication.yml").read_text("utf-8")
    assert "周守业" not in text
    assert "吴明德" not in text


def test_an_internal_remark_is_not_told(run: Run, site: Path, books: Path) -> None:
    """备注 is for reviewers; the villagers learn that something was corrected, not what."""
    assert run(*AUGUST, "备注", "清淤的尾款10月付清", *GROUND).code == 0

    (line,) = corrections(site)
    assert (line.field, line.old, line.new) == ("备注", "（不公开的内容）", "（不公开的内容）")


def test_what_is_only_a_total_for_society_is_not_told(run: Run, site: Path, books: Path) -> None:
    """逐笔 is open to the village; the publication's own words are read by society too."""
    assert run(*AUGUST, "逐笔[2].摘要", "东渠清淤", *GROUND).code == 0

    (line,) = corrections(site)
    assert line.field == "逐笔第2行的摘要"
    assert line.old == line.new == "（不公开的内容）"


def test_the_same_command_twice(run: Run, site: Path, books: Path, printed: Path) -> None:
    """Nothing is written the second time, and no second line appears."""
    words = (*AUGUST, "支出[2].摘要", "东渠清淤", *GROUND)
    assert run(*words).code == 0
    before = printed.read_bytes(), books.read_bytes()
    again = run(*words)

    assert (again.code, "已经写过了" in again.err) == (0, True)
    assert (printed.read_bytes(), books.read_bytes()) == before


KILLED = """
import os, sys
from generator import __main__
real, count = os.replace, 0
def call(*arguments, **words):
    global count
    count += 1
    if count == 2:
        os._exit(9)
    return real(*arguments, **words)
os.replace = call
__main__.main(sys.argv[1:])
"""


def test_a_kill_between_the_two_files_is_finished_by_the_same_command(
    run: Run, site: Path, books: Path, printed: Path
) -> None:
    """The publication already tells of the correction, the record not yet; what is there is not written again."""
    words = (*AUGUST, "支出.水渠清淤.摘要", "东渠清淤", *GROUND, "--today", "2026-10-20")
    before = books.read_bytes()
    done = subprocess.run([sys.executable, "-c", KILLED, *words], cwd=site, check=False, capture_output=True)
    assert done.returncode == 9
    assert books.read_bytes() == before
    assert len(corrections(site)) == 1
    between = printed.read_bytes()

    assert run(*words[:-2]).code == 0
    assert printed.read_bytes() == between
    assert len(changed_lines(before, books.read_bytes())) == 1
    assert len(corrections(site)) == 1


def test_a_failure_at_the_second_file_takes_the_first_back(
    run: Run, books: Path, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 5, and both files as they were."""
    before = printed.read_bytes(), books.read_bytes()
    real, count = keeping.os.replace, [0]

    def call(source: str, target: str) -> None:
        count[0] += 1
        if count[0] == 2:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(keeping.os, "replace", call)
    said = run(*AUGUST, "支出.水渠清淤.摘要", "东渠清淤", *GROUND)

    assert (said.code, "磁盘满了" in said.err) == (Busy.exit_code, True)
    assert (printed.read_bytes(), books.read_bytes()) == before


def test_a_record_changed_by_hand_first(run: Run, site: Path, books: Path, printed: Path) -> None:
    """`--was` says what was published; the fingerprint proves it, so a wrong one is refused."""
    books.write_bytes(books.read_bytes().replace("摘要: 水渠清淤, 科目".encode(), "摘要: 东渠清淤, 科目".encode()))
    words = (*AUGUST, "支出[2].摘要", "东渠清淤", *GROUND)
    assert "--was" in run(*words).err
    wrong = run(*words, "--was", "西渠清淤")
    assert (wrong.code, "已经不一样" in wrong.err) == (2, True)
    assert run(*words, "--was", "水渠清淤").code == 0

    (line,) = corrections(site)
    assert (line.old, line.new) == ("水渠清淤", "东渠清淤")
    assert not [one for one in checked(site)[1] if one.rule == "altered"]


def test_another_silent_change_is_not_covered_up(run: Run, books: Path, printed: Path) -> None:
    """A correction of one row must not renew the fingerprint of a list in which another was changed in silence."""
    books.write_bytes(books.read_bytes().replace("8月保洁员工资, 科目".encode(), "8月保洁工资, 科目".encode()))
    before = books.read_bytes()
    said = run(*AUGUST, "支出.水渠清淤.摘要", "东渠清淤", *GROUND)

    assert (said.code, "不止这一处" in said.err) == (2, True)
    assert books.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "写成:gongkai correct"),
        (("期末结存",), "写成:gongkai correct"),
        (("期末结存", "1", "现金"), "写成:gongkai correct"),
        (("期末结存", "九万"), "不是金额"),
        (("期末结存", ""), "空的"),
        (("期末结存", "93,584.30"), "--was"),
        (("期末结余", "1"), "期末结存"),
        (("支出", "1"), "是一组内容"),
        (("支出[0].金额", "1"), "行从1数起"),
        (("支出[3].金额", "1"), "没有第3行"),
        (("支出.水渠.金额", "1"), "水渠清淤"),
        (("支出.吴明德.金额", "1"), "有几行"),
        (("支出.水渠清淤.金钱", "1"), "金额"),
        (("编号", "shanghe-8"), "不能更正"),
        (("期间", "2026-07"), "不能更正"),
        (("期末结存", "1", "期末结存", "2"), "同一项写了两次"),
    ],
)
def test_wrong_use_is_said_in_chinese(run: Run, books: Path, words: tuple[str, ...], said: str) -> None:
    """Exit code 2, and nothing is written."""
    before = books.read_bytes()
    answer = run(*AUGUST, *words, *GROUND)

    assert answer.code == 2
    assert said in answer.err
    assert books.read_bytes() == before


@pytest.mark.parametrize(
    ("ground", "said"),
    [
        (("--reason", "x"), "--post"),
        (("--post", "书记"), "--reason"),
        (("--reason", "x", "--post", "书记", "--day", "2026-10-21"), "以后"),
        (("--reason", "x", "--post", "书记", "--day", "2026-09-01"), "早于公开的日期"),
    ],
)
def test_reason_post_and_day_are_needed(run: Run, books: Path, ground: tuple[str, ...], said: str) -> None:
    """A correction without them says nothing to those who read it."""
    answer = run(*AUGUST, "备注", "x", *ground)

    assert (answer.code, said in answer.err) == (2, True)


def test_what_is_not_published_needs_no_correction(run: Run, demo: Path) -> None:
    """It is changed in the file."""
    said = run("correct", "finance/xiahe-2026-07", "备注", "x", *GROUND)

    assert said.code == 2
    assert "还没有公开" in said.err or "没有“finance/xiahe-2026-07”" in said.err


def test_what_was_computed_has_no_file_to_change(run: Run, site: Path, books: Path) -> None:
    """The figures of which it is made are corrected instead."""
    records, _ = checked(site)
    computed = next(one for one in records.of(Indicator) if not records.where(one).file.endswith(".yml"))
    said = run("correct", f"indicator/{computed.id}", "数值", "1", *GROUND)

    assert (said.code, "算出来的" in said.err) == (2, True)


@pytest.mark.parametrize("audience", ["public", "village"])
def test_the_finished_site_tells_of_the_correction_and_of_no_name(
    run: Run, site: Path, books: Path, monkeypatch: pytest.MonkeyPatch, audience: str
) -> None:
    """The leak scan finds nothing, and the reason is on the page."""
    monkeypatch.setitem(ENGINES, "mkdocs", FAKE)
    assert run(*AUGUST, "支出.水渠清淤.经手人", "钱满仓", *GROUND).code == 0
    assert run("build", "--audience", audience).code == 0

    texts = [path.read_text("utf-8") for path in (site / "build" / audience / "docs").rglob("*.md")]
    assert [text for text in texts if "抄写时颠倒" in text]
    assert not [text for text in texts if "钱满仓" in text]
