"""Lines as townships type them: with a private number in them, or with a number that is nobody's; the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.privacy import disguises, held_out, made
from tests.privacy.negatives import negatives

KINDS = ("IDENTITY", "OLD_IDENTITY", "MOBILE", "BANK", "ADDRESS", "PLATE", "EMAIL", "WECHAT", "QQ", "SOCIAL", "MASKED")


@dataclass(frozen=True, slots=True)
class Line:
    """What is typed in a field of this label; the kind that must be found, or nothing; how it is hidden."""

    text: str
    kind: str = ""
    disguise: str = "plain"
    label: str = ""
    blind: bool = False
    """Written before the finder was first run on it."""


IDENTITIES = (
    "付张某{}误工费",
    "{}",
    "户主李某，身份证号码：{}，家庭人口4人",
    "张某 {} 低保 3 人 1,200.00 元",
    "1 王某 {} 2026年3月",
    "身份证编号{}",
    "监护人（{}）已签字",
    "领款人:赵某,证件号{};经手人:钱某",
    "残疾证号{}43",
    "3组{}张某",
)
MOBILES = (
    "电话 {}",
    "{}",
    "联系人老张{}",
    "手机：{}。",
    "有事请拨打{}，或到村部",
    "张某 手机号码 {} 三组",
    "联系方式{}",
)
BARE_MOBILES = ("老张 {}", "李某，{}，三组", "{}(张某)")
CARDS = (
    "卡号{}",
    "一卡通 {} 张某",
    "补贴打到银行卡{}",
    "户名：张某，账号：{}",
    "农商行账户{}(李某)",
    "社保卡号：{}",
)
OLD = ("身份证{}", "证件号码:{}", "李某 身份证号 {} 补贴")
ADDRESSES = (
    "住址:{village}{number}号",
    "家住{village}{number}号",
    "家庭住址：安平镇{village}{number}组{other}号",
    "现住{road}{number}弄{other}号{room}室",
    "户籍地址:{road}{number}号{small}幢{small}单元{room}室",
    "张某,住{estate}{small}栋{small}单元{room}",
    "{estate}{small}幢{room}室李某",
    "李某家住安平镇{road}{number}号",
    "困难户王某({village}{number}号)危房改造",
    "住址：{village}{chinese}号",
)
PLATES = ("车牌号{}", "{}", "车主张某,{}", "占用停车位的车辆{}请移走", "张某的货车（{}）运费300元")
MAILS = ("邮箱:{}", "请发到{}", "李某 {}", "电子邮箱 {}，联系人王某")
MAIL_NAMES = ("zhangsan88", "li.wei", "wang_xm1975", "{mobile}", "{qq}")
MAIL_HOSTS = ("qq.com", "163.com", "126.com", "sina.com", "foxmail.com", "139.com", "gmail.com", "hotmail.com")
WECHATS = ("微信号:{}", "微信：{}", "加微信{}", "WeChat: {}", "微信ID {}", "VX:{}")
WECHAT_NAMES = ("zhangsan_88", "wxid_a1b2c3d4e5f6g7", "LaoWang-1965", "lixm1975")
QQS = ("QQ:{}", "QQ号{}", "qq {}", "扣扣{}", "QQ号码：{}")
SOCIALS = ("社保卡号:{}", "社会保障卡号 {}", "社保卡卡号：{}")
MASKS = (
    ("身份证号{}", "identity"),
    ("张某 {} 1,200.00元", "identity"),
    ("{}", "identity"),
    ("电话{}", "mobile"),
    ("张某 {}", "mobile"),
    ("一卡通{}", "card"),
    ("卡号 {} 李某", "card"),
)


def lines() -> list[Line]:
    """Everything, in a fixed order."""
    random = Random(20261020)
    found = list(_positives(random))
    found += [Line(text, label=label) for text, label in negatives(Random(7))]
    found += [Line(*one, blind=True) for one in held_out.positives(Random(11))]
    found += [Line(text, label=label, blind=True) for text, label in held_out.negatives(Random(13))]
    return found


def _positives(random: Random) -> Iterator[Line]:
    yield from _numbers(random, "IDENTITY", IDENTITIES, disguises.ALL, 3)
    yield from _numbers(random, "MOBILE", MOBILES, disguises.ALL, 2)
    yield from _numbers(random, "BANK", CARDS, disguises.ALL, 2)
    plain = {"plain": disguises.PLAIN["plain"], "full-width": disguises.PLAIN["full-width"]}
    yield from _numbers(random, "MOBILE", BARE_MOBILES, plain, 20)
    yield from _numbers(random, "OLD_IDENTITY", OLD, disguises.PLAIN, 2)
    for _ in range(20):
        yield from (Line(text, "ADDRESS") for text in _addresses(random))
        yield from (Line(form.format(_worn(made.plate(random), random)), "PLATE") for form in PLATES)
        yield from (Line(form.format(_mail(random)), "EMAIL") for form in MAILS)
        yield from (Line(form.format(random.choice(WECHAT_NAMES)), "WECHAT") for form in WECHATS)
        yield from (Line(form.format(made.digits(random, random.randint(6, 11))), "QQ") for form in QQS)
        yield from (Line(form.format(_social(random)), "SOCIAL") for form in SOCIALS)
        yield from (Line(form.format(_masked(kind, random)), "MASKED") for form, kind in MASKS)


def _numbers(
    random: Random, kind: str, forms: tuple[str, ...], ways: dict[str, disguises.Disguise], times: int
) -> Iterator[Line]:
    make = {"IDENTITY": made.identity, "MOBILE": made.mobile, "BANK": made.card, "OLD_IDENTITY": made.old_identity}
    for name, way in ways.items():
        for form in forms:
            for _ in range(times):
                yield Line(form.format(way(make[kind](random), random)), kind, name)


def _addresses(random: Random) -> Iterator[str]:
    for form in ADDRESSES:
        yield form.format(
            village=random.choice(("刘村", "西河村", "竹溪村", "大湾", "王家庄", "李家屯")),
            road=random.choice(("人民路", "建设街", "滨河大道", "解放巷")),
            estate=random.choice(("幸福小区", "安平花园", "金桂苑", "河湾新村")),
            number=random.randint(1, 300),
            other=random.randint(1, 99),
            small=random.randint(1, 20),
            room=f"{random.randint(1, 18)}{random.randint(1, 4):02}",
            chinese=random.choice(("十二", "八十八", "一百零三", "三十")),
        )


def _worn(plate: str, random: Random) -> str:
    """As painted, with a dot, with a blank; now and then in small letters."""
    head, tail = plate[:2], plate[2:]
    return random.choice(
        (plate, f"{head}·{tail}", f"{head} {tail}", f"{head}-{tail}", f"{head[0]}{head[1].lower()}{tail}")
    )


def _mail(random: Random) -> str:
    name = random.choice(MAIL_NAMES).format(mobile=made.mobile(random), qq=made.digits(random, 9))
    return random.choice(("{}@{}", "{}＠{}", "{} @ {}", "{}#{}")).format(name, random.choice(MAIL_HOSTS))


def _social(random: Random) -> str:
    return random.choice("ABCDEFG") + made.digits(random, 8)


def _masked(kind: str, random: Random) -> str:
    star = random.choice("*＊×●")
    if kind == "identity":
        number = made.identity(random)
        head, tail = random.choice(((6, 4), (4, 4), (3, 4), (6, 2), (10, 4), (14, 1)))
    elif kind == "mobile":
        number, head, tail = made.mobile(random), 3, 4
    else:
        number = made.card(random)
        head, tail = random.choice(((4, 4), (6, 4), (6, 3)))
    return number[:head] + star * (len(number) - head - tail) + number[len(number) - tail :]
