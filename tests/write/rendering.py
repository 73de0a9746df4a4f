"""What Python-Markdown makes of a piece of text: the tags with their attributes, and the text a reader sees."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import markdown
import yaml

from generator.write.escape import line, md
from tests import world

Tag = tuple[str, tuple[tuple[str, str | None], ...]]

CONTEXTS: dict[str, tuple[Callable[[str], str], str]] = {
    "paragraph": (md, "{}"),
    "table cell": (md, "| 甲 | 乙 |\n|:---|---:|\n| {} | 1 |"),
    "heading": (line, "## {}"),
    "list item": (md, "- {}"),
    "link text": (line, "见[{}](other.md)。"),
    "inside HTML": (line, '<p class="gk-note">{}</p>'),
}
"""Where text stands on our pages: the filter that puts it there, and the Markdown around it."""


def site_markdown() -> markdown.Markdown:
    """With exactly the extensions of mkdocs.yml, and those that MkDocs adds to every site."""
    settings = yaml.safe_load((world.REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    names: list[str] = ["toc", "tables", "fenced_code"]
    configs: dict[str, dict[str, Any]] = {}
    for extension in settings["markdown_extensions"]:
        for name, config in extension.items() if isinstance(extension, dict) else [(extension, {})]:
            names += [] if name in names else [name]
            configs[name] = config
    return markdown.Markdown(extensions=names, extension_configs=configs)


_OTHERS = (
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes", "legacy_attrs"),
    *("legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
    *(
        f"pymdownx.{name}"
        for name in ["arithmatex", "b64", "betterem", "caret", "critic", "details", "emoji", "highlight"]
    ),
    *(f"pymdownx.{name}" for name in ["inlinehilite", "keys", "magiclink", "mark", "progressbar", "smartsymbols"]),
    *(f"pymdownx.{name}" for name in ["snippets", "superfences", "tabbed", "tasklist", "tilde"]),
)


def greedy_markdown() -> markdown.Markdown:
    """With everything that might give some character a meaning, snippets from the root of the disk included."""
    configs = {"pymdownx.snippets": {"base_path": ["/"], "restrict_base_path": False}}
    return markdown.Markdown(extensions=list(_OTHERS), extension_configs=configs)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.words: list[str] = []
        self.other: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.words.append("\n")
        else:
            self.tags.append((tag, tuple((name, "" if name == "id" else value) for name, value in attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def seen(renderer: markdown.Markdown, source: str) -> tuple[list[Tag], str, list[str]]:
    """Tags (ids of headings left out), text with blanks folded, and anything that is neither."""
    reader = _Reader()
    reader.feed(renderer.reset().convert(source))
    reader.close()
    return reader.tags, folded("".join(reader.words)), reader.other


def folded(text: str) -> str:
    return " ".join(text.split())
