"""Whether the body that took a step can be the one that the form names: `刘村党支部` is a `村党组织`.

Names are never the same: the village stands in front, a community has 居民 where a village has 村民, a small branch is a
支部 and a large one a 总支. So two names agree when they have a word in common that tells bodies apart; as Chinese does
not divide words, any two characters in a row may be one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.records.form import FormStep

_SAME = {
    "社区": "村",
    "居民": "村民",
    "居委会": "村民委员会",
    "村委会": "村民委员会",
    "支委": "支部委员",
    "监委": "监督委员",
    "党总支": "党支部",
    "党组织": "党支部",
}
"""Written → as it is compared."""
_COMMON = {"村民", "委员", "员会", "会议", "大会"}
"""Parts of too many names to tell a body by."""
_GENERIC = ("部门", "站所", "单位")
"""The form leaves open which office it is; then it is enough that a character, for instance the level, agrees."""
_PERSONS = ("人", "员", "村民", "干部")
_RELATION = re.compile("上级|所在")
"""The form says whose body it is, not which."""


def agree(said: str, rule: FormStep) -> bool:
    """Whether the words say no other body than the form; a step that persons take may name them."""
    named = (rule.body, *(meeting.name for meeting in rule.meetings))
    return any(_open(name) or _alike(_plain(said), _plain(name)) for name in named)


def _open(name: str) -> bool:
    return name.endswith(_PERSONS) or _RELATION.search(name) is not None


def _alike(said: str, name: str) -> bool:
    if any(word in name for word in _GENERIC):
        return bool(set(said) & set(name))
    return name in said or bool(_words(said) & _words(name))


def _words(name: str) -> set[str]:
    return {one + other for one, other in pairwise(name)} - _COMMON


def _plain(name: str) -> str:
    text = re.sub(r"\W", "", name)
    for written, same in _SAME.items():
        text = text.replace(written, same)
    return text
