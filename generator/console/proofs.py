"""Releases as people are told of them: whether one is whole, and what is different between two."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import asdict
from html import escape

from generator.console.text import as_json, plain
from generator.model import Audience
from generator.proofs.comparing import Change, Changed, Difference
from generator.proofs.verifying import Verdict

_FIGURE = re.compile(r"[−-]?[\d,]+(?:\.\d+)?%?")
_MOST = 200
"""Lines that anybody reads on a screen; JSON and HTML have them all."""
_AUDIENCES = {audience.value: audience.label for audience in Audience}
_STYLE = (
    "body{font:18px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem;color:#111;background:#fff}table{border-collapse:collapse;width:100%}td,th{border:1px solid #767676;"
    "padding:.3rem .5rem;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}"
    "th{background:#f2f2f2}h2{border-bottom:2px solid #a61b1b;font-size:1.2em}a{color:#00319c}"
    "h2,p,li{overflow-wrap:anywhere}td.n{white-space:nowrap;text-align:right}"
)


def verdict_text(verdict: Verdict) -> str:
    """What is wrong, file by file, then the sentence that counts."""
    lines = [f"{plain(one.path)}:{plain(one.message)}" for one in verdict.wrong[:_MOST]]
    if len(verdict.wrong) > _MOST:
        lines.append(f"…… 还有 {len(verdict.wrong) - _MOST} 处,用 --format json 看全部。")
    if verdict.wrong:
        return "\n".join([*lines, "", f"不对:有 {len(verdict.wrong)} 处和发布时不一样。"])
    readers = _AUDIENCES.get(verdict.audience, verdict.audience)
    whole = f"完整:给“{plain(readers)}”看的网站,{verdict.count} 个文件都和发布时一样。"
    signed = ["有签名,没有核对是谁签的;核对请加 --signers 名单。"] if verdict.signed and not verdict.signers else []
    signed = ["签名对:是名单上的人签的。"] if verdict.signers else signed
    told = [f"在它以前公开过 {verdict.releases} 次,账簿一行也没有被改。"] if verdict.releases else []
    told += ["和以前那一份接得上。"] if verdict.since else []
    return "\n".join([whole, *told, *signed, f"校验码:{verdict.code}"])


def verdict_json(verdict: Verdict) -> str:
    """All of it, for programs."""
    return as_json({**asdict(verdict), "code": verdict.code, "whole": not verdict.wrong})


def difference_text(difference: Difference) -> str:
    """Pages, then figures with what they were and are."""
    lines = list(_lines(difference))
    more = [f"…… 还有 {len(lines) - _MOST} 行,用 --format html 看全部。"] if len(lines) > _MOST else []
    return "\n".join([*lines[:_MOST], *more, difference_counted(difference)])


def difference_counted(difference: Difference) -> str:
    """In one sentence."""
    pages = f"新增 {len(difference.added)} 页,减少 {len(difference.removed)} 页,改动 {len(difference.changed)} 页"
    return f"{pages},其他文件 {len(difference.files)} 个。" if difference else "没有不同。"


def _lines(difference: Difference) -> Iterator[str]:
    for words, pages in (("新增", difference.added), ("减少", difference.removed)):
        for path, title in pages:
            yield f"{words} {plain(title)}({path})"
    for page in difference.changed:
        yield f"改动 {plain(page.title)}({page.path})" + (f" 记录 {plain(page.record)}" if page.record else "")
        for change in page.changes:
            name = f"{_one_line(change.name)}:" if change.name else ""
            yield f"  {name}{_one_line(change.old) or '(没有)'} → {_one_line(change.new) or '(没有)'}"
        for reason in page.reasons:
            yield f"  原因:{_one_line(reason)}"
    for path in difference.files:
        yield f"文件 {plain(path)}"


def _one_line(text: str) -> str:
    words = plain(" ".join(text.split()))
    return words if len(words) <= 80 else f"{words[:80]}……"


def difference_json(difference: Difference) -> str:
    """All of it, for programs."""
    return as_json(asdict(difference))


def difference_html(difference: Difference, base: str = "") -> str:
    """A page that stands alone: no script, nothing from elsewhere. base: the way to the new site's pages, if it leads there."""
    told = (
        f"<p>新增 {len(difference.added)} 页，减少 {len(difference.removed)} 页，改动 {len(difference.changed)} 页，"
        f"其他文件 {len(difference.files)} 个。</p>"
    )
    body = [told]
    for words, pages, there in (("新增的页", difference.added, True), ("减少的页", difference.removed, False)):
        if pages:
            entries = (f"<li>{_link(path, title, base if there else '')}</li>" for path, title in pages)
            body += [f"<h2>{words}</h2>", "<ul>", *entries, "</ul>"]
    for page in difference.changed:
        body += _page(page, base)
    if difference.files:
        body += ["<h2>其他文件</h2>", "<ul>", *(f"<li>{escape(path)}</li>" for path in difference.files), "</ul>"]
    style = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>有什么变化</title><style>{_STYLE}</style>'
    )
    return (
        f'<!doctype html>\n<html lang="zh"><head>{head}</head>\n<body><h1>有什么变化</h1>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _page(page: Changed, base: str) -> Iterator[str]:
    yield f"<h2>{_link(page.path, page.title, base)}</h2>"
    if page.record:
        yield f"<p>记录编号：{escape(page.record)}</p>"
    if page.changes:
        yield "<table><tr><th scope=col>项目</th><th scope=col>原来</th><th scope=col>现在</th></tr>"
        yield from (_row(change) for change in page.changes)
        yield "</table>"
    for reason in page.reasons:
        yield f"<p>原因：{escape(reason)}</p>"


def _row(change: Change) -> str:
    figures = (
        f"<td{' class=n' * bool(_FIGURE.fullmatch(text))}>{escape(text) or '（没有）'}"
        for text in (change.old, change.new)
    )
    return f"<tr><td>{escape(change.name) or '文字'}</td>{'</td>'.join(figures)}</td></tr>"


def _link(path: str, title: str, base: str) -> str:
    return f'<a href="{escape(base + path)}">{escape(title)}</a>' if base else f"{escape(title)}（{escape(path)}）"
