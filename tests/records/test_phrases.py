"""Fixed phrases as a clerk may write them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.records.phrases import Phrases


def phrases(*words: Any) -> tuple[str, ...]:
    return Phrases.model_validate({"编号": "p", "名称": "说法", "词": list(words)}).words


def test_a_blank_stands_for_a_number() -> None:
    assert phrases("四议两公开", "{数}个方面", "{数}家{数}户") == ("四议两公开", "{数}个方面", "{数}家{数}户")


@pytest.mark.parametrize(
    "word", ["{数}", "{数}个", "{数量}个方面", "{{ 党员总数 }}", "{数个方面", "三", "三" * 61, "  ", {"数": None}]
)
def test_what_would_explain_every_number_is_refused(word: Any) -> None:
    """`{数}个` would silence the audit."""
    with pytest.raises(ValidationError):
        phrases(word)
