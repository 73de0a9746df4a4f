"""Reviewers' comments that nobody has dealt with, or that were closed without a word."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Explanation, Finding, Records
from generator.model.text import clip
from generator.records.comment import Comment
from generator.rules._common import Report

NAME = "comments"
EXPLANATION = Explanation(
    title="审核意见没有处理",
    what="审核人在离线包里写的意见,用 gongkai comments 收进来以后:没有处理的(提示),写了已处理、没有写答复的(警告)。",
    why="检查实践:意见提了没有下文,下次检查还会再提。处理过的留下答复,以后查得到为什么这样改、为什么没有改。",
    wrong="处理: 已处理",
    right="处理: 已处理\n答复: 果园承包费是去年欠交的,已在摘要里写明",
    mend="照意见改数据;改好后把“处理”写成 已处理,在“答复”里写怎样改的。没有采纳的也写答复,说明为什么。",
    about="公开记录",
)
_SHOWN = 40


def check(records: Records) -> Iterator[Finding]:
    """Every comment by itself."""
    for comment in records.of(Comment):
        say = Report(NAME, records, comment)
        about = f"{comment.title or comment.page}" + (f"“{clip(comment.quote)}”" if comment.quote else "")
        if comment.state == "未处理":
            yield say.note(
                f"审核意见没有处理:{clip(comment.text, _SHOWN)}({about})", "改好数据,再写“处理: 已处理”和“答复”", "意见"
            )
        elif not comment.answer:
            yield say.warning(f"这条意见写了已处理,没有写怎样处理的({about})", "写上“答复”", "处理")
