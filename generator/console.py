"""What the clerk sees: findings with the offending line, duties, and a command line that speaks Chinese throughout."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from generator.model import Duty, DutyState, Finding, Level, Records, nearest
from generator.records.item import DisclosureItem
from generator.records.place import Place

_WORDS = {Level.ERROR: "错误", Level.WARNING: "警告", Level.NOTE: "提示"}
_COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "cyan"}
_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_WIDEST = 100


def findings_text(findings: Sequence[Finding], root: Path) -> str:
    """Every finding with its line and a mark under the place, then how many there were."""
    sources: dict[str, list[str]] = {}
    blocks = [_block(finding, root, sources) for finding in findings]
    return "\n\n".join(blocks)


def summary(findings: Sequence[Finding], records: Records) -> str:
    """`检查了 1234 条记录:错误 0 个,警告 3 个,提示 1 个。`"""
    counts = "、".join(f"{_WORDS[level]} {number} 个" for level, number in count(findings).items())
    return f"检查了 {len(records.items)} 条记录:{counts}。"


def count(findings: Iterable[Finding]) -> dict[Level, int]:
    """How many of each level."""
    levels = [finding.level for finding in findings]
    return {level: levels.count(level) for level in Level}


def findings_json(findings: Sequence[Finding], records: Records) -> str:
    """The contract's JSON: findings, counts, number of records."""
    entries = [
        {
            "rule": f.rule,
            "level": f.level.value,
            "file": f.where.file,
            "line": f.where.line,
            "column": f.where.column,
            "record": f.record,
            "message": f.message,
            "hint": f.hint,
        }
        for f in findings
    ]
    counts = {level.value: number for level, number in count(findings).items()}
    return _json({"findings": entries, "counts": counts, "records": len(records.items)})


def findings_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, so that a code host shows each finding beside its line."""
    return "\n".join(
        f"::{_GITHUB[f.level]} file={_quoted(f.where.file, also=':,')},line={f.where.line},col={f.where.column}"
        f",title={f.rule}::{_quoted(f'{f.message} {f.hint}'.strip())}"
        for f in findings
    )


def _quoted(text: str, also: str = "") -> str:
    marks = "%\r\n" + also
    return plain("".join(f"%{ord(char):02X}" if char in marks else char for char in text))


def _block(finding: Finding, root: Path, sources: dict[str, list[str]]) -> str:
    head = click.style(_WORDS[finding.level], fg=_COLOURS[finding.level], bold=True)
    parts = [f"{head} {plain(str(finding.where))} [{finding.rule}] {plain(finding.message)}"]
    parts += _excerpt(finding, root, sources)
    if finding.hint:
        parts.append(f"     改法:{plain(finding.hint)}")
    return "\n".join(parts)


def _excerpt(finding: Finding, root: Path, sources: dict[str, list[str]]) -> list[str]:
    """The offending line and a mark under the column; nothing when the file cannot be shown."""
    where = finding.where
    if where.file not in sources:
        path = root / where.file
        try:
            text = path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() and where.line else ""
        except OSError:
            text = ""
        sources[where.file] = re.split(r"\r\n|\r|\n", text)  # as the reader counts lines
    lines = sources[where.file]
    if not 0 < where.line <= len(lines):
        return []
    shown, column = _around(plain(lines[where.line - 1]), where.column)
    excerpt = [f"{where.line:>5} │ {shown}"]
    if 0 < column <= len(shown):
        excerpt.append(f"      │ {' ' * _width(shown[: column - 1])}^")
    return excerpt


def _around(line: str, column: int) -> tuple[str, int]:
    """The part of a long line that holds the column, and the column in it."""
    start = max(0, column - _WIDEST // 2) if column > _WIDEST else 0
    cut = "…" if start else ""
    return cut + line[start : start + _WIDEST], column - start + len(cut)


def plain(text: str) -> str:
    """Text that cannot move the cursor, colour or reverse a terminal."""
    return "".join("�" if _is_trick(char) else char for char in text)


def _json(value: Any) -> str:
    """JSON with Chinese readable as such, and what a terminal might obey written as `\\uXXXX`."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return "".join(json.dumps(char)[1:-1] if char != "\n" and _is_trick(char) else char for char in text)


def _is_trick(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


_ORDER = (DutyState.OVERDUE, DutyState.DUE, DutyState.LATE, DutyState.WITHDRAWN, DutyState.DONE, DutyState.EXEMPT)


def by_urgency(duties: Iterable[Duty]) -> list[Duty]:
    """Overdue first, the longest overdue before the others; then what falls due next; what is done last."""
    return sorted(duties, key=lambda duty: (_ORDER.index(duty.state), duty.due, duty.township, duty.place, duty.item))


def duties_text(duties: Sequence[Duty], records: Records) -> str:
    """One line a duty: state, due day, place, item, period or event."""
    lines = []
    for duty in by_urgency(duties):
        parts = [
            f"{duty.state.mark} {duty.state.label}",
            f"最迟 {duty.due}",
            _place(duty, records),
            _item(duty, records),
        ]
        parts += [duty.period.label] if duty.period else [_event(duty, records)] if duty.record else []
        late = f"(已逾期{(records.today - duty.due).days}天)" if duty.state is DutyState.OVERDUE else ""
        lines.append(plain("  ".join(parts) + late))
    return "\n".join(lines)


def duties_json(duties: Sequence[Duty], records: Records) -> str:
    """Every duty with its state, as JSON."""
    entries = [
        {
            "state": duty.state.code,
            "township": duty.township,
            "place": duty.place,
            "item": duty.item,
            "name": _item(duty, records),
            "period": duty.period.key if duty.period else None,
            "record": duty.record or None,
            "due": duty.due.isoformat(),
            "done": duty.done.isoformat() if duty.done else None,
            "publication": duty.publication or None,
        }
        for duty in by_urgency(duties)
    ]
    return _json({"today": records.today.isoformat(), "duties": entries})


def _place(duty: Duty, records: Records) -> str:
    place = records.get(Place, f"{duty.township}/place/{duty.place}")
    return place.name if place else duty.place


def _item(duty: Duty, records: Records) -> str:
    item = records.get(DisclosureItem, f"item/{duty.item}")
    return item.name if item else duty.item


def _event(duty: Duty, records: Records) -> str:
    return str(getattr(records.find(duty.record), "title", "") or duty.record)


class ChineseCommand(click.Command):
    """A command whose help is Chinese and ends with one example."""

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _chinese_help(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[选项]", prefix="用法:")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        if self.example:
            with formatter.section("例子"):
                formatter.write_text(self.example)


class ChineseGroup(click.Group):
    """The group of commands, in Chinese."""

    command_class = ChineseCommand

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _chinese_help(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "命令 [选项]", prefix="用法:")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _options(self, ctx, formatter)
        commands = [(name, self.commands[name].get_short_help_str(60)) for name in self.list_commands(ctx)]
        with formatter.section("命令"):
            formatter.write_dl(commands)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)


def _chinese_help(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "显示这份说明"
    return option


def _options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    rows = [record for parameter in command.get_params(ctx) if (record := parameter.get_help_record(ctx))]
    if rows:
        with formatter.section("选项"):
            formatter.write_dl(rows)


def usage_message(error: click.UsageError) -> str:
    """Click's complaint in Chinese; the English wording is never shown."""
    name = getattr(error, "option_name", None) or getattr(error, "param_hint", None)
    if name is None and getattr(error, "param", None) is not None:
        name = "/".join(error.param.opts)  # type: ignore[attr-defined]
    match error:
        case click.exceptions.NoArgsIsHelpError():
            return error.message
        case click.exceptions.NoSuchCommand():
            hint = nearest(error.command_name, error.ctx.command.commands) if error.ctx else ""  # type: ignore[attr-defined]
            return f"没有“{plain(error.command_name)}”这个命令。{hint}用 gongkai --help 查看可用的命令。"
        case click.NoSuchOption():
            return f"没有“{error.option_name}”这个选项。用 --help 查看可用的选项。"
        case click.MissingParameter():
            return f"缺少{name}。用 --help 查看用法。"
        case click.BadParameter(param=click.Parameter(type=click.types.Choice(choices=choices))):
            return f"{name} 的值不对,可以写:{'、'.join(map(str, choices))}。"
        case click.BadParameter():
            return (
                f"{name} 的值不对:{error.message}"
                if _is_chinese(error.message)
                else f"{name} 的值不对。用 --help 查看用法。"
            )
        case click.BadOptionUsage():
            return f"{name} 后面要写一个值。用 --help 查看用法。"
        case _:
            return error.message if _is_chinese(error.message) else "命令写得不对。用 gongkai --help 查看可用的命令。"


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)
