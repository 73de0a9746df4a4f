"""Whether one release follows another: an old site that is put up again, and a history written anew, are whole by themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from generator import chain
from generator.model import Unusable
from generator.proofs.opening import MANIFEST, Damaged, Opened, opened
from generator.proofs.verifying import CHAIN, Wrong


def follows(new: Path, old: Path) -> tuple[Wrong, ...]:
    """What speaks against the one being the same as the other or a later release of it, when both are whole.

    Raises Unusable when one of them is no release.
    """
    with opened(new) as later, opened(old) as earlier:
        one, other = _history(later), _history(earlier)
    if one.name != other.name:
        return (Wrong("chain", old.name, "和这一份不是同一个网站的"),)
    if one.root == other.root:
        return ()
    if one.lines[: len(other.lines)] != other.lines:
        return (Wrong("chain", one.name, "以前那一份里的账簿,这一份里没有:账簿被改过,或这一份更旧"),)
    if len(one.lines) == len(other.lines):
        return (Wrong("chain", one.name, "两份接在同一次公开后面,内容不同:最多一份是公开的,和公开栏上的校验码比一比"),)
    if one.lines[len(other.lines)].root != other.root:
        return (Wrong("chain", one.name, "以前那一份没有记进账簿:它不是公开过的,或账簿被改过"),)
    return ()


@dataclass(frozen=True)
class _History:
    name: str
    root: str
    lines: tuple[chain.Sealed, ...]


def _history(release: Opened) -> _History:
    name = next((name for name in release.names if CHAIN.fullmatch(name)), "")
    try:
        return _History(name, json.loads(release.read(MANIFEST))["root"], chain.parsed(release.read(name))[0])
    except (Damaged, ValueError, TypeError, KeyError, RecursionError):
        raise Unusable("清单或账簿读不懂,没有比较。分别用 gongkai verify 看看哪一份不完整。") from None
