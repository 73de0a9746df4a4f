"""What is looked for, how sure one can be, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum


class Kind(Enum):
    """What identifies or reaches a private person; the value is how a clerk reads it."""

    IDENTITY = "身份证号码"
    OLD_IDENTITY = "15位的旧身份证号码"
    MOBILE = "手机号码"
    BANK = "银行卡号或账号"
    SOCIAL = "社会保障卡号"
    MASKED = "遮盖不够的号码"
    ADDRESS = "带门牌的住址"
    PLATE = "车牌号码"
    EMAIL = "个人邮箱"
    WECHAT = "微信号"
    QQ = "QQ号"


class Grade(IntEnum):
    """How sure; the larger, the surer."""

    LOOK = 1
    """It looks like one, and the words beside it say that it is something else."""
    LIKELY = 2
    CERTAIN = 3
    """A check digit or the word beside it leaves no doubt."""


@dataclass(frozen=True, slots=True)
class Found:
    """One number or address in a text; start and end count characters of the text as it was given."""

    kind: Kind
    start: int
    end: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Hit:
    """The same, in the folded text."""

    kind: Kind
    start: int
    end: int
    grade: Grade
