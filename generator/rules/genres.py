"""An article that is not what its genre promises. What a genre asks for is data in `genres/`, not code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Explanation, Finding, Records
from generator.records.article import Article, Path, Table, called
from generator.records.genre import Genre, Unfit
from generator.rules._common import Report
from generator.rules._common.audit import Audited, audited

NAME = "genres"
EXPLANATION = Explanation(
    title="材料不合体裁",
    what=(
        "材料要有体裁要求的部分;发言一类要写对谁说;体裁不用表格的不写表格;小标题不手写序号,"
        "标题和表头不写花括号(警告)。字数太少、太多,用了不宜用的词,是提示。表格各行的格数要和栏数一样,"
        "体裁不能重名(错误)。"
    ),
    why="检查实践:工作报告不写问题,发言稿叫人看表,送到县里就退回来,往往是在交稿的前一晚。手写的序号,段落一挪就错。",
    wrong="体裁: 工作报告\n部分:\n  - 标题: 一、主要工作\n    正文: 修通了果园路。",
    right=(
        "体裁: 工作报告\n部分:\n  - 标题: 主要工作\n    正文: 修通了果园路。\n  - 标题: 存在问题\n"
        "    正文: 管护还没有人负责。"
    ),
    mend=("补上缺的部分,序号删去,由程序按体裁排。本地另有叫法的,把那个词加进 data/catalogue/genres/ 里体裁的“部分”。"),
    about="材料和说明页",
)

_COUNT = r"[一二三四五六七八九十百零〇\d０-９]{1,4}"
_NUMERAL = re.compile(
    rf"\s*(?:{_COUNT}[、，．]|\d{{1,3}}[.．](?!\d)|[（(]\s*{_COUNT}\s*[)）]|[①-⑳㈠-㈩]|第{_COUNT}(?:[、，]|部分))[.．、]?\s*"
)
_BRACES = set("{}｛｝")
_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」")


def check(records: Records) -> Iterator[Finding]:
    """The genres among each other, then every article; one whose genre is unknown is reported by `references`."""
    genres: dict[str, Genre] = {}
    for genre in records.of(Genre):
        first = genres.setdefault(genre.name, genre)
        if first is not genre:
            message = f"体裁“{genre.name}”已经有一个:{first.id}({records.where(first)})"
            yield Report(NAME, records, genre).error(message, "换一个名称,或删去其中一条", "名称")
    for one in audited(records):
        article, say = one.article, Report(NAME, records, one.article)
        yield from _headings(say, article)
        known = genres.get(article.genre)
        if known is not None:
            yield from _parts(say, article, known)
            yield from _form(say, article, known)
            yield from _wording(say, article, known, _finished(one))


def _headings(say: Report, article: Article) -> Iterator[Finding]:
    for path, _, block in article.blocks():
        typed = _NUMERAL.match(block.title)
        if typed:
            rest = block.title[typed.end() :] or "小标题"
            message = f"小标题前面手写了序号“{typed[0].strip()}”"
            yield say.warning(message, f"序号由程序按体裁写,这里只写“{rest}”", *path, "标题")
    for path, text in article.headings():
        if not _BRACES.isdisjoint(text):
            yield say.warning(f"{called(path)}里的花括号不会换成数字", "这里只写文字,数字写进正文", *path)


def _parts(say: Report, article: Article, genre: Genre) -> Iterator[Finding]:
    headings = [block.title for _, _, block in article.blocks()]
    for part in genre.expected:
        known = part.words or (part.name,)
        if part.required and not any(word in heading for word in known for heading in headings):
            words = "、".join(f"“{word}”" for word in known[:6])
            hint = f"加一个小标题,里面写上{words}中的一个词;本地另有叫法,把那个词加进体裁的“部分”"
            yield say.warning(f"{genre.name}里没有“{part.name}”这一部分", hint, "部分")


def _form(say: Report, article: Article, genre: Genre) -> Iterator[Finding]:
    for path, _, block in article.blocks():
        if block.table and not genre.tables:
            yield say.warning(f"{genre.name}里不用表格", "把要紧的数写成一句话,表格放到别的材料里", *path, "表格")
        if block.table:
            yield from _rows(say, block.table, (*path, "表格", "行"))
    if genre.addressed and not article.audience:
        yield say.warning(f"{genre.name}没有写对谁说", "写上“对象”,例如 各位领导、同志们;排印时作称谓", "体裁")


def _rows(say: Report, table: Table, path: Path) -> Iterator[Finding]:
    width = len(table.columns)
    for number, row in enumerate(table.rows):
        if len(row.cells) != width:
            message = f"表格这一行有{len(row.cells)}格,栏有{width}个"
            yield say.error(message, "每行的格数与栏数一样多,空着的格写“—”", *path, number)


def _finished(article: Audited) -> list[tuple[Path, str]]:
    """The paragraphs and cells as they will be read."""
    headings = {path for path, _ in article.article.headings()}
    return [(passage.path, passage.text) for passage in article.passages if passage.path not in headings]


def _wording(say: Report, article: Article, genre: Genre, finished: list[tuple[Path, str]]) -> Iterator[Finding]:
    titles = [((*path, "标题"), block.title) for path, _, block in article.blocks()]
    written = sum(len("".join(text.split())) for _, text in (*titles, *finished))
    least, most = (genre.length.least, genre.length.most) if genre.length else (None, None)
    if least is not None and written < least:
        yield say.note(f"全文{written}字,{genre.name}一般不少于{least}字", "把做法和例子写具体一些", "体裁")
    if most is not None and written > most:
        yield say.note(f"全文{written}字,{genre.name}一般不超过{most}字", "删去重复的话,或者分成两篇", "体裁")
    for unfit in genre.unfit:
        yield from _unfit(say, genre, unfit, [*titles, *finished])


def _unfit(say: Report, genre: Genre, unfit: Unfit, texts: list[tuple[Path, str]]) -> Iterator[Finding]:
    """Each word once, where it first stands. What people said stands in quotation marks and is theirs."""
    own = [(path, _QUOTED.sub("“”", text)) for path, text in texts]
    for allowed in sorted(unfit.except_in, key=len, reverse=True):
        own = [(path, text.replace(allowed, "")) for path, text in own]
    hint = f"{unfit.hint}。{genre.name}的语气:{genre.tone}" if genre.tone else unfit.hint
    for word in unfit.words:
        found = [path for path, text in own if word in text]
        if found:
            more = f",共有{len(found)}段" if len(found) > 1 else ""
            yield say.note(f"{genre.name}里不宜写“{word}”{more}", hint, *found[0])
