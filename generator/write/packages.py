"""`datapackage.json`: what tables a part of the site has to take away, for programs (Frictionless Data Package, version 1)."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from typing import Any

from generator.model import Amount, Download, Page, Withheld
from generator.write.sheets import is_number

NAME = "datapackage.json"
_MISSING = ["", "—", "缺", "**"]
"""What stands in CSV for a figure that is closed, unknown or masked."""


def package(folder: str, title: str, pages: Iterable[Page]) -> bytes | None:
    """The list of the tables of these pages, paths from `folder` on; None when there is none."""
    resources = [_resource(folder, page, one) for page in pages for one in page.downloads]
    if not resources:
        return None
    content = {
        "profile": "tabular-data-package",
        "name": folder.replace("/", "-") or "site",
        "title": title,
        "resources": resources,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(folder: str, page: Page, table: Download) -> dict[str, Any]:
    path = posixpath.relpath(table.path, folder or ".")
    return {
        "profile": "tabular-data-resource",
        "name": path.removesuffix(".csv").replace("/", "-"),
        "title": f"{page.title}：{table.title}" if table.title else page.title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {"fields": _fields(table), "missingValues": _MISSING},
    }


def _fields(table: Download) -> list[dict[str, str]]:
    """A column is of numbers when every cell of it is one, or is missing."""
    columns = zip(*table.rows[1:], strict=True) if len(table.rows) > 1 else ((),) * len(table.rows[0])
    named = zip(table.rows[0], columns, strict=True)
    return [{"name": str(name), "type": "number" if _is_figures(cells) else "string"} for name, cells in named]


def _is_figures(cells: Iterable[Any]) -> bool:
    told = [one for one in cells if one is not None and one != ""]
    return bool(told) and all(is_number(one) or isinstance(one, Amount | Withheld) for one in told)
