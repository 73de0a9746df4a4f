"""Addresses down to the door; a village and its group are no address, and neither are offices and public places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import PERSON
from generator.privacy.kinds import Grade, Hit, Kind

_N = r"(?:\d{1,5}|[一二三四五六七八九十百零〇]{1,6})(?:-\d{1,4})?"
_ROOM = (
    rf"(?:{_N}\s?弄\s?{_N}\s?号|{_N}\s?(?:号楼|栋|幢)\s?(?:{_N}\s?单元\s?)?(?:{_N}\s?室|\d{{3,4}}(?!\d))"
    rf"|{_N}\s?单元\s?(?:{_N}\s?室|\d{{3,4}}(?!\d))|号\s?\d{{3,4}}\s?室"
    r"|\d{1,4}-\d{1,4}(?:-\d{1,4})?\s?室)"
)
_PLACE = "[村庄屯寨湾坊里弄巷街路道苑园区岙坪沟岭]"
"""No 组: 三组1号 is how people of one name are told apart."""
_BEHIND = re.compile(rf"{_PLACE}[\u4e00-\u9fff]{{1,3}}$")
_DOOR = re.compile(rf"{_ROOM}|{_PLACE}\s?{_N}\s?号(?!楼?\d)|{_N}\s?号")
_HINT = re.compile(r"[\d一二三四五六七八九十百零〇]\s?(?:[号栋幢弄室]|单元)")
_BEFORE = 12
"""Characters before the hint in which a door may begin."""
_NOT_A_DOOR = re.compile(
    "路灯|地块|[井渠桥田楼线机泵坝池塘水电杆变站窗柜台船令文票墓桩床]|仓库|厂房|大棚|摊位|门面|商铺|店|公[告示交]|提案|议案|标段"
    "|合同|发票|会议|[前后起至到止]|[上下]午|召开|开会|报|期|级|库|馆|院|厅|课|章|公路|国道"
)
_HOME = re.compile(
    "住址|家住|住在|现住|现居|居住|户籍|住所|通[讯信]地址|收件|家在|门牌|(?<!居)住(?![房宅户院建宿持保])"
)
_OFFICE_HOME = re.compile("(?:公司|合作社|单位|机构|学校|委员会|村委会|法人|企业|商户|中心|协会).{0,8}(?:住所|地址)")
_PUBLIC = re.compile(
    "办公|村部|村委|居委|政府|党群|服务|便民|会议|地点|礼堂|公司|合作社|[小中大]学|学校|幼儿园|医院|卫生[院室]|派出所|法[庭院]|银行|支行|超市"
    "|商[铺店]|厂|仓库|门面|中心|交易|窗口|公共|广场|公园|[车泵电]站|馆|项目|工程|施工|招标|开标|培训|活动|机关|局|驿站|受理|法律|律师"
)


def addresses(text: str, label: str) -> Iterator[Hit]:
    """Doors beside a word for home are certain; rooms and doors of a person are likely; of offices, none."""
    behind = 0
    for hint in _HINT.finditer(text):
        if hint.start() < behind:
            continue
        start = max(behind, hint.start() - _BEFORE)
        door = next((door for door in _DOOR.finditer(text, start) if door.end() >= hint.end()), None)
        if door is None:
            return
        behind = door.end()
        grade = _grade(text, door, label)
        if grade:
            yield Hit(Kind.ADDRESS, door.start(), door.end(), grade)


def _grade(text: str, door: re.Match[str], label: str) -> Grade | None:
    line = re.split(r"[\n。;|]", text[max(0, door.start() - 30) : door.start() + 1])[-1]
    rest = re.split(r"[\n。;|]", text[door.end() : door.end() + 16], maxsplit=1)[0]
    before, words = f"{label} {line}", f"{label} {line} {rest}"
    if _OFFICE_HOME.search(before):
        return None
    exact = door[0][0].isdecimal() is False and door[0][0] not in "一二三四五六七八九十百零〇"
    room = re.search("[弄栋幢室]|单元|号楼", door[0]) is not None
    if _HOME.search(before):
        return None if _NOT_A_DOOR.match(rest) and not room else Grade.CERTAIN
    placed = exact or room or (_BEHIND.search(line[:-1]) and PERSON.search(words))
    if _PUBLIC.search(words) or (_NOT_A_DOOR.match(rest) and not room) or not placed:
        return None
    return Grade.LIKELY if room or PERSON.search(words) else Grade.LOOK
