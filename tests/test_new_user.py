"""Somebody who has nothing but the wheel: from `init` to a bundle, told by the terminal alone. Kept in docs/new-user.md."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TRANSCRIPT = ROOT / "docs/new-user.md"
TODAY = "2026-10-20"
HEAD = """# From nothing to a bundle

What a new user sees who has installed the wheel, on an empty machine without this repository: made by
`tests/test_new_user.py`, word for word. The day is fixed so that the transcript is the same on any day; on a real machine
`--today` is left out.

```text
"""


@pytest.fixture(scope="module")
def gongkai(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script of an environment that holds the wheel; the libraries are lent by this one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    _run([*build, "--wheel-dir", str(folder), str(ROOT)], folder)
    (wheel,) = folder.glob("*.whl")
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], folder)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    install = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "--quiet"]
    _run([*install, "--no-deps", "--no-index", str(wheel)], folder)
    (site,) = (folder / "env").rglob("site-packages")
    (site / "lent.pth").write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")
    return scripts / "gongkai"


def _run(command: list[str], folder: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    environment = {**clean, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "NO_COLOR": "1", "CI": "1"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}"
    return done.stdout


def test_a_new_user_is_led_to_the_end(gongkai: Path, tmp_path: Path) -> None:
    said = list(_session(gongkai, tmp_path))

    told = HEAD + "\n".join(said) + "\n```\n"
    if os.environ.get("GOLDEN"):
        TRANSCRIPT.write_text(told, encoding="utf-8")
    assert told == TRANSCRIPT.read_text(encoding="utf-8")
    assert all(
        "下一步" in one or "再运行" in one for one in said if "init" in one or " build" in one or " check" in one
    )


def _session(gongkai: Path, folder: Path) -> Iterator[str]:
    names = ["--name", "青山镇", "--village", "刘村", "--village", "柳村", "--village", "大石桥村"]
    yield _told(gongkai, folder, "init", "公开", *names, "--today", TODAY)
    site = folder / "公开"
    assert "generator" not in {path.name for path in site.iterdir()}
    yield _told(gongkai, site, "check", "--today", TODAY)

    file = site / "data/townships/qingshanzhen/place.yml"
    text = (
        file.read_text(encoding="utf-8").replace("人口: 1286", "人口: 1,302").replace("级别: 村\n", "级别: 乡村\n", 1)
    )
    file.write_text(text, encoding="utf-8")
    yield "# 在 place.yml 里把刘村的人口改成 1,302,不小心把“级别”写错了"
    yield _told(gongkai, site, "check", "--today", TODAY, code=1)
    file.write_text(text.replace("级别: 乡村", "级别: 村"), encoding="utf-8")
    yield "# 照“改法”改好"
    yield _told(gongkai, site, "check", "--today", TODAY)
    yield _told(gongkai, site, "build", "--today", TODAY)
    page = (site / "build/public/site/qingshanzhen/liucun/index.html").read_text(encoding="utf-8")
    assert "1,302" in page
    yield _told(gongkai, site, "bundle", "--today", TODAY)
    assert list((site / "build/bundles").glob("*.zip"))


def _told(gongkai: Path, folder: Path, *words: str, code: int = 0) -> str:
    """The command and what it said, as it stands on the terminal; sizes and times of this machine left out."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    done = subprocess.run(
        [str(gongkai), *words],
        cwd=folder,
        env={**clean, "PYTHONUTF8": "1", "NO_COLOR": "1", "CI": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stdout
    said = re.sub(r"[0-9.]+ (MB|KB)", r"… \1", done.stdout.replace(str(folder), "."))
    return f"> gongkai {' '.join(words)}\n{said}"
