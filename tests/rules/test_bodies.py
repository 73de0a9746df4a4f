"""Names of bodies as clerks write them, beside the name that the form has."""

from __future__ import annotations

import pytest

from generator.records.form import FormStep
from generator.rules._common.bodies import agree


def rule(body: str, *meetings: str) -> FormStep:
    named = [{"会议": meeting} for meeting in meetings]
    return FormStep.model_validate({"步骤": "甲", "主体": body, "按会议": named})


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("刘村党支部", "村党组织"),
        ("东关社区党总支", "村党支部"),
        ("支委会", "支部委员会"),
        ("村支两委会议", "村“两委”会议"),
        ("刘村村委会", "村民委员会"),
        ("城西居民委员会", "村民委员会"),
        ("居民代表会议", "村民会议或村民代表会议"),
        ("中共安平镇委员会、镇党委", "乡镇党委"),
        ("安平镇人民政府", "乡镇政府"),
        ("示例县农业农村局", "县级主管部门"),
        ("海滨镇村建站", "乡镇有关站所"),
        ("三组村民", "登记参加选举的村民"),
        ("李支书", "述职人"),
        ("安平镇党委", "上级党组织"),
        ("城西社区党支部", "述职人所在组织"),
    ],
)
def test_another_name_of_the_same_body(said: str, body: str) -> None:
    """The village in front, the community's words, short forms, and bodies that the form does not name."""
    assert agree(said, rule(body))


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("村民代表会议", "党员大会"),
        ("村民委员会", "党员大会"),
        ("村“两委”会议", "村民会议或村民代表会议"),
        ("村民委员会", "村民选举委员会"),
        ("村民委员会", "村务监督委员会"),
        ("刘村党支部", "乡镇党委"),
        ("安平镇党委", "县级主管部门"),
    ],
)
def test_another_body(said: str, body: str) -> None:
    """A word that half of all names have does not make them alike."""
    assert not agree(said, rule(body))


def test_the_other_meeting_will_do_too() -> None:
    """`按会议` names the bodies that may take the step instead."""
    assert agree("户代表会", rule("党员大会", "户代表会"))
    assert not agree("户代表会", rule("党员大会"))
