"""The part of the corpus that was written before the finder was run on it: other sentences, other disguises.

What the finder made of it at first sight: of the first set 670 of 700 found (all misses were cut by `。`), 1 false alarm in
816 lines; of the second, written when all of the first was found, 348 of 380 (doors behind a hill's name, `23-23-204室`,
企鹅号, a child's 低保证号), none in 1,008. All of that was mended since, so these lines are no measure of what is not in them.
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
    ("银行账号{hidden4}", "MASKED"),
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

SECOND: tuple[tuple[str, str], ...] = (
    ("{identity}张某", "IDENTITY"),
    ("张某{identity}李某{identity2}", "IDENTITY"),
    ("[{identity}]", "IDENTITY"),
    ("公益林补偿 吴某 {mobile} {identity} {card} 326.40", "IDENTITY"),
    ("公益林补偿 吴某 {mobile} {identity} {card} 326.40", "MOBILE"),
    ("公益林补偿 吴某 {identity} {card} 326.40", "BANK"),
    ("身 份 证 {identity}", "IDENTITY"),
    ("sfz:{identity}", "IDENTITY"),
    ("孙女{minor}就读镇中心小学", "IDENTITY"),
    ("低保证号{identity}01", "IDENTITY"),
    ("周某/{identity}/{mobile}", "IDENTITY"),
    ("周某/{identity}/{mobile}", "MOBILE"),
    ("保洁员周某 tel {mobile}", "MOBILE"),
    ("☎{mobile}", "MOBILE"),
    ("周某:{mobile},有事找他", "MOBILE"),
    ("周某({mobile3})", "MOBILE"),
    ("施工负责人周某+86-{mobile3}", "MOBILE"),
    ("请打{mobile}找周会计", "MOBILE"),
    ("卡:{card}", "BANK"),
    ("打入周某农行卡{card4}", "BANK"),
    ("信用社账户{card},周某领", "BANK"),
    ("周某 社保卡金融账号{card}", "BANK"),
    ("周某家(西河村后山{number}号)屋顶漏雨", "ADDRESS"),
    ("送到{number}弄{small}号{room}室周某", "ADDRESS"),
    ("残疾人周某,安平花园{small}-{small}-{room}室", "ADDRESS"),
    ("地址:西河村{number}号,户主周某", "ADDRESS"),
    ("收件地址 滨河路{number}号{small}单元{room}", "ADDRESS"),
    ("周某名下小轿车{plate}", "PLATE"),
    ("联系周某 zhou_m@outlook.com", "EMAIL"),
    ("材料发周某 zhoum (at) 163.com", "EMAIL"),
    ("微信zhoumou1980", "WECHAT"),
    ("加他V信:zhou-1980a", "WECHAT"),
    ("企鹅号{qq}", "QQ"),
    ("QQ邮箱不用,QQ号{qq}", "QQ"),
    ("周某 {maskedyear}", "MASKED"),
    ("周某 {phone3}", "MASKED"),
    ("周某,身份证末四位{last4}", "MASKED"),
    ("{card6}(周某)", "MASKED"),
)
"""Written when the finder found all of the above, before it was run on these."""
SECOND_INNOCENT: tuple[str | tuple[str, str], ...] = (
    "拨付{county}{date8}批次资金{amount}元",
    "编码{county}100201000{d3}",
    "{d18}号发票已入账",
    "农村承包地经营权证 {county}100201{d6}J",
    "合同({year})示集{d3}号,期限{date}至{date}",
    "统计表号:示统{small}表 {d4}-{d4}-{d4}",
    "苗木{d4}株×{d2}.{d2}元,{d4}株×{d2}.{d2}元",
    "高程{d4}.{d3}、{d4}.{d3}、{d4}.{d3}",
    "{d5}|{d6}|{d5}|{d6}|{d5}|{d6}",
    "{d8} {d10} {d8} {d10}",
    "ISBN 978-7-{d4}-{d4}-{small}",
    "CN {d2}-{d4}/D,邮发代号 {small}-{other}",
    "执行标准 DB33/T {d4}—{year}",
    "灭火器{small}具,编号{d8}至{d8}",
    "村民代表{number}人,实到{small}人,同意率{other}.{d2}%",
    "变压器S11-M-{d3}/10,{small}台",
    "中标人:示例市政工程有限公司,项目经理注册编号浙{d12}",
    "招标代理:示例项目管理有限公司 联系方式0571-{d8}",
    "便民服务热线:{landline}",
    "纪委信箱 jw@anping.example.gov.cn、举报网址 www.12388.gov.cn",
    "刘村老年活动室(刘村{number}号)开放",
    "农家书屋位于文化礼堂{small}楼{room}室",
    "{small}号、{other}号、{number}号农田机耕路",
    "村道{small}号段硬化{d4}米",
    "村口{small}号桥限重{other}吨",
    "{month}号楼、{small}号楼加装扶手",
    "第{small}组{other}户抽中{number}号",
    "三组{number}号张**、四组{other}号李**",
    "张某(三组{small}号)120.00元",
    "身份证复印件{small}份、户口本{other}份",
    "手机充值卡{number}元",
    "银行卡工本费{small}元,账户维护费{d2}元",
    "微信收款{amount}元,支付宝{amount}元",
    "微信支付单号{d18}{d10}",
    "QQ农场{d4}亩",
    "*注:{d2}***以内免费",
    "{year}****年度",
    "规格2000*1500*{d2}",
    ("{d18}", "业务流水号"),
    ("{d11}", "收据编号"),
    ("{d16}", "单据号"),
    ("{d13}", "数量"),
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
    for form, kind in (*OTHERS, *SECOND):
        for _ in range(10):
            yield form.format(**_others(random)), kind, "plain"


def negatives(random: Random) -> Iterator[tuple[str, str]]:
    """(text, label)."""
    for text, label in innocent.filled(
        tuple(_with_landline(form) for form in (*INNOCENT, *SECOND_INNOCENT)), random, 24
    ):
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
        "hidden4": f"{card[:4]}{'*' * (len(card) - 8)}{card[-4:]}",
        "last4": made.digits(random, 4),
        "identity": identity,
        "identity2": made.identity(random),
        "minor": made.identity(random, first=2010),
        "mobile": mobile,
        "mobile3": f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}",
        "card": card,
        "card4": " ".join(card[n : n + 4] for n in range(0, len(card), 4)),
        "maskedyear": f"{identity[:6]}{identity[6:10]}****{identity[-4:]}",
        "phone3": f"{mobile[:3]}*****{mobile[-3:]}",
        "card6": f"{card[:6]}{'*' * (len(card) - 10)}{card[-4:]}",
    }
