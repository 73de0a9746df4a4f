"""Which summaries say nothing: few enough that a clerk believes the finding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.vague import _generic


@pytest.mark.parametrize(
    "summary",
    [
        "开支",
        "其他支出",
        "3月份各项费用",
        "３月 支出",
        "村集体支出",
        "其 他",
        "2026年第一季度支出",
        "1月",
        "报销费用",
        "……",
    ],
)
def test_nothing_is_said(summary: str) -> None:
    """A month and a generic word are not what the money was for."""
    assert _generic(summary)


@pytest.mark.parametrize(
    "summary",
    ["3月保洁员工资", "办公用品", "进度款", "电费", "利息", "其他应收款收回", "一组水费", "合作社分红", "零星维修材料"],
)
def test_something_is_said(summary: str) -> None:
    """Short or clumsy, but somebody knows what it was."""
    assert not _generic(summary)


@given(st.text("款项其他收支出费用各本123年月 ", max_size=4000))
def test_any_text_is_read_at_once(summary: str) -> None:
    """No summary, however long and repetitive, can be read in two ways that have to be tried in turn."""
    assert _generic(summary) in (True, False)
