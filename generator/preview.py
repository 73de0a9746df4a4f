"""`gongkai serve`: the site on this machine, built again and shown anew after every save."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

import click

from generator import console, pipeline
from generator.model import Audience, GongkaiError, Site

_WATCHED = ("data", "content", "theme_overrides", "mkdocs.yml")
_SCRIPT = "/gongkai-reload.js"
_STATE = "/gongkai-state"
_PAUSE = 0.5
# Served as a file of the site itself, so the content security policy stays as it is for readers.
_RELOAD = f"""
let seen = null;
setInterval(async () => {{
  try {{
    const state = await (await fetch("{_STATE}")).text();
    if (seen !== null && state !== seen) location.reload();
    seen = state;
  }} catch {{}}
}}, 700);
"""


def preview(site: Site, audience: Audience, port: int) -> int:
    """Builds, serves on 127.0.0.1 and rebuilds on every change until Ctrl-C. Raises GongkaiError when it cannot start."""
    out = site.root / "build"
    rebuild = _Rebuild(site, audience, out)
    if not rebuild.once("有错误,没有打开网页。改好后再运行一次。"):
        return 1
    handler = partial(_Handler, rebuild, directory=str(rebuild.folder))
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        click.echo(f"端口 {port} 已被占用。换一个:gongkai serve --port {port + 1}", err=True)
        return 2
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"http://127.0.0.1:{port}/")
    click.echo("用浏览器打开上面的地址;保存数据后网页自动更新;按 Ctrl-C 结束。", err=True)
    try:
        rebuild.forever()
    finally:
        server.shutdown()
        server.server_close()
    return 0


class _Rebuild:
    """Watches what people edit, and builds; a mistake in the data is shown and leaves the last good site in place."""

    def __init__(self, site: Site, audience: Audience, out: Path) -> None:
        self.site, self.audience, self.out = site, audience, out
        self.folder = out / site.release(audience) / "site"
        self.state = 0

    def once(self, advice: str = "有错误,网页还是原来的。改好后保存,会自动再试。") -> bool:
        try:
            with pipeline.at_work(self.site, self.out) as work:
                survey = work.check()
                errors = [finding for finding in survey.findings if pipeline.blocks([finding])]
                if errors:
                    click.echo(console.findings_text(errors, self.site.root), err=True)
                    click.echo(advice, err=True)
                    return False
                release = work.build(survey, self.audience)
            if release.changes:
                click.echo(console.changes_text(release.changes), err=True)
        except GongkaiError as error:
            click.echo(str(error), err=True)
            return False
        self.state += 1
        return True

    def forever(self) -> None:
        seen = self.snapshot()
        while True:
            time.sleep(_PAUSE)
            now = self.snapshot()
            if now != seen:
                seen = now
                if self.once():
                    click.echo("已更新。", err=True)

    def snapshot(self) -> dict[Path, tuple[int, int]]:
        return {path: (status.st_mtime_ns, status.st_size) for path in self.files() if (status := _status(path))}

    def files(self) -> Iterator[Path]:
        for name in _WATCHED:
            path = self.site.root / name
            yield from path.rglob("*") if path.is_dir() else (path,)


def _status(path: Path) -> Any:
    try:
        return path.stat()
    except OSError:  # removed between listing and looking
        return None


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site; pages get the reload script."""

    def __init__(self, rebuild: _Rebuild, *args: Any, **kwargs: Any) -> None:
        self.rebuild = rebuild
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        if self.headers.get("Host", "").partition(":")[0] not in ("127.0.0.1", "localhost"):
            self.send_error(
                HTTPStatus.FORBIDDEN
            )  # a foreign name that leads here: some web page is trying to read along
            return
        path = self.path.split("?")[0]
        if path == _SCRIPT:
            self.answer(_RELOAD.encode(), "text/javascript")
        elif path == _STATE:
            self.answer(str(self.rebuild.state).encode(), "text/plain")
        elif path.endswith(("/", ".html")):
            self.page(path)
        else:
            super().do_GET()

    def page(self, path: str) -> None:
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        try:
            html = file.read_text(encoding="utf-8")
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.answer(
            html.replace("</body>", f'<script src="{_SCRIPT}"></script></body>').encode(), "text/html; charset=utf-8"
        )

    def answer(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing: the clerk's terminal is for findings."""
