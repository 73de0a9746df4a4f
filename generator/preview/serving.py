"""The site over http, for this machine alone; pages get the script that waits for news."""

from __future__ import annotations

import http.server
import json
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from generator.preview.rebuilding import Rebuilding

_FILES = Path(__file__).parent / "browser"
_OURS = {
    "/gongkai-reload.js": ("reload.js", "text/javascript; charset=utf-8"),
    "/gongkai-panel.css": ("panel.css", "text/css; charset=utf-8"),
}
"""Served beside the site as files of its own, so that the policy of its pages stays as readers get it."""
_STATE = "/gongkai-state"
_PATIENCE = 20.0
"""Seconds that a browser is kept waiting for news; then it asks again."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers from the release, or from a township that is newer."""

    def __init__(self, rebuilding: Rebuilding, *args: Any, **kwargs: Any) -> None:
        self.rebuilding = rebuilding
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        if self.headers.get("Host", "").partition(":")[0] not in ("127.0.0.1", "localhost"):
            # A foreign name that leads here: some web page is trying to read along.
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        path = urlsplit(self.path).path
        if path in _OURS:
            name, kind = _OURS[path]
            self._answer((_FILES / name).read_bytes(), kind)
        elif path == _STATE:
            self._state()
        elif not self.rebuilding.ready:
            self._page((_FILES / "waiting.html").read_text(encoding="utf-8"), -1)
        elif path.endswith(("/", ".html")):
            self._file(path)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """Below the township's own folder where that is newer than the release; it holds pages, and nothing to take away."""
        part = unquote(urlsplit(path).path).lstrip("/").split("/")[0]
        early = self.rebuilding.early.get(part) if urlsplit(path).path.endswith(("/", ".html")) else None
        before, self.directory = self.directory, str(early) if early else self.directory
        try:
            return super().translate_path(path)
        finally:
            self.directory = before

    def _state(self) -> None:
        seen = parse_qs(urlsplit(self.path).query).get("seen", [""])[0]
        news = self.rebuilding.after(int(seen) if seen.isdigit() else -1, _PATIENCE)
        self._answer(json.dumps(asdict(news), ensure_ascii=False).encode(), "application/json")

    def _file(self, path: str) -> None:
        news = self.rebuilding.news  # before the file: a page that is newer than it says is opened once too often
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if path.endswith("/") else file
        try:
            html = file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self._page(html, news.parts.get(unquote(path).split("/")[1], news.built))

    def _page(self, html: str, built: int) -> None:
        script = f'<script src="/gongkai-reload.js" data-built="{built}"></script></body>'
        self._answer(html.replace("</body>", script).encode(), "text/html; charset=utf-8")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:  # the page was closed meanwhile
            self.close_connection = True

    def end_headers(self) -> None:
        if urlsplit(self.path).path not in (*_OURS, _STATE):
            self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Nothing: the clerk's terminal is for findings."""
