"""Small releases of a few pages, as folders and as bundles."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator import chain
from generator.formats import manifest, offline
from generator.model import Audience

PAGES = {
    "index.html": "<article><h1>首页</h1><p>欢迎</p></article>",
    "anping/liucun.html": (
        "<article><h1>刘村2026年3月收支公开榜</h1><p>共收入 12,000.00 元，共支出 2,400.00 元。</p>"
        "<table><thead><tr><th>项目</th><th align='right'>金额（元）</th></tr></thead><tbody>"
        "<tr><td>果园承包费</td><td>12,000.00</td></tr><tr><td>保洁员工资</td><td>2,400.00</td></tr></tbody></table>"
        "<p>记录编号：anping/finance/liucun-2026-03</p></article>"
    ),
    "anping/members.csv": "地方,党员数\r\n刘村,62\r\n",
}


def site(
    folder: Path,
    pages: dict[str, str] | None = None,
    audience: Audience = Audience.PUBLIC,
    sealed: tuple[chain.Sealed, ...] = (),
) -> Path:
    """The folder of a site with its manifest."""
    hashes = {}
    for name, text in (PAGES if pages is None else pages).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        hashes[name] = hashlib.sha256(text.encode()).hexdigest()
    manifest.write(audience, hashes, folder, sealed=sealed)
    return folder


def bundle(folder: Path, pages: dict[str, str] | None = None, audience: Audience = Audience.PUBLIC) -> Path:
    """The same as one archive."""
    return offline.make(site(folder / "site", pages, audience), folder / "bundle.zip")
