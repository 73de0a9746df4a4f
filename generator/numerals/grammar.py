"""How numbers are written: the one pattern that finds every number of a text, and the measure words behind them.

Every pattern of this room is linear: runs are taken whole (possessive) and all other repetition is bounded.
"""

from __future__ import annotations

import re

DIGIT = "零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
UNIT = "十百千万亿拾佰仟萬億廿卅"
HAN = f"[{DIGIT}{UNIT}]"
ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?"
_HALF = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_FOLD = _HALF | str.maketrans("％﹪．－＋～〜∼（）＂「」『』［］：；", "%%.-+~~~()““”“”〔〕:;")
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


def folded(text: str) -> str:
    """The text in half width, one character for one character: places stay the same. `４２，０００` is grouped."""
    return _WIDE_COMMA.sub(",", text).translate(_FOLD)


_TENTHS = "成(?:[一二三四五六七八九半])?(?![立为了员本长功熟绩就果分套效品交型份因败片群])"
_POWERS = r"(?:[多余几]?(?:[十百万亿]|千(?![瓦克米伏卡帕焦]))(?!分))++"
_SIGN = r"(?:(?<=[\s长降为是至到率比了(:,，、])[-+−](?=\d))?"
_PARTS = (
    rf"(?P<share>(?:{HAN}++|\d{{1,9}})分之(?:{ARABIC}|(?:[几数]?{HAN}++)(?:点{HAN}++)?)[多余]?)",
    r"(?P<ratio>(?<![\d/.])\d{1,3}/\d{1,3}(?![\d/.%]))",
    rf"(?P<arabic>{_SIGN}{ARABIC}(?:{_POWERS})?[余多]?(?:%|‰|{_TENTHS})?)",
    rf"(?P<point>{HAN}++点{HAN}++(?=倍|个百分点|公里|米|亩|元|吨|斤|平方|岁|厘米))",
    rf"(?P<tenths>[一二三四五六七八九两几]{{1,2}}{_TENTHS})",
    r"(?P<half>一半|半数)",
    rf"(?P<vague>[百千万]把(?=[块人户斤亩个元名])|[数几](?=[十百千万亿]){HAN}++[多余]?|[上近](?=[百千万亿]++(?!分|{HAN})){HAN}++[多余]?)",
    rf"(?P<han>{HAN}++(?:(?<=[{UNIT}])[多余几来](?![自到])(?:[十百千万亿]++)?)?)",
    r"(?P<pair>[俩仨])",
    r"(?P<mark>[①-⒛㈠-㈩])",
)
NUMBER = re.compile("|".join(_PARTS))
"""Every number of a text, whatever it counts; the group says how it is written."""

_MEASURES = (
    "个百分点 个工作日 平方公里 平方千米 平方米 立方米 公里 千米 厘米 毫米 海里 公顷 公斤 千克 千瓦时 千瓦 兆瓦 公分 平米 平方 立方 "
    "人次 户次 件次 批次 场次 车次 班次 架次 台次 人份 课时 学时 工时 人日 美元 欧元 港元 行政村 自然村 社区 街道 摄氏度 乡镇 部门 度电 "
    "个 名 位 人 户 家 所 处 座 栋 幢 间 套 件 台 辆 艘 架 部 根 株 棵 颗 头 只 匹 尾 盏 块 片 亩 吨 斤 克 米 倍 番 次 场 期 批 轮 趟 遍 "
    "项 种 份 张 册 本 篇 幅 封 支 村 镇 乡 县 市 省 票 笔 宗 起 例 眼 道 股 节 堂 款 页 岁 元 条 门 对 双 组 口 元 台套 顶 床 箱 袋 瓶 桶 "
    "筐 车 船 岗 任 单 层 校 企 国 圈 段 盆 把 桌 席 枚 束 粒 朵 阵 回 里 度 字 句"
)
_MORE_MEASURES = "分 级 面 步 顿 班 队 类 届 代 重 方 区 站 点 升 丈 尺 寸 角 毛 点 kg km km² m² ㎡ m mm cm t kW MW kV kWh h ha °C ℃ °"
_LONG = tuple(sorted({*_MEASURES.split(), *_MORE_MEASURES.split()}, key=lambda word: (-len(word), word)))
MEASURE = re.compile(r"\s?(" + "|".join(map(re.escape, _LONG)) + ")")
"""What may stand behind digits."""
_SHORT = [word for word in _LONG if word in set(_MEASURES.split()) - {"里", "度", "字", "句", "国", "校"}]
_OTHER = "个体|人称|轮车|轮驱|次元|件套|口之|门峡|家店|家渠|家子|任务|任何|道[河沟湾岭梁岔桥]|棵树[村镇下]|门村|座店|单[位项个元独纯据身]|层[面次级]"
"""Words that begin like a measure word."""
COUNTED = re.compile(f"(?!{_OTHER})(?:{'|'.join(map(re.escape, _SHORT))})")
"""What may stand behind a single number word: behind `三` most characters make another word of it."""
