"""What a web page, a newspaper or a printer put around a text: whole lines of it, and remarks behind a last sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.exchange.archive.lines import Act, Line, Note, cut

LONGEST = 160
"""Furniture is short; a longer line is text, whatever it begins with."""
_URL = r"(?:https?://|www\.)[\w./?=&%#:~+-]+"
_END = r"[^。！？；]{0,80}[。！]?"
_BUTTONS = (
    "打印本页|打印|关闭窗口|关闭|返回顶部|返回首页|返回列表|返回|收藏本页|收藏|加入收藏|我要评论|发表评论|评论|点赞|分享|"
    "分享到[:：]?|微信|微博|新浪微博|QQ空间|QQ好友|人人网|扫一扫|手机阅读|大|中|小|字号|字体|全屏|复制链接|举报|纠错|首页"
)
_BLANK = r"[\s|/｜【】\[\]()（）·:：+-]"


@dataclass(frozen=True, slots=True)
class Furniture:
    """One kind of line that belongs to the page and not to the text."""

    why: str
    pattern: re.Pattern[str]


def _kind(why: str, pattern: str) -> Furniture:
    return Furniture(why, re.compile(pattern, re.IGNORECASE))


_FROM = r"(?:本文|文章|稿件|原文|内容|信息)?(?:来自|来源|出处|转自|转载自|选自|摘自|链接)(?:于)?"
_COUNT = r"[\d一二三四五六七八九十]+"
_DASHES = r"[-—–―－]"
_SITE = r"(?:(?:文档|范文|公文|材料|资料|秘书|文秘)(?:网|之家|大全)|文库网?)"

KINDS = (
    _kind("网址", rf"[(（<【]?(?:(?:{_FROM}|网址|下载地址|更多[^。，]{{0,10}})\s*[:：]?\s*)?{_URL}[)）>】]?"),
    _kind("转载来处", rf"[(（【]?{_FROM}\s*[:：]{_END}[)）】]?"),
    _kind("转载来处", rf"[(（]?本文(?:来自|来源于|转自|由)[^。]{{0,60}}(?:{_URL}|网|报)[^。]{{0,20}}[。]?[)）]?"),
    _kind(
        "编辑落款",
        rf"[(（【]?(?:责任编辑|责编|编辑|编审|校对|审核|审校|初审|复审|终审|排版|录入|供稿单位)\s*[:：]{_END}[)）】]?",
    ),
    _kind("发布信息", rf"(?:发布|发表|更新|录入|上传)(?:时间|日期|人|者)\s*[:：]{_END}"),
    _kind("发布信息", r"(?:浏览|点击|阅读|访问|下载)(?:次数|量|数|率)?\s*[:：]\s*\d*\s*次?"),
    _kind("网页按钮", rf"(?=.{{2}}){_BLANK}*(?:{_BUTTONS})(?:{_BLANK}+(?:{_BUTTONS}))*{_BLANK}*"),
    _kind("网页按钮", rf"分享到\s*[:：]?{_END}"),
    _kind("网页导航", rf"(?:当前位置|您的位置|你的位置|您现在的位置|您所在的位置)(?:是)?\s*[:：]{_END}"),
    _kind("网页导航", r"首页\s*(?:>|›|»|→|&gt;|/).{0,80}"),
    _kind("网页导航", r"(?:上|下)一(?:篇|条|页|主题)\s*(?:[:：].{0,80}|没有了)?"),
    _kind("网页导航", r"(?:相关|推荐|延伸|热门|更多)(?:文章|阅读|新闻|链接|推荐|范文|下载)(?:\s*[:：].{0,60})?"),
    _kind(
        "下载网站",
        rf"[^。]{{0,20}}(?:更多|海量|精品|免费)[^。]{{0,20}}(?:范文|文档|资料|公文|素材)[^。]{{0,40}}"
        rf"(?:{_URL}|请访问|请登录|请关注|免费下载|尽在)[^。]{{0,40}}。?",
    ),
    _kind(
        "下载网站",
        r"(?:本文档|本资料|本范文|本文件|该文档)(?:来自|下载自|来源于|由[^。]{0,20}(?:网|站|上传|分享))[^。]{0,60}。?",
    ),
    _kind("下载网站", rf"[^。]{{0,20}}{_SITE}[^。]{{0,20}}(?:整理|提供|搜集|收集|下载|欢迎)[^。]{{0,20}}。?"),
    _kind("版权声明", r"(?:版权声明|免责声明|版权所有|特别声明|著作权声明)\s*[:：©].{0,150}"),
    _kind(
        "版权声明",
        r"(?:未经[^。]{0,20}(?:授权|许可|同意)[^。]{0,20}(?:转载|使用|复制)[^。]{0,30}|转载请注明[^。]{0,40})。?",
    ),
    _kind("版权声明", r"(?:copyright|©|版权所有).{0,80}|.{0,30}ICP备.{0,40}"),
    _kind(
        "页码",
        rf"[-—–―－\s·.]*第\s*{_COUNT}\s*页\s*[,，/、（(]?\s*(?:[共总]\s*(?:计\s*)?{_COUNT}\s*页)?\s*[)）]?[-—–―－\s·.]*",
    ),
    _kind("页码", rf"{_DASHES}+\s*\d{{1,3}}\s*{_DASHES}+|page\s+\d{{1,4}}(?:\s+of\s+\d{{1,4}})?"),
    _kind("分隔线", r"[-—–―－_=~═━─]{3,}|(?:[☆★◆◇■□●○※]\s*){3,}|[*＊]{10,}|\.{10,}"),
)
"""What a line must be as a whole to be taken away."""

_TAILS = (
    _kind("编辑落款", r"\s*[(（【](?:责任编辑|责编|编辑|校对|审核)\s*[:：]?[^()（）【】。]{1,30}[)）】]$"),
    _kind(
        "转载来处",
        rf"\s*[(（【]{_FROM}\s*[:：]?[^()（）【】。]{{0,40}}(?:日报|晚报|网|电视台|公众号|{_URL})[^()（）【】。]{{0,20}}[)）】]$",
    ),
)
"""What is cut off from the end of a line of text."""

_NAME = r"[\u4e00-\u9fff]{1,4}"
_REPORTER = rf"(?:本报|本网|本刊)?(?:特约|见习|实习)?(?:记者|通讯员|特约撰稿人?)[\s:：]+{_NAME}(?:[\s、]+{_NAME})*"
_REPORTERS = re.compile(rf"[(（【]?{_REPORTER}(?:[\s、]+(?:报道|文|图|摄影|文/图))?[)）】]?")
_PAGE = re.compile(r"\d{1,3}(?:\s*/\s*\d{1,3})?")


def cleared(lines: tuple[Line, ...]) -> tuple[list[Line], str, list[Note]]:
    """(the lines of the text, who reported it, what was taken away). A line taken away leaves no gap behind."""
    kept: list[Line] = []
    notes: list[Note] = []
    reporters = ""
    for line in lines:
        text = line.text.strip()
        if not line.is_plain or not text or len(text) > LONGEST:
            kept.append(line)
        elif why := kind(text):
            notes.append(Note(Act.REMOVED, line.number, text, why))
            _close(kept, line)
        elif not reporters and _REPORTERS.fullmatch(text) and not re.search(r"[\u0080-\u07ff]", text):
            reporters = text
        else:
            kept.append(_without_tail(line, notes))
            if _PAGE.fullmatch(text):
                notes.append(Note(Act.DOUBT, line.number, text, "只有数字的一行,可能是页码,没有删"))
            elif re.search(_URL, text):
                notes.append(Note(Act.DOUBT, line.number, text, "正文里有网址,没有删"))
    return kept, reporters, notes


def kind(text: str) -> str:
    """What kind of furniture a line is; empty when it is text."""
    return next((one.why for one in KINDS if one.pattern.fullmatch(text)), "")


def _close(kept: list[Line], line: Line) -> None:
    """A page number between two halves of a sentence must not keep them apart: blanks before it go too."""
    while kept and kept[-1].is_blank:
        kept.pop()
    kept.append(Line(line.number, "", indented=True))


def _without_tail(line: Line, notes: list[Note]) -> Line:
    for tail in _TAILS:
        if found := tail.pattern.search(line.text.rstrip()):
            notes.append(Note(Act.REMOVED, line.number, found[0].strip(), tail.why))
            line = cut(line, 0, found.start())
    return line
