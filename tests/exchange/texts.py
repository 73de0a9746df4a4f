"""Clean documents of invented places, as a reader knows them: what every dirty copy of them must come back to.

One line a paragraph; the word before the colon says what it is. `h` is a heading, `p` text, the others the head.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

REPORT = """
title: 关于上半年基层党建工作情况的报告
p: 今年以来，示例镇党委按照县委部署，以提升组织力为重点，抓两头、带中间，全镇基层党建工作有了新的起色。现将有关情况报告如下。
h: 一、主要做法
h: （一）压实责任，一级抓一级
p: 镇党委每月听取一次党建工作汇报，班子成员每人联系两个村，每季度到联系村讲一次党课，发现的问题当场交办，限期整改。全镇19个村全部签订了责任书，其中3个后进村由党委书记、镇长和副书记分别包抓。
h: （二）建强队伍，选好领头人
p: 打破地域、身份、职业界限，从致富能手、退伍军人、返乡青年中选拔村干部23名，占全镇三大职干部57名的四成多，平均年龄比上届下降3.5岁。
h: 1．拓宽渠道
p: 采取组织找、群众推、个人荐三种办法，建立后备干部库，入库116人，每村不少于5人，实行动态管理。
h: 2．严格程序
p: 坚持标准在前、审查在先，由县级部门联合审查，对有问题的一票否决，共取消资格7人次。
h: 二、存在的问题
p: 一是少数村集体经济薄弱。全镇年收入不足5万元的村还有4个，为群众办事缺钱。二是党员教育方式单一，年轻党员外出多，集中学习难。
h: 三、下一步打算
p: 下半年，我们将对照年初目标，逐项查漏补缺，把党建工作与秋收秋种、人居环境整治结合起来，一起安排、一起检查、一起考核，确保年底前后进村全部摘帽。
sign: 中共示例镇委员会
day: 2009年7月21日
"""

STORY = """
title: 小院里的大协商
subtitle: ——示例县河湾镇推行院坝议事的做法
byline: 河湾镇党政办公室
p: 河湾镇地处两县交界，下辖13个村、1个社区，2.6万人。过去，村里的事情由几个人说了算，群众意见大，事情难办成。2013年起，镇里把议事的桌子搬到了农家院坝。
h: **选好议事的人**
p: 每个院落由群众推选5至7名议事员，有老党员、老教师、老队长，也有在外务工回来的年轻人。全镇共选出议事员412名，名单张榜公布。
h: **定好议事的规矩**
p: 议事按照**“提、议、定、办、评”**五步走，每月逢十议事，遇到急事随时议，议定的事项当场记录、当场签字、当场公示。
h: **办好议定的事**
p: 三年来，院坝会共议定修路、通水、安灯等实事286件，办结279件。群众说：“自己定的事，自己出力，没有办不成的。”
day: 二〇一六年三月
"""

SPEECH = """
title: 在全镇村干部大会上的讲话
subtitle: （2011年2月18日）
byline: 示例镇党委书记
p: 同志们：
p: 今天召开全镇村干部大会，主要任务是总结去年的工作，安排今年的任务。刚才，三个村作了发言，讲得都很实在，希望大家互相学习。下面，我讲三点意见。
h: 一、看清形势，增强干好工作的责任感
p: 去年，全镇农民人均纯收入达到4312元，比上年增长12.6%，这是全镇上下共同努力的结果。但也要看到，我镇底子薄、欠账多的状况没有根本改变，全镇还有37户危房、6个自然村没有通路。
h: 二、突出重点，做好今年的几件大事
p: 重点抓好以下工作：
p: 1.春季造林2000亩；
p: 2.新修村道15公里；
p: 3.改造危房37户。
h: 一是抓产业
p: 每个村都要有一个拿得出手的产业，有条件的村发展大棚蔬菜，山区村发展核桃和中药材，年内新建合作社8个。
h: 二是抓民生
p: 学校、卫生院、敬老院的改造要按期完成，不能拖到明年，资金缺口由镇里统一协调，村里做好群众工作。
h: 三、转变作风，把任务落到实处
p: 村看村，户看户，群众看干部。大家回去以后，要把今天的会议精神原原本本传达到每一名党员，把任务分解到人、落实到户。
"""


@dataclass(frozen=True)
class Clean:
    """One document without dirt."""

    source: str

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        """(what it is, its words with `**` around bold)."""
        pairs = [line.split(": ", 1) for line in self.source.strip().splitlines()]
        return [(kind, text) for kind, text in pairs]

    def of(self, *kinds: str) -> list[str]:
        """The words of these kinds, without marks."""
        return [text.replace("**", "") for kind, text in self.lines if kind in kinds]

    @property
    def title(self) -> str:
        return self.of("title")[0]

    @property
    def headings(self) -> list[str]:
        return self.of("h")

    @property
    def body(self) -> list[str]:
        """Headings and paragraphs, in order."""
        return self.of("h", "p")


CLEAN = {"report": Clean(REPORT), "story": Clean(STORY), "speech": Clean(SPEECH)}
