"""`gongkai release`, `verify` and `diff` as a clerk and a reviewer type them: what is said, and the exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli
from generator.build import ENGINES
from tests.build.driver import FAKE
from tests.proofs import made

TODAY = ("--today", "2026-10-20")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in the small site, with the fake engine in place of MkDocs: (exit code, results, messages)."""
    monkeypatch.setitem(ENGINES, "mkdocs", FAKE)
    monkeypatch.chdir(site)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(list(arguments))
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return call


def test_from_the_first_release_to_the_second(run: Run, site: Path) -> None:
    """Sealed, verified, kept aside; something changes; sealed again; the second follows the first."""
    code, first, said = run("release", "--note", "首次公开", *TODAY)
    assert (code, first.startswith("第1次 2026-10-20 ")) == (0, True)
    assert "data/releases/public.txt" in said
    run("bundle", "--audience", "public", "--out", "1.zip", *TODAY)
    place = site / "data" / "townships" / "demo" / "place.yml"
    place.write_text(place.read_text("utf-8").replace("户数: ", "户数: 1", 1), "utf-8")
    _, second, _ = run("release", *TODAY)
    assert second.startswith("第2次 ")
    assert run("release", *TODAY)[1] == second
    assert (site / "data" / "releases" / "public.txt").read_text("utf-8").count("\n") == 2

    code, told, _ = run("verify", "build/public", "--since", "1.zip")
    assert code == 0
    assert "在它以前公开过 1 次,账簿一行也没有被改。" in told
    assert second.split(" ", 2)[2].strip() in told
    assert run("verify", "1.zip", "--since", "build/public")[0] == 1


def test_a_note_tells_nothing_that_the_site_withholds(run: Run, site: Path) -> None:
    """It stands in the chain for good, and everybody reads it."""
    code, told, said = run("release", "--note", "沈德清拟调任县直部门", *TODAY)
    assert (code, told) == (4, "")
    assert "没有记入账簿" in said
    assert "拟调任" not in said
    assert run("release", "--note", "付给张三13912345678", *TODAY)[0] != 0
    assert not (site / "data" / "releases").exists()


def test_verify_says_whether_by_its_exit_code(run: Run, tmp_path: Path) -> None:
    """0 whole, 1 not, 2 nothing to look at; the same as JSON."""
    folder = made.site(tmp_path / "a")
    code, told, _ = run("verify", str(folder))
    assert (code, told.startswith("完整:给“社会”看的网站,4 个文件")) == (0, True)
    (folder / "index.html").write_text("x")
    code, told, _ = run("verify", str(folder))
    assert code == 1
    assert told.startswith("index.html:内容和发布时不一样\n")
    assert "不对:有 1 处" in told
    code, told, _ = run("verify", str(folder), "--format", "json")
    content = json.loads(told)
    assert (code, content["whole"]) == (1, False)
    assert content["wrong"] == [{"kind": "changed", "path": "index.html", "message": "内容和发布时不一样"}]
    for name in ("none", str(tmp_path)):
        code, told, said = run("verify", name)
        assert (code, told) == (2, "")
        assert "没有" in said


def test_diff_reads_archives_that_may_be_damaged(run: Run, tmp_path: Path) -> None:
    """Two bundles; one that is cut; one that leads elsewhere. Nothing is written."""
    new = {**made.PAGES, "anping/liucun.html": made.PAGES["anping/liucun.html"].replace("2,400.00", "2,500.00")}
    old, later = made.bundle(tmp_path / "a"), made.bundle(tmp_path / "b", new)
    code, told, _ = run("diff", str(old), str(later))
    assert code == 0
    assert "  保洁员工资 · 金额（元）:2,400.00 → 2,500.00" in told
    assert run("diff", str(old), str(old))[1] == "没有不同。\n"
    before = sorted(tmp_path.rglob("*"))
    for left in (0, 10, -10):
        cut = tmp_path / "b" / "bundle.zip"
        cut.write_bytes(old.read_bytes()[:left])
        code, told, said = run("diff", str(old), str(cut))
        assert (code, told) == (2, "")
        assert "不是完整的压缩文件" in said
    assert sorted(tmp_path.rglob("*")) == before
