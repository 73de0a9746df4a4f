"""The same Markdown as a Hugo site, with the chrome of our own pages: `project` writes the folder that `hugo` builds.

The layout is one of our finished pages in which title, contents, menu and text are replaced by what Hugo puts there, so that
Hugo writes the same head, header, tabs, icons and scripts. What is not the same is kind to Hugo: links are rewritten by a
pattern and checked by nobody, the menu is made once for all pages that stand in none, and there is no search index.
`markdown="span"` inside a paragraph is left as it stands: CommonMark has no such thing; tables inside `<div markdown>` are
rendered, since a blank line ends an HTML block there. index.md must be called _index.md, or its neighbours are no pages.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CONFIG = {
    "baseURL": "https://gongkai.example/",
    "title": "党务村务财务公开",
    "locale": "zh",
    "uglyURLs": True,
    "disableKinds": ["taxonomy", "term", "RSS"],
    "markup": {"goldmark": {"renderer": {"unsafe": True}}, "tableOfContents": {"startLevel": 2, "endLevel": 3}},
    "enableRobotsTXT": False,
}

MENU = """\
{{- /* . is a dict: items, trail (ids from the top to the page), root (../ so often) */ -}}
<ul class="md-nav__list">
{{- range .items }}{{ $open := in $.trail .id }}
<li class="md-nav__item{{ if $open }} md-nav__item--active{{ end }}{{ if .below }} md-nav__item--nested{{ end }}">
<a href="{{ $.root }}{{ .url }}" class="md-nav__link"><span class="md-ellipsis">{{ .title | safeHTML }}</span>
{{- if .below }}<span class="md-nav__icon md-icon"></span>{{ end }}</a>
{{- if and $open .below }}
<nav class="md-nav" data-md-level="1"><label class="md-nav__title">{{ .title | safeHTML }}</label>
{{- partial "menu.html" (dict "items" .below "trail" $.trail "root" $.root) }}</nav>
{{- end }}</li>
{{- end }}
</ul>
"""

LINK = """\
{{- $to := replaceRE `\\.md(#|$)` ".html$1" .Destination -}}
<a href="{{ $to | safeURL }}">{{ .Text }}</a>
{{- /**/ -}}
"""

HEAD = """\
{{- $file := "" }}{{ with .File }}{{ $file = .Path }}{{ end -}}
{{- $root := strings.Repeat (sub (len (split .RelPermalink "/")) 2) "../" -}}
{{- $trail := index hugo.Data.trails $file -}}
"""

CHOSEN = """\
{{- if $trail }}{{ partial "menu.html" (dict "items" hugo.Data.menu "trail" $trail "root" $root) }}
{{- else }}{{ partialCached "menu.html" (dict "items" hugo.Data.menu "trail" slice "root" $root) $root }}{{ end -}}
"""


def project(folder: Path, docs: Path, assets: Path, menu: list[Any], sample: Path, depth: int) -> None:
    """Writes the Hugo site. sample: a finished page of ours outside the menus, `depth` folders below the site's own."""
    for path in sorted(path for path in docs.rglob("*") if path.is_file()):
        below = path.relative_to(docs)
        page = path.suffix == ".md"
        target = folder / ("content" if page else "static") / below
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target.with_name("_index.md") if below.name == "index.md" else target)
    shutil.copytree(assets, folder / "static" / "assets")
    items, trails = tree(menu)
    layout = HEAD + layout_of(sample.read_text(encoding="utf-8"), depth)
    _write(folder / "hugo.json", json.dumps(CONFIG, ensure_ascii=False, indent=1))
    _write(folder / "data" / "menu.json", json.dumps(items, ensure_ascii=False))
    _write(folder / "data" / "trails.json", json.dumps(trails, ensure_ascii=False))
    _write(folder / "layouts" / "_partials" / "menu.html", MENU)
    _write(folder / "layouts" / "_markup" / "render-link.html", LINK)
    for kind in ("home", "section", "page"):
        _write(folder / "layouts" / f"{kind}.html", layout)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def tree(menu: list[Any]) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """MkDocs' `nav` as nested items with ids, and for every page in it the ids from the top down to it."""
    trails: dict[str, list[str]] = {}

    def items(level: list[Any], above: list[str]) -> Iterator[dict[str, Any]]:
        for at, entry in enumerate(level):
            if isinstance(entry, str):  # the section's own page, which its heading links to
                trails[_file(entry)] = above
                continue
            ((title, value),) = entry.items()
            own = [*above, f"{'-'.join(above)}.{at}"]
            below = list(items(value, own)) if isinstance(value, list) else []
            if isinstance(value, str):
                trails[_file(value)] = own
            yield {"id": own[-1], "title": title, "url": _address(value), "below": below}

    return list(items(menu, [])), trails


def _file(path: str) -> str:
    return re.sub(r"(^|/)index\.md$", r"\1_index.md", path)


def _address(value: str | list[Any]) -> str:
    while isinstance(value, list):
        first = value[0]
        value = first if isinstance(first, str) else next(iter(first.values()))
    return value.removesuffix(".md") + ".html"


def layout_of(page: str, depth: int) -> str:
    """One finished page as a template. Raises ValueError when the page is not as this expects it."""
    title = _cut(page, "<title>", "</title>").split(" - ")[0]
    steps = (
        (r"<title>.*?</title>", "<title>{{ .Title }} - {{ site.Title }}</title>"),
        (r'<link rel="canonical" href="[^"]*">', '<link rel="canonical" href="{{ .Permalink }}">'),
        (r'(<nav class="md-nav md-nav--primary.*?)<ul.*?</nav>', r"\1" + CHOSEN + "</nav>"),
        (r'(<nav class="md-nav md-nav--secondary".*?)<label.*?</nav>', r"\1{{ .TableOfContents }}</nav>"),
        (
            r'(<article class="md-content__inner md-typeset">).*?(<p class="gk-print gk-print-owner">)',
            r"\1{{ .Content }}\2",
        ),
    )
    for pattern, instead in steps:
        page, times = re.subn(pattern, instead.replace("\\.", "\\\\."), page, count=1, flags=re.DOTALL)
        if times != 1:
            raise ValueError(f"the finished page has no {pattern}")
    return page.replace("../" * depth, "{{ $root }}").replace(title, "{{ .Title }}")


def _cut(text: str, start: str, end: str) -> str:
    return text[text.index(start) + len(start) : text.index(end)]
