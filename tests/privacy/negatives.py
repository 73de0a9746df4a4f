"""Numbers as townships print them every day, none of which is a private person's."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.privacy import made

TIMES = 32
"""How often each form is filled in."""

FORMS: tuple[str | tuple[str, str], ...] = (
    "统一社会信用代码:{credit}",
    "{credit}",
    "中标单位:某某建筑工程有限公司({credit})",
    ("{credit}", "信用代码"),
    "纳税人识别号 {credit},开户行及账号见合同",
    "安政〔{year}〕{small}号",
    "〔{year}〕第{small}号文件同意,共{number}户",
    "安平镇人民政府令第{small}号",
    "合同编号{d11}",
    "合同号 HT{date8}{d3}",
    "合同编号:{county}{date8}{d4}",
    "发票号码 {d8},发票代码 {d12}",
    "数电发票号码{d20}",
    "银行流水号{d18}",
    "订单号:{date8}{d11}",
    "运单号 SF{d13}",
    "快递单号{d13}",
    "凭证号 {small}-12、{small}-13、{small}-14",
    "项目编号 {year}-330281-01-02-{d6}",
    "项目代码:{year}-330281-48-01-{d6}",
    "区划代码 {county}100201",
    "宗地代码{county}001001JC{d5}",
    "不动产权证号:浙({year})示例县不动产权第{d7}号",
    "户名:刘村股份经济合作社,开户行:示例农商银行安平支行,账号:{account}",
    "村集体对公账户 {account}",
    "基本存款账户:刘村村民委员会 {account}",
    "收款单位:示例建设有限公司 开户行:某某银行 账号 {account4}",
    "监督电话 0571-{d8}",
    "电话:0571-{d8}转8001",
    "村部电话0{d3}-{d7}",
    "(0571){d8}",
    "热线 12345、12388,银行客服95588",
    "服务热线 400-{d3}-{d4},联系村部",
    "投诉请拨12315或400{d7}",
    "期初结存 {amount} + 收入 {amount} = {amount}",
    "补贴 130.00 {amount} 1200.00 元,联系村部",
    "合计{d11}元",
    "{amount} {amount} {amount} {amount}",
    "总投资{d5}.{d2}万元,其中自筹{d4}.00万元",
    "面积 {d7} 平方米,{d4} 户",
    "耕地 {d4}.{d2} 亩,林地 {d5}.{d2} 亩",
    "{date} 至 {date}",
    "公示期:{date}—{date},{number}户",
    "{date8} {date8}",
    "{year}年{small}月{small}日,一九四九年十月一日",
    "二〇二六年三月五日,第{small}次会议,{number}人到会",
    "办公地址:安平镇人民路{number}号",
    "村部:刘村{number}号(党群服务中心)",
    "镇政府地址:安平镇建设街{number}号",
    "会议地点:刘村{number}号文化礼堂",
    "开标地点:安平镇人民路{number}号公共资源交易中心{room}室",
    "三组{small}号路灯修好了",
    "{small}号地块、{other}号地块由合作社经营",
    "{small}号井、{other}号渠,长{number}米",
    "厂房{small}栋,仓库{other}座,年租金{amount}元",
    "刘村三组张某等{number}户",
    "每组{small}户,共{number}人",
    "{month}月{small}号开会,{other}号公示",
    "第{small}号提案,{number}票同意",
    "党费专户 {account4}(机关党委)",
    "农膜规格{small}×{number}×{d4}",
    "钢管 DN300×{d4},单价{amount}",
    "**{year}年工作**:完成{number}户",
    "网址 http://www.example.gov.cn/art/{year}/{month}/{small}/art_{d7}_{d8}.html",
    "镇政府邮箱 apz@example.gov.cn",
    "微信公众号:anpingfabu",
    "村微信群共{number}人,每天{small}条消息",
    "微信小程序“示例公开”",
    "QQ群里{number}人",
    "浙B2-{date8}-{small}",
    "浙ICP备{d8}号-1",
    "公务用车苏A·{d5}维修费{amount}元",
    "经度120.{d6},纬度30.{d6}",
    "电表户号{d10},用电{d4}千瓦时",
    "水表号 {d12}",
    "条形码 69{d11}",
    "设备序列号 {d16}",
    "土地证号:示国用({year})第{d8}号",
    "案号:({year})浙0281民初{d4}号",
    "党员{number}名,{d2}名预备党员,应到{number}人",
    ("{d11}", "凭证号"),
    ("{d12}", "区划代码"),
    ("{county}{date8}{d4}", "合同编号"),
    ("{amount}", "金额"),
    ("{account}", "对公账号"),
    ("0571-{d8}", "公开电话"),
    "招标文件第{small}章第{other}条,{month}月{small}日{small}时",
    "种子批号 {date8}{d6}",
    "养殖档案编号 {d15}",
    "评分 9{small} 8{other} 85 79 92 88 76 90 81",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
    "序号|金额|余额\n1|{amount}|{amount}\n2|{amount}|{amount}",
    "{year}|{d4}|{d4}|{d4}|{d4}|{d4}",
    "收入 {d4} {d4} {d4} {d4} {d4} 元",
    "比去年多{number}户,增长{small}.{d2}%,人均{d5}元",
)


def negatives(random: Random) -> Iterator[tuple[str, str]]:
    """(text, label of the field)."""
    yield from filled(FORMS, random, TIMES)


def filled(forms: tuple[str | tuple[str, str], ...], random: Random, times: int) -> Iterator[tuple[str, str]]:
    """Every form so many times, with other numbers each time."""
    for form in forms:
        text, label = form if isinstance(form, tuple) else (form, "")
        for _ in range(times):
            yield text.format(**_numbers(random)), label


def _numbers(random: Random) -> dict[str, object]:
    day = (random.randint(2015, 2026), random.randint(1, 12), random.randint(1, 28))
    account = made.digits(random, random.choice((15, 16, 17, 18, 19, 21)))
    lengths = (2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 15, 16, 18, 20)
    return {
        "credit": made.credit_code(random),
        "year": day[0],
        "date": "{}-{:02}-{:02}".format(*day),
        "date8": "{}{:02}{:02}".format(*day),
        "county": random.choice(("330281", "532301", "110105")),
        "account": account,
        "account4": " ".join(account[n : n + 4] for n in range(0, len(account), 4)),
        "amount": f"{random.randint(100, 9_999_999):,}.{random.randrange(100):02}",
        "small": random.randint(1, 20),
        "other": random.randint(1, 99),
        "number": random.randint(20, 400),
        "month": random.randint(1, 12),
        "room": f"{random.randint(1, 9)}{random.randint(1, 20):02}",
        **{f"d{length}": made.digits(random, length) for length in lengths},
    }
