"""What the tables are made of: the figures of engines.py, the law of the plain build, the targets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import peers

LABELS = {"ours": "**ours, records → site**"} | {peer.name: peer.label for peer in peers.PEERS}
ORDER = ("plain", "pruned", "properdocs", "same", "zensical", "hugo", "html", "ours")

Results = dict[str, Any]


def cost(results: Results, size: str, name: str) -> dict[str, float] | None:
    """The figures of one run; of ours those of the full build."""
    found = results[size].get(name)
    return found.get("full", found) if found else None


def law(results: Results, name: str = "plain") -> tuple[float, float]:
    """(b, c) of CPU = b·pages + c·pages², through the two largest sizes measured."""
    known = sorted((run["pages"], run["cpu"]) for size in results if (run := cost(results, size, name)))
    (n1, y1), (n2, y2) = known[-2:]
    c = (y2 / n2 - y1 / n1) / (n2 - n1)
    return y2 / n2 - c * n2, c


def cpu(results: Results, size: str, name: str) -> tuple[float, bool] | None:
    """(seconds, whether measured): what is missing of the plain build follows its law."""
    if run := cost(results, size, name):
        return run["cpu"], True
    known = sum(1 for other in results if cost(results, other, name))
    ours = cost(results, size, "ours")
    if name != "plain" or known < 2 or not ours:
        return None
    b, c = law(results)
    pages = ours["pages"]
    return b * pages + c * pages**2, False


def targets(results: Results, sizes: list[str]) -> Iterator[tuple[str, str, bool]]:
    """(what was asked for, what came out, whether that is enough), for the largest size of which ours was run."""
    top = next(size for size in reversed(sizes) if cost(results, size, "ours"))
    run = results[top]["ours"]
    mine = run["full"]["cpu"]
    pages = f"{run['full']['pages']:,} pages"
    for name, least in (("plain", 60.0), ("pruned", 5.0), ("zensical", 3.0), ("hugo", 1.0)):
        if theirs := cpu(results, top, name):
            words = (
                f"{pages}: whole build at most {'' if least == 1 else f'1/{least:.0f} of '}the CPU of {LABELS[name]}"
            )
            yield words, f"1/{theirs[0] / mine:.1f}", theirs[0] / mine >= least
            if html := cost(results, top, "html"):
                yield (
                    "the same, Markdown → HTML alone",
                    f"1/{theirs[0] / html['cpu']:.1f}",
                    theirs[0] / html["cpu"] >= least,
                )
    if "1000" in results and (theirs := cpu(results, "1000", "hugo")):
        for name in ("ours", "html"):
            if own := cost(results, "1000", name):
                yield (
                    f"1,000 pages: {LABELS[name]} at most twice the CPU of hugo",
                    f"{own['cpu'] / theirs[0]:.1f}",
                    own["cpu"] <= 2 * theirs[0],
                )
    each = [own["cpu"] / own["pages"] for size in sizes if (own := cost(results, size, "ours"))]
    differ = [one["differ"] for size in sizes if "differ" in (one := cost(results, size, "html") or {})]
    if differ:
        yield f"{LABELS['html']}: the pages of our release, byte for byte", f"{sum(differ)} differ", not sum(differ)
    spread = max(abs(one / each[-1] - 1) for one in each)
    yield f"CPU a page the same within 15 % from {sizes[0]} to {top} pages", f"{spread:.0%}", spread <= 0.15
    yield f"{pages}: no process above 300 MB", f"{run['full']['memory']:.0f} MB", run["full"]["memory"] <= 300
    for name, words, least in (("edit", "one amount changed", 50), ("nothing", "nothing changed", 200)):
        ratio = mine / run[name]["cpu"]
        yield f"{pages}, {words}: at most 1/{least} of the full build", f"1/{ratio:.0f}", ratio >= least
