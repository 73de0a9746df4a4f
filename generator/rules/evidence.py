"""Posted, and nothing proves it: no photograph of the board, or one that cannot be read (F9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from generator.catalogue import BOARD, local
from generator.model import Explanation, Finding, Level, Records, Where
from generator.pictures import SUFFIXES, BadPicture, measure
from generator.records.place import Place
from generator.records.publication import PublicationRecord
from generator.rules._common import Report

NAME = "evidence"
EXPLANATION = Explanation(
    title="张贴没有凭据",
    what=(
        "一个村一年里上墙6次以上,公开记录的“附件”里没有一张照片(提示,一个村一处);照片短的一边不到480像素,字看不清(提示);"
        "写了上墙日期,“渠道”里却没有公开栏(提示)。照片打不开、文件名不对的,另外指出。版面按 gongkai 印出的公开栏样式张贴,不会破损不齐。"
    ),
    why=(
        "《村民委员会组织法》第三十五条要求设置村务公开栏。检查实践:张贴不规范、版面破损、字小看不清;说贴过又拿不出照片,"
        "等于没有贴。公开栏的照片连同日期要存进村务公开档案。"
    ),
    wrong="上墙日期: 2026-04-09\n渠道: [网站]",
    right="上墙日期: 2026-04-09\n渠道: [公开栏, 网站]\n附件: [board-liucun-2026-03.jpg]",
    mend="张贴当天拍一张整块公开栏、字看得清的照片,放进 content/<乡镇>/files/,文件名写进“附件”。不拍到人脸和名单上的号码。以前没有拍的不补。",
    inspection="F9",
)

_POSTINGS = 6
"""So many postings without one photograph are a habit."""
_YEAR = timedelta(days=365)
_SIDE = 480
"""Pixels of the shorter side, below which a sheet on a board cannot be read."""


def check(records: Records) -> Iterator[Finding]:
    """Each publication by itself, then the habits of each place."""
    posted: dict[tuple[str, str], list[PublicationRecord]] = defaultdict(list)
    for publication in records.of(PublicationRecord):
        day = publication.posted
        if day is None or day > records.today or publication.recalled(records.today):
            continue
        say = Report(NAME, records, publication)
        yield from _small(say, publication)
        if _on_board(records, publication):
            yield from _channel(say, publication)
            if records.today - day <= _YEAR:
                posted[publication.township, publication.place].append(publication)
    for (township, place), several in posted.items():
        if len(several) >= _POSTINGS and not any(publication.attachments for publication in several):
            key = f"{township}/{Place.family}/{place}"
            found = records.get(Place, key)
            message = f"{found.name if found else place}一年里上墙{len(several)}次,没有留下一张公开栏的照片"
            hint = "以后张贴当天拍一张,文件名写进公开记录的“附件”;以前没有拍的不补"
            yield Finding(NAME, Level.NOTE, records.where(found) if found else Where(key), message, hint, key)


def _on_board(records: Records, publication: PublicationRecord) -> bool:
    """Whether what it publishes belongs on the board."""
    here = local(records, publication.township)
    items = (here.item(name) for name in publication.items)
    return any(item is not None and BOARD in item.channels for item in items)


def _channel(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    if publication.channels and BOARD not in publication.channels:
        message = f"写了上墙日期 {publication.posted},渠道里没有“{BOARD}”"
        yield say.note(message, f"贴在公开栏的,渠道里补上“{BOARD}”;没有贴过的,删去上墙日期", "渠道")


def _small(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """Pictures that can be opened; those that cannot are told of when they are read."""
    folder = Path(say.records.root) / "content" / publication.township / "files"
    for index, name in enumerate(publication.attachments):
        if Path(name).name != name or not name.endswith(SUFFIXES) or folder.is_symlink():
            continue
        try:
            width, height = measure(folder / name)
        except BadPicture:
            continue
        if min(width, height) < _SIDE:
            message = f"照片“{name}”只有 {width}×{height},字看不清"
            yield say.note(message, f"换一张短边不少于{_SIDE}像素的原图,不用聊天软件压缩过的", "附件", index)
