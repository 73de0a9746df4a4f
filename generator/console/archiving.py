"""`gongkai archive`: what is said of a document that goes into the archive, and of the figures taken from one."""

from __future__ import annotations

from pathlib import Path

import click

from generator import pipeline
from generator.console.findings import findings_text
from generator.console.places import near
from generator.console.privacy import privacy_text
from generator.console.text import plain
from generator.exchange.archive import ORIGINALS, SUFFIX, Act, Archive, Refused, told
from generator.model import Finding, Level, Unusable, Where
from generator.privacy import Grade
from generator.privacy.files import Looked, look_at

_MOST = 20
"""Places of one original that are said at import."""


def archive(root: Path, file: Path, township: str, key: str, *, dry: bool, quiet: bool) -> int:
    """Stores a document, or takes the figures that were accepted; returns the exit code."""
    if file.name.lower().endswith(SUFFIX):
        return _accept(root, file, dry=dry, quiet=quiet)
    try:
        made = pipeline.store(root, file, township, key, dry=dry)
    except Refused as refused:
        where = Where(str(near(file.absolute())), refused.line)
        click.echo(findings_text([Finding("archive", Level.ERROR, where, refused.message, refused.hint)], Path.cwd()))
        _say("什么都没有存。改好再试。")
        return 1
    if made.before:
        click.echo("\n".join(str(near(path)) for path in made.before))
        _say("这个文件已经存过档,就是上面的。没有再存。", quiet)
        return 0
    _report(made, dry=dry, quiet=quiet)
    return 0


def _report(made: Archive, *, dry: bool, quiet: bool) -> None:
    _say(plain_lines(told(made.documents, made.figures, made.notes, made.joins)), quiet)
    _warn(made, quiet=quiet)
    documents = [path for path, _ in made.files if path.suffix == ".md" and path.parent.name != ORIGINALS]
    click.echo("\n".join(str(near(path)) for path in documents))
    if dry:
        _say("这是试看,什么都没有写。去掉 --dry-run 就存。", quiet)
        return
    lists = [path for path, _ in made.files if path.name.endswith(SUFFIX)]
    doubtful = any(note.act is Act.DOUBT for note in made.notes)
    _say(
        f"存好了,原件也留了一份。下一步:{'对照上面的“存疑”' if doubtful else ''}看一遍存档的文字;"
        f"要用里面的数字,打开 {'、'.join(str(near(path)) for path in lists[:3])},"
        "把要用的改成“采用: 是”,再运行 gongkai archive 加这个文件名;最后运行 gongkai check。",
        quiet,
    )


def _warn(made: Archive, *, quiet: bool) -> None:
    """What of private persons the original holds, also in what is not carried over: headers, comments, deleted text."""
    path, data = made.files[0]
    seen = [one for one in look_at(path.name, data).seen if one.grade >= Grade.LIKELY]
    if seen:
        _say("里面有个人信息,公开以前要在存档的文字里删去;原件不公开,要保管好:", quiet)
        _say(privacy_text(Path("  原件"), Looked(tuple(seen[:_MOST]))), quiet)
    if len(seen) > _MOST:
        _say(f"  …… 共 {len(seen)} 处;要看全部,用 gongkai privacy 查原件", quiet)


def _accept(root: Path, file: Path, *, dry: bool, quiet: bool) -> int:
    target, count, findings = pipeline.accept(root, file, dry=dry)
    if findings:
        click.echo(findings_text(findings, root) + "\n")
    if pipeline.blocks(findings):
        _say("有没填好的,一个数都没有写。改好上面的再试。")
        return 1
    if not count:
        raise Unusable("没有一个写着“采用: 是”。打开清单,把要用的数字改成“采用: 是”,再运行一次。")
    click.echo(str(near(target)))
    if dry:
        _say(f"这是试看:有 {count} 个数可以写进上面的文件。去掉 --dry-run 就写。", quiet)
    else:
        _say(f"写好了 {count} 个数。下一步:运行 gongkai check。", quiet)
    return 0


def plain_lines(text: str) -> str:
    """The report without anything that a terminal might obey."""
    return "\n".join(plain(line) for line in text.split("\n"))


def _say(text: str, quiet: bool = False) -> None:
    if not quiet:
        click.echo(text, err=True)
