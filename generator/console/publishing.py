"""`gongkai publish` and `gongkai correct`: an edit is planned, tried in a copy, shown, and only then written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

import click

from generator import pipeline
from generator.console.findings import findings_text
from generator.console.text import plain
from generator.editing.choosing import Subject
from generator.editing.document import Document
from generator.editing.keeping import Edit, keep, taken
from generator.editing.stages import SIGNED, label, missing, removable, written
from generator.editing.trial import trial, try_out
from generator.model import Finding, Level, Records, Site, Unusable
from generator.model.text import is_slug
from generator.records.publication import PublicationRecord

_WORDS = {
    "提出": "谁提出公开",
    "审核": "谁审核;做过保密审查就加 --secrecy",
    "审批": "谁批准",
    "上墙": "哪一天贴到公开栏",
    "上网": "哪一天放到网上",
    "下墙": "哪一天从公开栏取下",
}

_ANYHOW = ("overdue",)
"""Rules whose findings are no news here: what is late was late before, the words only change with each stage."""
_READING = ("yaml", "schema", "files")


class Planned(Protocol):
    """A change to one file. said: what the clerk should know, whatever is written."""

    @property
    def file(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def said(self) -> tuple[str, ...]: ...
    def applied(self, document: Document) -> Document: ...


Planning = Callable[[Records], Sequence[Planned]]
"""From the records of the township to what shall be written, file by file in the order of writing."""
Retold = Callable[[Sequence[Finding]], Sequence[Finding]]
"""Findings in the words of whoever typed what is wrong."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How far to go: only show, ask nothing, say little."""

    dry: bool = False
    sure: bool = False
    quiet: bool = False


def township_of(root: Path, words: Sequence[str], asked: str | None) -> str:
    """The township that is meant: as asked, as the record's key says, or the only one. Raises Unusable."""
    folder = root / "data" / "townships"
    known = (
        sorted(one.name for one in folder.iterdir() if one.is_dir() and is_slug(one.name)) if folder.is_dir() else []
    )
    if not known:
        raise Unusable(
            f"在 {root} 里没有找到乡镇的数据(data/townships/)。请在放 mkdocs.yml 的文件夹里运行,或用 --root 指明。"
        )
    named = next((word.split("/")[0] for word in words if word.split("/")[0] in known), "")
    found = asked or named or (known[0] if len(known) == 1 else "")
    if found not in known:
        missing_one = (
            f"没有“{plain(found)}”这个乡镇。" if found else f"这里有{len(known)}个乡镇,用 --township 写明是哪一个。"
        )
        raise Unusable(f"{missing_one}可以写:{'、'.join(known)}。")
    return found


def carry_out(
    site: Site, township: str, planning: Planning, manner: Manner, said: str, retold: Retold = lambda found: found
) -> int:
    """Plans, tries, shows and writes; returns the exit code.

    The plan is made from, and the edited data is checked in, a copy of the township's files. New findings at error
    level stop it (exit code 1) unless the clerk is sure; what is written is exactly what was tried.
    """
    with trial(site.root, township) as folder:
        copy = Site(folder, site.today)
        records, before = pipeline.check(copy)
        _all_read(township, before)
        plans = planning(records)
        if not plans:
            _say("已经写过了,没有再写。", manner.quiet)
            return 0
        edits, shown, places = _edited(site.root, plans)
        try_out(site.root, folder, edits)
        _, after = pipeline.check(copy)
        found = _new(before, after)
        serious = [one for one in found if one.level is Level.ERROR and not one.accepted]
        told = serious or [one for one in found if one.level is Level.WARNING and one.rule not in _ANYHOW]
        if told:
            click.echo(findings_text(retold(told), folder) + "\n", err=True)
    if serious and not manner.sure:
        _say(f"这样写会多出上面的 {len(serious)} 个错误,什么都没有写。改好再试;确实要这样写,加 --yes。")
        return 1
    for text in dict.fromkeys(text for one in plans for text in one.said):
        _say(f"注意:{plain(text)}")
    if manner.dry:
        click.echo("\n".join(plain(line) for line in shown))
        _say("这是试看,什么都没有写。去掉 --dry-run 就写。", manner.quiet)
        return 0
    keep(site.root, edits)
    click.echo("\n".join(places))
    _say(said, manner.quiet)
    return 0


def _all_read(township: str, findings: Sequence[Finding]) -> None:
    """Raises Unusable when a publication could not be read: it would be written a second time."""
    start = f"data/townships/{township}/{PublicationRecord.family}"
    unread = [one for one in findings if one.rule in _READING and one.level is Level.ERROR]
    for one in unread:
        if one.where.file.startswith((f"{start}.", f"{start}/")) or one.where.file == start:
            raise Unusable(f"公开记录没有全部读进来,没有写。先改好:{one.where} {one.message}。{one.hint}。")


def _edited(root: Path, plans: Sequence[Planned]) -> tuple[list[Edit], list[str], list[str]]:
    """The edits, each file once; the difference that shows them; where each record stands afterwards."""
    olds: dict[str, bytes | None] = {}
    documents: dict[str, Document] = {}
    for one in plans:
        if one.file not in olds:
            olds[one.file] = taken(root, root / one.file)
            documents[one.file] = Document(one.file, olds[one.file] or b"")
        documents[one.file] = one.applied(documents[one.file])
    edits = [Edit(root / file, olds[file], document.data) for file, document in documents.items()]
    shown = [
        line
        for file, document in documents.items()
        for line in document.difference(Document(file, olds[file] or b"")).split("\n")
    ]
    places = []
    for one in plans:
        path = documents[one.file].find(one.id)
        node = documents[one.file].at(path) if path is not None else None
        places.append(f"{one.file}:{node.line if node else 1} {one.id}")
    return edits, shown, list(dict.fromkeys(places))


def _new(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """Findings that were not there before, wherever they have moved to."""
    known = Counter((one.rule, one.where.file, one.record, one.message) for one in before)
    found = []
    for one in after:
        key = (one.rule, one.where.file, one.record, one.message)
        if known[key]:
            known[key] -= 1
        else:
            found.append(one)
    return found


def status(records: Records, subject: Subject) -> str:
    """Which stages are done, by whom and when, and what is next."""
    found = subject.publication
    lines = [f"{subject.label}{f' {subject.period}' if subject.period else ''}:"]
    if found is None:
        lines.append("还没有公开记录。")
    else:
        lines[0] += f"{records.where(found)} {found.id}"
        lines += [f"  {stage} {day}{_by(found, stage)}" for stage in _WORDS if (day := written(found, stage))]
    if found is not None and found.withdrawn is not None:
        return "\n".join([*lines, f"  撤回 {found.withdrawn.day} {found.withdrawn.reason}"])
    if found is not None and found.exempt is not None:
        return "\n".join([*lines, f"  不适用:{found.exempt}"])
    coming = missing(subject)
    if not coming:
        return "\n".join([*lines, "都办完了。"])
    lines.append(
        f"下一步:{coming[0]}({_WORDS[coming[0]]})" + (f";以后还有:{'、'.join(coming[1:])}" if coming[1:] else "")
    )
    if coming[0] == "下墙" and (free := removable(records, subject)):
        lines.append(f"公示满规定的天数以后才能下墙,最早 {free}。")
    post = " --post 职务" if coming[0] in SIGNED else ""
    secrecy = " --secrecy" if coming[0] == "审核" else ""
    lines.append(f"写法:在刚才的命令后面加 --stage {coming[0]}{post}{secrecy} --day {records.today}")
    return "\n".join(map(plain, lines))


def _by(found: object, stage: str) -> str:
    signed = {"提出": "proposed", "审核": "reviewed", "审批": "approved"}
    post = getattr(getattr(found, signed.get(stage, ""), None), "post", "")
    return f" {post}" if post else ""


def looked_up(site: Site, township: str) -> Records:
    """The records of one township as they are now."""
    with trial(site.root, township) as folder:
        records, findings = pipeline.check(Site(folder, site.today))
        _all_read(township, findings)
        return records


def stage_said(stage: str, day: date) -> str:
    """What was written, and what now."""
    return f"写好了:{label(stage)} {day}。再运行一次这个命令、不写 --stage,看下一步。"


def _say(text: str, quiet: bool = False) -> None:
    if not quiet:
        click.echo(text, err=True)
