"""What sentences claim about their own numbers: every sentence of claims.txt, and what is thrown at the reader."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model import Level
from generator.numerals import scan
from generator.numerals.claims import TOWNSHIP, Known, doubts

LABELLED = Path(__file__).with_name("claims.txt")
WORDS = {Level.ERROR: "错", Level.WARNING: "疑", Level.NOTE: "注"}
CALLED = (*TOWNSHIP, "安平镇")
WORST = "错疑注对"


@dataclass(frozen=True)
class Case:
    """One labelled sentence and the lines below it."""

    label: str
    text: str
    said: str
    known: tuple[Known, ...]


def cases() -> Iterator[Case]:
    known: list[Known] = []
    for block in re.findall(r"^(?:[错疑注对已].*\n)(?:^ .*\n)*", LABELLED.read_text(encoding="utf-8"), re.MULTILINE):
        head, _, said = block.partition("\n")
        if head.startswith("已知"):
            _, name, value, unit = head.split()
            known.append(Known(name, Decimal(value), unit))
        else:
            yield Case(head[0], head[2:], said, tuple(known))


def says(case: Case) -> str:
    """What the program says, as it stands below the sentence."""
    found = doubts(case.text, scan(case.text), case.known, CALLED)
    return "".join(f"  {WORDS[doubt.level]} {doubt.message} → {doubt.hint}\n" for doubt in found)


@pytest.mark.parametrize("case", [*cases()], ids=lambda case: case.text[:12])
def test_labelled_sentence(case: Case) -> None:
    """The worst that is said is the label, and what is said is what stands there; GOLDEN=1 rewrites the lines."""
    said = says(case)

    assert min((line[2] for line in said.splitlines()), default="对", key=WORST.index) == case.label
    if not os.environ.get("GOLDEN"):
        assert said == case.said


def test_the_lines_stand_below_their_sentences() -> None:
    """Nothing else stands in the file between the sentences; GOLDEN=1 rewrites it."""
    text = LABELLED.read_text(encoding="utf-8")
    fresh = re.sub(r"^ .*\n", "", text, flags=re.MULTILINE)
    for case in cases():
        fresh = fresh.replace(f"{case.label} {case.text}\n", f"{case.label} {case.text}\n{says(case)}")
    if os.environ.get("GOLDEN"):
        LABELLED.write_text(fresh, encoding="utf-8")
    else:
        same = fresh == text
        assert same, "GOLDEN=1 rewrites the lines"


def test_enough_of_both() -> None:
    """The set is worth something only when it holds many of both kinds, each once."""
    labels = [case.label for case in cases()]
    texts = [case.text for case in cases()]

    assert len(texts) == len(set(texts))
    assert labels.count("错") >= 60
    assert labels.count("对") >= 60


def test_places_are_those_of_the_text() -> None:
    """Whoever shows the doubt finds the words: also in a later sentence, and behind a line break."""
    text = "全镇有57名干部。\n57名干部中有能人25名，占40%。"
    [doubt] = doubts(text, scan(text))

    assert text[doubt.start : doubt.end] == "25名，占40%"
    assert text[doubt.of :].startswith("40%")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。。。",
        "0名干部中有能人0名，占40%。",
        "由0元增加到0元，增长50%，翻了一番。",
        "0个村0名干部，平均每村6.4名。",
        "共0个，其中0个、0个，占0%。",
        "占40%",
        "其中25名",
        "共，合计，一共18个",
        "占比占占占40%40%40%",
        "由到降到增加到5个",
        "**名干部中有能人＿＿名，占**%，共**个",
        f"{'9' * 400}名干部中有能人{'9' * 399}名，占40%。",
        f"0.{'0' * 300}1亿元，其中0.{'0' * 300}1亿元，占40.{'3' * 300}%。",
        "（" * 3000 + "57名" + "占" * 3000 + "40%",
        "14个、" * 40 + "共18个",
        "其中" * 400 + "14个，" * 40,
        "应到0人，实到0人，请假0人，收回0张，有效0张，废票0张，到会0人，同意0人，反对0人，弃权0人。",
        "收入0元，支出0元，结余0元，年初结存0元，年末结存0元。",
        "收入" * 300 + "3元，支出" * 20 + "结余5元。",
        "占60%，" * 40,
        "按" + "90%、" * 40 + "的比例分配。",
        "0亩，每亩0元，共0元，总收入0元，亩均收入0元。",
        "每" * 900 + "亩500元，3亩，共5元。",
        "上半年上半年下半年3元，下半年4元，全年全年5元，一季度二季度三季度四季度6元。",
        "三成，全0名中有0名，占0%，占0名的0%。",
        "已已已3户，尚有**户，剩余4户，还有5户没有，应参加选民。",
    ],
)
def test_hostile_sentence_is_read(text: str) -> None:
    """Nonsense is no reason to stop; what is said of it stays short."""
    for doubt in doubts(text, scan(text), [Known("村数", Decimal(0), "个"), Known("", Decimal(1), "")], ("", "全镇")):
        assert len(doubt.message) < 2000


def test_table_without_a_full_stop_is_not_read() -> None:
    """More numbers than a sentence has are no sentence."""
    text = "57名干部中有能人25名，占40%，" * 100

    assert doubts(text, scan(text)) == ()


def test_long_text_is_read_to_its_end() -> None:
    """Every sentence on its own, however many."""
    text = "全镇有57名干部，开会3次。" * 2000 + "57名干部中有能人25名，占40%。"
    [doubt] = doubts(text, scan(text))

    assert doubt.start > 20_000


RIGHT = (
    "{whole}名干部中有能人{part}名，占{share}。",
    "全镇共有干部{whole}名，其中能人{part}名，占{share}。",
    "能人{part}名，占{whole}名干部的{share}。",
    "{whole}名干部中，{share}（{part}名）是能人。",
    "应参评{whole}名，实参评{part}名，参评率{share}。",
)


@pytest.mark.parametrize("sentence", RIGHT)
@pytest.mark.parametrize("places", [0, 1, 2])
def test_share_is_right_to_its_last_place(sentence: str, places: int) -> None:
    """Every share that was rounded properly is accepted; one that is off by more than a unit of its last place is not."""
    unit = Decimal(1).scaleb(-places)
    for whole in range(3, 400, 37):
        for part in range(1, whole, max(1, whole // 7)):
            share = (Decimal(part * 100) / whole).quantize(unit, "ROUND_HALF_UP")
            for shown, wrong in ((share, False), (share + unit * 2, True)):
                text = sentence.format(whole=whole, part=part, share=f"{shown}%")
                found = [doubt for doubt in doubts(text, scan(text)) if doubt.level is Level.ERROR]

                assert bool(found) is wrong, text


@pytest.mark.parametrize(
    "sentence",
    [
        "应到{whole}名，实到{part}名，缺席{rest}名。",
        "收回选票{whole}张，其中有效票{part}张，废票{rest}张。",
        "全年收入{whole}万元，支出{part}万元，结余{rest}万元。",
        "全村{whole}户，其中刘庄组{part}户、王庄组{rest}户。",
        "共有{whole}户需要搬迁，已搬{part}户，尚有{rest}户。",
        "上半年收入{part}万元，下半年收入{rest}万元，全年收入{whole}万元。",
        "社员由{part}户增加到{whole}户，净增{rest}户。",
    ],
)
def test_whole_is_its_two_parts(sentence: str) -> None:
    """Whatever the numbers, the right ones are left alone and one too many is seen."""
    for part in range(3, 90, 13):
        for rest in range(2, 70, 11):
            for off in (0, 1):
                text = sentence.format(whole=part + rest, part=part, rest=rest + off)

                assert bool(doubts(text, scan(text))) is bool(off), text


def test_semicolon_parts_two_accounts() -> None:
    """What came in here and went out there is no account."""
    text = "刘庄收入32万元，支出25万元；王庄结余9万元，应到45名；实到38名，请假9名。"

    assert doubts(text, scan(text)) == ()


def test_sums_and_differences_are_exact() -> None:
    """One too many is one too many."""
    for a in range(1, 60, 7):
        for b in range(2, 50, 9):
            for off in (0, 1, -1):
                added = f"评出五星{a}个、四星{b}个，共{a + b + off}个。"
                older = f"平均年龄由{a + b}岁降到{b}岁，年轻了{a + off}岁。"

                assert bool(doubts(added, scan(added))) is (off != 0), added
                if a + off > 0:
                    assert bool(doubts(older, scan(older))) is (off != 0), older
