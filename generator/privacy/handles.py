"""What reaches a person without being a long number: car plates, e-mail, WeChat, QQ, the number of a social security card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import around
from generator.privacy.kinds import Grade, Hit, Kind

_TAIL = "[A-HJ-NP-Za-hj-np-z0-9]"
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][·•.\-\s]{0,2}"
    rf"(?:[A-Ka-k]{_TAIL}\d{{4}}|\d{{5}}[A-Ka-k]|{_TAIL}{{4}}(?:{_TAIL}|[挂学警港澳]))(?![A-Za-z0-9]|-\d)",
    re.ASCII,
)
_ARMED = re.compile(
    r"(?:WJ\s?[·•]?\s?[\u4e00-\u9fff]?\s?\d{4}[0-9A-Z]|[VZKHBSLJNGC][A-Z]\s?[·•]?\s?\d{5})(?![A-Za-z0-9])",
    re.ASCII,
)
_LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_CAR = re.compile("车牌|车号|号牌|牌照|车主")
_PUBLIC_CAR = re.compile("公务|公车|执法|环卫|清运|消防|校车|公交|救护|洒水|垃圾车|单位")

_OWN_HOSTS = (
    r"(?:qq|163|126|yeah|sina|sohu|foxmail|139|189|wo|gmail|hotmail|outlook|live|icloud|aliyun|yahoo|21cn|tom)"
    r"\.(?:com|net|cn|com\.cn)"
)
_MAIL = re.compile(
    rf"(?<![\w.%+-])[\w.%+-]{{1,64}}\s?(?:(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+|#\s?{_OWN_HOSTS})(?![\w])",
    re.ASCII | re.IGNORECASE,
)
_OWN_MAIL = re.compile(rf"\s?{_OWN_HOSTS}$", re.IGNORECASE)
_MOBILE_MAIL = re.compile(r"1[3-9]\d{9}\s?[@#]", re.ASCII)
_OFFICE_MAIL = re.compile("政府|办公|举报|监督|单位|公开|村委|网站|支部|党委|委员会|中心|意见|征集|公司|合作社|投诉")

_WECHAT = re.compile(
    r"(微信(?:号码?|ID|同号)?|weixin|wechat|(?<![a-z])(?:wx|vx)(?:id)?|[v薇威]信)\s*(?:号|是|为|:|\s)*"
    r"(?<![a-z0-9_-])([a-z][a-z0-9_-]{5,19})(?![a-z0-9@.])",
    re.IGNORECASE,
)
_WXID = re.compile(r"(?<![a-z0-9_])wxid_[a-z0-9]{6,}", re.IGNORECASE)
_QQ = re.compile(
    r"(?<![a-z])(?:qq|扣扣|企鹅)(?:号码?)?\s*(?:是|为|:|\s)*([1-9]\d{4,10})(?!\d)", re.IGNORECASE | re.ASCII
)
_SOCIAL = re.compile(
    r"社(?:会)?保(?:障)?卡(?:卡)?(?:号码?)?\s*(?:是|为|:|\s)*([A-Z]\d{8}|\d{8,10})(?![\dA-Z])", re.ASCII
)
_MAIL_SIGN = re.compile(r"[@#]|[(\[]at[)\]]")
_NAME_SIGN = re.compile("[信xXqQ扣]|企鹅|[wW][eE][cC]|社保|社会保")


def handles(text: str, label: str) -> Iterator[Hit]:
    yield from _plates(text, label)
    if _MAIL_SIGN.search(text):
        yield from _mails(text, label)
    if _NAME_SIGN.search(text):
        yield from _names(text)


def _plates(text: str, label: str) -> Iterator[Hit]:
    for pattern in (_PLATE, _ARMED):
        for found in pattern.finditer(text):
            near = around(text, found.start(), found.end(), label)
            named = near.in_line(_CAR)
            if pattern is _ARMED and text[max(0, found.start() - 1) : found.start()] in _LETTERS:
                continue
            if sum(map(str.isdecimal, found[0])) < 2 or (near.in_line(_PUBLIC_CAR) and not named):
                continue
            if named:
                yield Hit(Kind.PLATE, found.start(), found.end(), Grade.CERTAIN)
            elif pattern is _PLATE:
                yield Hit(Kind.PLATE, found.start(), found.end(), Grade.LIKELY)


def _mails(text: str, label: str) -> Iterator[Hit]:
    for found in _MAIL.finditer(text):
        near = around(text, found.start(), found.end(), label)
        if near.in_line(_OFFICE_MAIL) or re.search(r"\.(?:gov|edu|org)\b", found[0], re.IGNORECASE):
            continue
        own = _OWN_MAIL.search(found[0]) is not None
        grade = Grade.CERTAIN if _MOBILE_MAIL.match(found[0]) else Grade.LIKELY if own else Grade.LOOK
        yield Hit(Kind.EMAIL, found.start(), found.end(), grade)


def _names(text: str) -> Iterator[Hit]:
    for found in _WECHAT.finditer(text):
        named = re.search("号|ID|同|:", found[0][: found.start(2) - found.start()], re.IGNORECASE)
        grade = Grade.CERTAIN if named else Grade.LIKELY
        yield Hit(Kind.WECHAT, found.start(2), found.end(2), grade)
    for found in _WXID.finditer(text):
        yield Hit(Kind.WECHAT, found.start(), found.end(), Grade.CERTAIN)
    for found in _QQ.finditer(text):
        yield Hit(Kind.QQ, found.start(1), found.end(1), Grade.CERTAIN)
    for found in _SOCIAL.finditer(text):
        yield Hit(Kind.SOCIAL, found.start(1), found.end(1), Grade.CERTAIN)
