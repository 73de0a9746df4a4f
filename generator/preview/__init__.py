"""`gongkai serve`: the site on this machine, built again and shown anew after every save."""

from __future__ import annotations

import gc
import http.server
import threading
import time
from functools import partial

import click

from generator.load.files import remember
from generator.model import Audience, Site
from generator.preview.rebuilding import Rebuilding
from generator.preview.serving import Handler
from generator.preview.watching import Snapshot, Watched, changed, townships

_PAUSE = 0.2
"""Seconds between two looks at the files."""
_SETTLED = 0.06
"""An editor saves in steps: a file written aside, the old one removed, the new one renamed."""
_FILES = 1_000
"""Data files that are not read again while they are what they were: those of a few townships."""
_QUIET = 1.5
"""When nobody has saved for so long, the whole site is built."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


def preview(site: Site, audience: Audience, port: int) -> int:
    """Serves on 127.0.0.1 and builds after every change until Ctrl-C; the first build runs while a page says so."""
    remember(_FILES)
    gc.disable()  # the collector would walk all that is remembered, between a save and its page
    rebuilding = Rebuilding(site, audience, site.root / "build")
    handler = partial(Handler, rebuilding, directory=str(rebuilding.folder))
    try:
        server = _Server(("127.0.0.1", port), handler)
    except OSError:
        click.echo(f"端口 {port} 已被占用。换一个:gongkai serve --port {port + 1}", err=True)
        return 2
    threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    click.echo(f"http://127.0.0.1:{port}/")
    click.echo(
        "用浏览器打开上面的地址;保存数据后网页自动更新;这只是在本机预览,要公开用 gongkai build。按 Ctrl-C 结束。",
        err=True,
    )
    try:
        _watch(rebuilding, Watched(site.root))
    finally:
        server.shutdown()
        server.server_close()
    return 0


def _watch(rebuilding: Rebuilding, watched: Watched) -> None:
    """Builds at once, then after every save; the whole once it is quiet."""
    seen = watched.snapshot()
    if rebuilding.whole():
        click.echo("做好了。", err=True)
    waiting, last = False, time.monotonic()
    while True:
        time.sleep(_PAUSE)
        now = watched.snapshot()
        if now != seen:
            now = _settled(watched, now)
            slugs = townships(changed(seen, now))
            seen = now
            early = bool(slugs) and rebuilding.can_be_early(slugs or ())
            waiting = rebuilding.edited(slugs or ()) if early else True
            last = time.monotonic() - (0 if early else _QUIET)
        if waiting and time.monotonic() - last >= _QUIET:
            waiting = False
            if rebuilding.whole():
                click.echo("已更新。", err=True)
            gc.collect()


def _settled(watched: Watched, now: Snapshot) -> Snapshot:
    """The files once they have stood still for a moment."""
    while True:
        time.sleep(_SETTLED)
        again = watched.snapshot()
        if again == now:
            return now
        now = again
