"""`gongkai explain`: every rule can be found by whatever a clerk has at hand, and is explained on a terminal."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import click
import pytest
import yaml

from generator import cli as command_line
from generator import console, pipeline
from generator.console import explaining
from generator.model import Explanation, Unusable
from generator.model.explanation import COMPLAINTS, SUBJECTS, sections
from generator.records.acceptance import Acceptance

MANUAL = pipeline.explanations()


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = command_line.main(["explain", *arguments])
    out, err = capsys.readouterr()
    return code, click.unstyle(out), err


def one(**changes: Any) -> Explanation:
    return Explanation(
        **({"title": "标题", "what": "查", "why": "因", "wrong": "甲: 1", "right": "甲: 2", "mend": "改"} | changes)
    )


@pytest.mark.parametrize(
    "asked", ["board", "BOARD", "[board]", " board ", "F8", "f8", "Ｆ８", "公示时间不足", "公示时间", "时间不足"]
)
def test_a_rule_is_found_by_whatever_is_at_hand(asked: str) -> None:
    """Its name as findings print it, the inspectors' code, its title or a part of it, full width or not."""
    assert console.chosen(asked, MANUAL) == ("board",)


def test_a_code_or_a_word_may_mean_several() -> None:
    assert {"sums", "carry", "mismatch"} <= set(console.chosen("F5", MANUAL))
    assert {"board", "premature"} <= set(console.chosen("公示", MANUAL))


def test_a_whole_title_means_one_rule_alone() -> None:
    """Even where it is a part of another's."""
    manual = {"short": one(title="公开"), "long": one(title="公开得笼统")}

    assert console.chosen("公开", manual) == ("short",)


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("bord", "board"),
        ("公示不足时间", "公示时间不足"),
        ("F19", "F1 到 F18"),
        ("", "列出全部"),
        ("[]", "列出全部"),
        ("\x1b[31m", "�"),
    ],
)
def test_an_unknown_one_is_answered_with_the_nearest(asked: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """On stderr, with the exit code of what cannot be done; nothing of it moves the terminal."""
    with pytest.raises(Unusable, match=hint):
        console.chosen(asked, MANUAL)
    code, out, err = said(capsys, asked)

    assert (code, out) == (2, "")
    assert hint in err
    assert "\x1b" not in err


@pytest.mark.parametrize("name", MANUAL)
def test_every_rule_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every part of it stands there, in lines that fit a terminal."""
    code, out, _ = said(capsys, name)
    explained, joined = MANUAL[name], "".join(out.split())

    assert code == 0
    assert out.startswith(f"{explained.title} [{name}]")
    for head in ("查什么", "为什么", "错的写法", "对的写法", "怎么改", "能不能接受"):
        assert f"\n{head}\n" in out
    assert all("".join(text.split()) in joined for text in (explained.what, explained.why, explained.mend))
    assert all(f"  │ {line}".rstrip() in out.splitlines() for line in explained.right.splitlines())
    assert ("acceptance.yml" in out.rpartition("能不能接受")[2]) == explained.acceptable
    prose = [line for line in out.splitlines() if "│" not in line]
    assert max(sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) for line in prose) <= 80
    assert not any(line.strip()[:1] in tuple(",。、;:)”》") for line in prose if line.strip())


def test_the_acceptance_shown_is_one() -> None:
    """Copied into acceptance.yml it can be read, whatever else it lacks."""
    written = yaml.safe_load(explaining.acceptance("board"))

    assert (
        Acceptance.model_validate({key: str(value) for key, value in written[0].items()} | {"@乡镇": "anping"}).rule
        == "board"
    )


def test_without_a_rule_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each once, the inspectors' complaints first, in their order."""
    code, out, _ = said(capsys)
    lines = out.splitlines()
    names = [line.split()[0] for line in lines if line.startswith("  ")]
    heads = [line.split()[0] for line in lines if line and not line.startswith((" ", "看一条"))]

    assert code == 0
    assert sorted(names) == sorted(MANUAL)
    assert heads == [*COMPLAINTS, *SUBJECTS]


def test_json_has_everything(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "F8", "--format", "json")
    (rule,) = json.loads(out)["rules"]

    assert code == 0
    assert rule == {
        "rule": "board",
        "title": MANUAL["board"].title,
        "inspection": "F8",
        "complaint": COMPLAINTS["F8"],
        "about": "",
        "what": MANUAL["board"].what,
        "why": MANUAL["board"].why,
        "wrong": MANUAL["board"].wrong,
        "right": MANUAL["board"].right,
        "mend": MANUAL["board"].mend,
        "acceptable": True,
    }
    assert len(json.loads(said(capsys, "--format", "json")[1])["rules"]) == len(MANUAL)


def test_sections_lose_and_repeat_nothing() -> None:
    listed = [name for _, _, names in sections(MANUAL) for name in names]

    assert sorted(listed) == sorted(MANUAL)
    assert sections({}) == []
