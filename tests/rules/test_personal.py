"""The rule looks at every text a person types, grades what it finds, and never repeats it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from generator.load import load
from generator.model import Finding, Level, Records
from generator.records.finance import Finance
from generator.records.place import Place
from generator.rules import personal
from tests.rules.worlds import world

IDENTITY = "11010519491231002X"
MOBILE = "13800138000"


def test_findings_never_repeat_the_number(tmp_path: Path) -> None:
    """What was withheld from the page must not stand in the log."""
    records, _ = world("personal", tmp_path)
    findings = list(personal.check(records))

    assert findings
    assert not [finding for finding in findings if _digits(finding) >= 11]


def _digits(finding: Finding) -> int:
    said = unicodedata.normalize("NFKC", f"{finding.message}{finding.hint}{finding.record}")
    return sum(map(str.isnumeric, said))


def test_number_as_id_is_not_repeated(tmp_path: Path) -> None:
    """A record named by a private number is reported without its name."""
    (tmp_path / "data/townships/anping").mkdir(parents=True)
    place = f"- {{编号: {MOBILE}, 名称: 刘村, 级别: 村}}\n"
    (tmp_path / "data/townships/anping/place.yml").write_text(place, encoding="utf-8")
    records, _ = world("_base", tmp_path / "base")
    findings = list(personal.check(load(tmp_path)[0]))

    assert [(f.level, f.record, f.where.line) for f in findings] == [(Level.ERROR, "", 1)]
    assert MOBILE not in str(findings)
    assert list(personal.check(records)) == []


def test_telephones_hold_no_identity_number(tmp_path: Path) -> None:
    """A mobile number as office telephone is a warning; any other private number stays an error."""
    place = world("_base", tmp_path)[0].of(Place)[0]

    def found(phone: str) -> list[Level]:
        return [f.level for f in personal.check(Records((place.model_copy(update={"phone": phone}),)))]

    assert found("0571-88880000") == []
    assert found(MOBILE) == [Level.WARNING]
    assert found("110105199003070009") == [Level.ERROR]


def test_a_number_is_reported_once(tmp_path: Path) -> None:
    """Where a record names another one, the number in that name is the other record's finding."""
    place = world("_base", tmp_path)[0].of(Place)[1]
    named = place.model_copy(update={"parent": MOBILE})

    assert list(personal.check(Records((named,)))) == []


def test_voucher_numbers_may_look_like_mobiles(tmp_path: Path) -> None:
    """Eleven digits as 凭证号 are a voucher; as 摘要 they are a telephone number."""
    records, _ = world("_base", tmp_path)
    sheet = records.of(Finance)[0]

    def found(**change: str) -> list[Level]:
        changed = sheet.model_copy(update={"entries": (sheet.entries[0].model_copy(update=change),)})
        return [finding.level for finding in personal.check(Records((changed,)))]

    assert found(voucher=MOBILE) == []
    assert found(summary=MOBILE) == [Level.ERROR]
    assert found(voucher=IDENTITY) == [Level.ERROR]
