"""Field types: what the raw text of a value means, and the Chinese sentence when it means nothing.

Every scalar arrives as text, exactly as typed; nothing here guesses. A type that refuses a value raises
PydanticCustomError whose message says what is wrong and whose context may hold a `hint` with the mend.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.amount import Amount
from generator.model.period import Period
from generator.model.text import clip, halfwidth, is_slug

# re.ASCII: `\d` alone would also take Indian, Arabic and mathematical digits.
_DAY = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)", re.ASCII
)
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_MASK = re.compile(r"\*+|[xX×]{2,}")
_ID_HINT = "只用小写字母、数字和连字符,最多40个,例如 liucun-2026-03;con、nul、com1 等电脑保留的名字不能用"
_DIGITS = 15  # more is a code typed into a number field


def refuse(kind: str, message: str, hint: str = "") -> PydanticCustomError:
    """The error of a value that does not fit; `{` in typed text must not be taken for a placeholder."""
    return PydanticCustomError("gongkai", "{said}", {"said": message, "hint": hint, "kind": kind})


def _raw(value: Any, wanted: str) -> str:
    if value is None:
        raise _blank()
    if not isinstance(value, str):
        raise refuse("shape", f"这里应当写{wanted},不是一组内容", "去掉下面缩进的内容,只写一个值")
    return halfwidth(value).strip()


def _blank() -> PydanticCustomError:
    return refuse("empty", "这里不能空着", "请填写内容;没有这一项就删去这一行")


def parse_number(value: Any, wanted: str = "数字") -> Decimal:
    """`12,000.50` → Decimal; refuses exponents, units and misplaced commas."""
    if isinstance(value, Decimal):
        return value
    text = _raw(value, wanted)
    if not _NUMBER.fullmatch(text):
        raise refuse("number", f"“{clip(value)}”不是{wanted}", "只写数字,例如 12,000.00;单位不写在数字后面")
    if sum(c.isdigit() for c in text) > _DIGITS:
        raise refuse("number", f"“{clip(value)}”位数太多,不像{wanted}", f"最多{_DIGITS}位数字,请核对")
    return Decimal(text.replace(",", ""))


def parse_money(value: Any) -> Decimal:
    """Yuan with at most two decimals."""
    number = parse_number(value, "金额")
    if number != round(number, 2):
        raise refuse("number", f"“{clip(str(value))}”的小数超过两位", "金额以元为单位,最多写到分")
    return number


def parse_count(value: Any) -> int:
    """A whole number, zero or more."""
    if isinstance(value, int):
        return value
    number = parse_number(value, "整数")
    if number != int(number) or number < 0:
        raise refuse("number", f"“{clip(str(value))}”不是整数", "人数、户数、票数写 0 或正整数")
    return int(number)


def parse_days(value: Any) -> int:
    """How many days; ten years at most, so that no deadline leaves the calendar."""
    days = parse_count(value)
    if days > 3660:
        raise refuse("number", f"{days}天太长", "天数最多写 3660")
    return days


def parse_day(value: Any) -> date:
    """`2026-03-05`, `2026/3/5`, `2026.3.5` or `2026年3月5日` → date."""
    if isinstance(value, date):
        return value
    found = _DAY.fullmatch(_raw(value, "日期"))
    if not found:
        raise refuse("date", f"“{clip(value)}”不是日期", "写成 2026-03-05 这样")
    year, month, day = (int(group) for group in found.groups() if group)
    if not (1900 <= year <= 2200 and 1 <= month <= 12):
        raise refuse("date", f"“{clip(value)}”不是日期", "年份或月份不对,写成 2026-03-05 这样")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise refuse("date", f"“{clip(value)}”不是日期:{year}年{month}月只有{last}天", "请改成真实的日期")
    return date(year, month, day)


def parse_period(value: Any) -> Period:
    """`2026-03`, `2026-Q1`, `2026-H1`, `2026` and the Chinese forms → Period."""
    if isinstance(value, Period):
        return value
    text = _raw(value, "期间")
    try:
        return Period.parse(text)
    except ValueError:
        raise refuse("period", f"“{clip(value)}”不是期间", "写成 2026-03(月)、2026-Q1(季度)或 2026(年)") from None


def parse_figure(value: Any) -> Amount:
    """A number, `**` for a figure masked in the source, or nothing for a missing one."""
    if isinstance(value, Amount):
        return value
    if value is None:
        return Amount.missing()
    text = _raw(value, "数值")
    if _MASK.fullmatch(text):
        return Amount.masked()
    return Amount.known(parse_number(value, "数值"))


def parse_yes(value: Any) -> bool:
    """是 or 否, and nothing else."""
    if isinstance(value, bool):
        return value
    text = _raw(value, "“是”或“否”")
    if text not in ("是", "否"):
        raise refuse("yes", f"“{clip(value)}”不明确", "只写“是”或“否”")
    return text == "是"


def parse_text(value: Any) -> str:
    """Text as typed, without blanks around it."""
    if value is None:
        raise _blank()
    if not isinstance(value, str):
        raise refuse("shape", "这里应当写文字,不是一组内容", "去掉下面缩进的内容;文字里有冒号时,用引号把整段括起来")
    return value.strip()


def parse_list(value: Any) -> Any:
    """A list; one value alone stands for a list of one, nothing for an empty one."""
    if value is None:
        return ()
    return value if isinstance(value, (list, tuple)) else (value,)


def parse_dimensions(value: Any) -> Any:
    """`{年龄段: 60岁以上}` → {name of the breakdown: its part}."""
    if not isinstance(value, dict):
        raise refuse("shape", "维度应当写成 {年龄段: 60岁以上}", "冒号左边写按什么分,右边写分到哪一类")
    if blank := next((name for name, part in value.items() if part is None), None):
        raise refuse("empty", f"维度“{clip(blank)}”没有写值", "写成 {年龄段: 60岁以上},不分就删去")
    return {parse_text(name): parse_text(part) for name, part in value.items()}


def parse_fingerprints(value: Any) -> Any:
    """`{收入: 1a2b3c4d}` → {label: eight hexadecimal digits}."""
    if not isinstance(value, dict):
        raise refuse("shape", "指纹应当写成 {收入: 1a2b3c4d}", "由 gongkai publish 写,不要手改")
    for label, digits in value.items():
        if not isinstance(digits, str) or not re.fullmatch(r"[0-9a-f]{8}", digits):
            raise refuse(
                "fingerprint", f"“{clip(label)}”的指纹不对", "指纹由程序写;删去整个“指纹”,再运行 gongkai publish"
            )
    return dict(value)


def _check_id(value: str) -> str:
    if not is_slug(value):
        raise refuse("id", f"“{clip(value)}”不能作编号", _ID_HINT)
    return value


def _limit(length: int) -> AfterValidator:
    def check(value: str) -> str:
        if not value:
            raise _blank()
        if len(value) > length:
            raise refuse("long", f"文字有{len(value)}个字,超过{length}个", "请分成几段或精简")
        return value

    return AfterValidator(check)


def _check_phone(value: str) -> str:
    number = halfwidth(value)
    if not re.fullmatch(r"(?=(?:\D*\d){5})[\d\-()转 ]{5,30}", number, re.ASCII):
        raise refuse("phone", f"“{clip(value)}”不是电话号码", "写成 0571-88880000 这样的办公电话")
    return number


def _check_digits(value: str) -> str:
    code = halfwidth(value)
    if not re.fullmatch(r"\d{6}|\d{9}|\d{12}", code, re.ASCII):
        raise refuse("code", f"“{clip(value)}”不是区划代码", "区划代码是6、9或12位数字,前面的0也要写")
    return code


Text = Annotated[str, BeforeValidator(parse_text)]
Id = Annotated[Text, AfterValidator(_check_id)]
ShortText = Annotated[Text, _limit(200)]
LongText = Annotated[Text, _limit(5000), "long"]
"""Sentences; a table shows them below the row, not in a column."""
Names = Annotated[tuple[ShortText, ...], BeforeValidator(parse_list)]
Paragraphs = Annotated[tuple[LongText, ...], BeforeValidator(parse_list)]
Phone = Annotated[Text, AfterValidator(_check_phone)]
PlaceCode = Annotated[Text, AfterValidator(_check_digits)]
Person = Annotated[Text, _limit(40), "person"]
"""The name of someone who is not named by office; masked as 张*三 where the catalogue says so."""
PERSONAL = "personal"
"""Marks a field that says something of a person; what is worked out of too few of them would say it of one."""
Word = Annotated[ShortText, "word"]
"""One of the words that a vocabulary of the catalogue lists for the field, where there is one."""
Dimensions = Annotated[dict[str, str], BeforeValidator(parse_dimensions)]
Fingerprints = Annotated[dict[str, str], BeforeValidator(parse_fingerprints)]
Number = Annotated[Decimal, BeforeValidator(parse_number)]
Money = Annotated[Decimal, BeforeValidator(parse_money)]
Count = Annotated[int, BeforeValidator(parse_count)]
Days = Annotated[int, BeforeValidator(parse_days)]
Day = Annotated[date, BeforeValidator(parse_day)]
PeriodField = Annotated[Period, BeforeValidator(parse_period)]
Figure = Annotated[Amount, BeforeValidator(parse_figure), Field(default_factory=Amount.missing)]
"""Never required: a label with nothing behind it is a missing figure."""
YesNo = Annotated[bool, BeforeValidator(parse_yes)]
