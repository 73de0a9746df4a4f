"""`gongkai serve`: on this machine only, shows every save, and keeps the last good page when a mistake was typed."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests import world

OVERVIEW = "/demo/index.html"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A running preview of a site of its own, with the fake engine."""

    site: Path
    port: int
    process: subprocess.Popen[str]

    def get(self, path: str, host: str = "", method: str = "GET") -> tuple[int, str]:
        """Status and body; status 0 while nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers={"Host": host or f"127.0.0.1:{self.port}"})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except OSError:
            return 0, ""
        finally:
            connection.close()

    @property
    def news(self) -> dict[str, Any]:
        """What the browser is told now."""
        return json.loads(self.get("/gongkai-state")[1] or "{}")

    def shows(self, text: str) -> bool:
        return text in self.get(OVERVIEW)[1]

    def wait(self, happened: Callable[[], object]) -> None:
        """Polls until it has happened, the server has ended, or a minute has passed."""
        for _ in range(600):
            if happened() or self.process.poll() is not None:
                break
            time.sleep(0.1)
        assert happened()

    @property
    def said(self) -> str:
        """What the clerk's terminal shows so far."""
        return said_in(self.site)

    def edit(self, old: str, new: str) -> None:
        path = self.site / "data" / "townships" / "demo" / "place.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


def started(site: Path, port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-u", "-m", "tests.build.driver", "serve", "--root", str(site), "--port", str(port)]
    with (site.parent / "said.txt").open("w") as said:
        return subprocess.Popen(
            [*command, "--today", "2026-10-20"],
            cwd=world.REPOSITORY,
            stdout=subprocess.PIPE,
            stderr=said,
            encoding="utf-8",
            start_new_session=True,
        )


def said_in(site: Path) -> str:
    return (site.parent / "said.txt").read_text(encoding="utf-8")


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """Answering; ended by force when the test has not ended it."""
    port = free_port()
    running = Server(site, port, started(site, port))
    try:
        running.wait(lambda: running.news.get("built") == 1)
        yield running
    finally:
        if running.process.poll() is None:
            os.killpg(running.process.pid, signal.SIGKILL)
        running.process.communicate()


def test_it_serves_the_site_with_a_script_that_reloads(server: Server) -> None:
    """Folders, pages and other files; what is not there is not found, and nothing above the site can be read."""
    status, page = server.get("/")

    assert (status, "河口镇" in page) == (200, True)
    assert page.endswith('<script src="/gongkai-reload.js" data-built="1"></script></body></html>')
    assert server.get(OVERVIEW)[1].count("<script") == 1
    assert "location.reload" in server.get("/gongkai-reload.js")[1]
    assert server.get("/manifest.json")[0] == 200
    assert server.get("/gongkai-panel.css")[0] == 200
    assert (server.news["built"], server.news["busy"], server.news["findings"]) == (1, "", [])
    for path in ("/nowhere.html", "/nowhere/", "/nowhere.png", "/../../../mkdocs.yml", "/%2e%2e/%2e%2e/mkdocs.yml"):
        assert server.get(path)[0] == 404, path


def test_only_this_machine_can_see_it(server: Server) -> None:
    """It listens on 127.0.0.1 and no other address, and answers to no other name."""
    with pytest.raises(OSError, match="refused"), socket.create_connection(("127.0.0.2", server.port), timeout=5):
        pass
    assert server.get("/", host="localhost:1")[0] == 200
    for path in ("/", "/gongkai-state", "/manifest.json"):
        assert server.get(path, host="rebound.example.org")[0] == 403


def test_a_save_is_shown_and_a_mistake_is_not(server: Server) -> None:
    """Edit, typing error, correction: the page follows the first and the last, the panel names the mistake in between."""
    server.edit("青石江", "白石江")
    server.wait(lambda: server.news["parts"].get("demo", 0) > 1)

    assert server.shows("白石江")
    assert 'data-built="2"' in server.get(OVERVIEW)[1]

    server.edit("级别: 乡镇", "级别: 乡<b>真")
    server.edit("白石江", "黑石江")
    server.wait(lambda: server.news["findings"])

    (wrong, *_) = server.news["findings"]
    assert wrong["where"] == "data/townships/demo/place.yml 第5行"
    assert "不能写“乡<b>真”" in wrong["message"]
    assert "可以写:县区、乡镇" in wrong["hint"]
    assert "    5 │   级别: 乡<b>真" in wrong["excerpt"]
    assert server.shows("白石江")

    server.edit("级别: 乡<b>真", "级别: 乡镇")
    server.wait(lambda: not server.news["findings"] and server.shows("黑石江"))
    server.wait(
        lambda: server.said.count("已更新。") == 2 or server.news["built"] > server.news["parts"].get("demo", 0)
    )

    assert "有错误,网页还是原来的。改好后保存,会自动再试。" in server.said


def test_what_is_looked_at_early_is_what_a_build_makes(server: Server) -> None:
    """Page by page, but for what a build puts in last of all."""
    server.edit("青石江", "白石江")
    server.wait(lambda: server.news["parts"].get("demo", 0) > 1)
    looks = {path: server.get(f"/{path}")[1] for path in ("demo/index.html", "demo/shanghe/index.html")}
    server.wait(lambda: server.news["built"] > 2)

    site = server.site / "build/public/site"
    for path, page in looks.items():
        assert page.replace('<script src="/gongkai-reload.js" data-built="2"></script>', "") == (site / path).read_text(
            encoding="utf-8"
        )


def test_a_saved_figure_names_the_articles_that_use_it(server: Server) -> None:
    """While they are written, before anybody reads them."""
    path = server.site / "data/townships/demo/indicator.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("数值: 486", "数值: 487"), encoding="utf-8")
    server.wait(lambda: "已更新。" in server.said)

    assert "  党员总数 486 → 487,用在《让能人挑起村里的担子》(demo/article/able-leaders.html)" in server.said


def test_ctrl_c_ends_it_cleanly(server: Server) -> None:
    """Exit code 130, one sentence, no traceback, the port is free again and no half-built folder stays."""
    os.kill(server.process.pid, signal.SIGINT)
    out, _ = server.process.communicate(timeout=60)

    assert server.process.returncode == 130
    assert out == f"http://127.0.0.1:{server.port}/\n"
    assert server.said.rstrip().endswith("已停止。原来的网站没有动。")
    assert "Traceback" not in server.said
    assert server.get("/")[0] == 0
    assert not list((server.site / "build").glob(".new-*"))


def test_a_port_in_use_is_said_so(site: Path) -> None:
    """With another one to try."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = started(site, port)
        process.communicate(timeout=60)

    assert process.returncode == 2
    assert f"端口 {port} 已被占用。换一个:gongkai serve --port {port + 1}" in said_in(site)


def test_errors_at_the_start_are_on_the_waiting_page(site: Path) -> None:
    """There is no page yet; once they are mended there is."""
    place = site / "data" / "townships" / "demo" / "place.yml"
    right = place.read_text("utf-8")
    place.write_text(right.replace("级别: 乡镇", "级别: 乡真"), "utf-8")
    port = free_port()
    server = Server(site, port, started(site, port))
    try:
        server.wait(lambda: server.news.get("findings"))
        status, page = server.get("/demo/index.html")
        assert (status, "正在生成网站" in page) == (200, True)
        assert 'data-built="-1"' in page
        assert "不能写“乡真”" in server.news["findings"][0]["message"]

        place.write_text(right, "utf-8")
        server.wait(lambda: server.news["built"] == 1)
        assert "河口镇" in server.get("/")[1]
    finally:
        os.killpg(server.process.pid, signal.SIGKILL)
        server.process.communicate()
