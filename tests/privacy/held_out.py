"""The part of the corpus that was written before the finder was first run on it: other sentences, other disguises.

What the finder makes of it is told apart from the rest; a template that turned out to be wrong is mended in the open, in
`MENDED`, and not in the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.privacy import disguises, made
from tests.privacy import negatives as innocent

IDENTITIES = (
    "兹有我村村民周某（公民身份号码{}）申请危房改造补助",
    "|12|吴某|{}|二级|380|",
    "发给郑某{}，代领人签字",
    "身份证：{}；银行回单附后",
    "收到退耕还林款 王某,{},女,56岁",
    "孤儿生活费:{}",
)
MOBILES = (
    "施工队包工头老李,电话{}",
    "如有异议请与孙某联系,手机{}",
    "村民来电{}反映路灯不亮",
    "联系电话|{}|",
    "{}(微信同号)",
)
CARDS = (
    "粮食直补打卡到周某账号{}",
    "开户人吴某 银行卡号 {}",
    "惠农“一卡通”{}已发放",
    "存折账号:{},户名郑某",
)
OTHERS: tuple[tuple[str, str], ...] = (
    ("身份证号码{old}(15位旧证)", "OLD_IDENTITY"),
    ("公民身份号码 {old}", "OLD_IDENTITY"),
    ("申请人住安平镇西河村{number}号", "ADDRESS"),
    ("通讯地址：人民路{number}号{small}栋{room}室 周某收", "ADDRESS"),
    ("住所地:河湾村二组{small}号", "ADDRESS"),
    ("危房户吴某,现居金桂苑{small}号楼{small}单元{room}室", "ADDRESS"),
    ("肇事车辆{plate},驾驶人孙某", "PLATE"),
    ("运输户 {plate} 三趟", "PLATE"),
    ("简历发送至 {qq}@qq.com", "EMAIL"),
    ("孙某的邮箱是sunmou1980@163.com", "EMAIL"),
    ("请加村民郑某微信 zheng_m1980", "WECHAT"),
    ("微信号是:zhm198012", "WECHAT"),
    ("我的QQ是{qq}", "QQ"),
    ("QQ: {qq}(吴某)", "QQ"),
    ("社会保障卡号:{social}", "SOCIAL"),
    ("低保户 周某 {masked6}", "MASKED"),
    ("身份证号 {masked3}", "MASKED"),
    ("吴某,{phone4},三组", "MASKED"),
    ("银行账号{card4}", "MASKED"),
    ("手机{phone4}", "MASKED"),
    ("卡号尾号{last4}", "MASKED"),
    ("身份证后四位{last4}", "MASKED"),
)
INNOCENT: tuple[str | tuple[str, str], ...] = (
    "乙方:示例县绿源农业发展有限公司,信用代码{credit}",
    "示例市安平镇刘村股份经济合作社 {credit}",
    "依据示农发〔{year}〕{small}号、示财农〔{year}〕{other}号",
    "招标编号:SLZB{date8}{d3}",
    "采购合同({year}){d4}号,货号{d13}",
    "电子发票 {d20},价税合计{amount}元",
    "交易流水{date8}{d16}",
    "转账附言:工程款,收款账户:示例路桥工程有限公司 {account}",
    "村级公益事业专户(开户单位:刘村村委会)账号{account4}",
    "咨询电话:0571-{d7}、0571-{d8}",
    "工作日8:30—17:00,电话{landline}",
    "拨打12348、12355、12393、96110",
    "水库水位{small}.{d2}米,库容{d7}立方米,灌溉{d5}亩",
    "{d4} {d4} {d4} {d4} {d4} {d4}",
    "第{small}期 {d4}.{d2} {d4}.{d2} {d4}.{d2} {d4}.{d2}",
    "受理点:安平镇便民服务中心{small}号窗口,地址人民路{number}号",
    "安平镇中心卫生院(滨河大道{number}号)体检",
    "培训在刘村小学{room}室",
    "{small}号楼外墙、{other}号桥栏杆维修,{amount}元",
    "公交{number}路,{small}号线",
    "沥青路面K{small}+{d3}至K{other}+{d3}",
    "集体林权证号 B{d10}",
    "GPS坐标(120.{d6},30.{d6})",
    "IP 192.168.{small}.{other},端口8080",
    "软件版本 {small}.{other}.{d4}",
    "国标GB/T {d5}-{year}、NY/T {d4}-{year}",
    "苗木胸径{small}-{other}cm,{d4}株",
    "垃圾清运车(苏A{d5}号公务车)加油{amount}元",
    "党员群众微信群、QQ工作群",
    "网站邮箱 office@anping.example.gov.cn 收意见",
    ("{d12}", "水表号"),
    ("{county}{date8}{d4}", "档案编号"),
    ("{d16}", "票据号码"),
    "表决:同意{number}票,反对{small}票,弃权{small}票,应到{number}人,实到{number}人",
)


def positives(random: Random) -> Iterator[tuple[str, str, str]]:
    """(text, kind, disguise)."""
    ways = disguises.HELD_OUT | {"plain": disguises.PLAIN["plain"], "entities": disguises.PLAIN["entities"]}
    for kind, forms, make in (
        ("IDENTITY", IDENTITIES, made.identity),
        ("MOBILE", MOBILES, made.mobile),
        ("BANK", CARDS, made.card),
    ):
        for name, way in ways.items():
            for form in forms:
                for _ in range(2):
                    yield form.format(way(make(random), random)), kind, name
    for form, kind in OTHERS:
        for _ in range(10):
            yield form.format(**_others(random)), kind, "plain"


def negatives(random: Random) -> Iterator[tuple[str, str]]:
    """(text, label)."""
    for text, label in innocent.filled(tuple(_with_landline(form) for form in INNOCENT), random, 24):
        yield text.replace("<landline>", f"0571{made.digits(random, 8)}"), label


def _with_landline(form: str | tuple[str, str]) -> str | tuple[str, str]:
    return form.replace("{landline}", "<landline>") if isinstance(form, str) else form


def _others(random: Random) -> dict[str, object]:
    identity, mobile, card = made.identity(random), made.mobile(random), made.card(random)
    return {
        "old": made.old_identity(random),
        "number": random.randint(1, 300),
        "small": random.randint(1, 30),
        "room": f"{random.randint(1, 9)}{random.randint(1, 9):02}",
        "plate": made.plate(random),
        "qq": made.digits(random, random.randint(7, 10)),
        "social": random.choice("ABCD") + made.digits(random, 8),
        "masked6": f"{identity[:6]}********{identity[-4:]}",
        "masked3": f"{identity[:3]}***********{identity[-4:]}",
        "phone4": f"{mobile[:3]}****{mobile[-4:]}",
        "card4": f"{card[:4]}{'*' * (len(card) - 8)}{card[-4:]}",
        "last4": made.digits(random, 4),
    }
