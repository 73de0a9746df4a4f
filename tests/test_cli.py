"""The command line: exit codes, Chinese messages, and a site that is never half of one — whatever happens."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli as command_line
from generator import pipeline
from generator.build import ENGINES
from generator.commands import COMMANDS
from generator.commands import command as opened
from generator.model import EngineFailed, Finding, Level, Where
from generator.parts import building
from tests.build.driver import FAKE
from tests.world import REPOSITORY

TODAY = ("--today", "2026-10-20")
ENGLISH = re.compile(r"\b[A-Za-z]{2,}(?: [a-z]{2,}){2,}")
"""Three English words in a row."""


class Said:
    """What a command printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Said]


@pytest.fixture
def run(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in the small site, with the fake engine in place of MkDocs."""
    monkeypatch.setitem(ENGINES, "mkdocs", FAKE)
    monkeypatch.chdir(site)

    def call(*arguments: str) -> Said:
        code = command_line.main(list(arguments))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Said(code, captured.out, captured.err)

    return call


def spoil(site: Path) -> None:
    """One error in the data: the closing balance of July."""
    path = site / "data" / "townships" / "demo" / "finance" / "2026-q3.yml"
    path.write_text(path.read_text("utf-8").replace("期末结存: 98,784.30", "期末结存: 98,784.31"), "utf-8")


def edit(site: Path) -> None:
    """Another word, and nothing wrong."""
    path = site / "data" / "townships" / "demo" / "place.yml"
    path.write_text(path.read_text("utf-8").replace("上河村", "上河新村"), "utf-8")


def public(site: Path) -> dict[str, str]:
    """What is handed out: everything but what the program keeps for itself."""
    return {name: sha for name, sha in tree(site / "build").items() if not name.startswith(".cache/")}


# ------------------------------------------------------------------------------------------------------------- check


def test_check_of_good_data_is_fine(run: Run) -> None:
    """Warnings and notes are shown, and the code is 0; with --strict warnings count."""
    said = run("check", *TODAY)

    assert said.code == 0
    assert "data/townships/demo/place.yml 警告 " in said.out
    counts = r"检查了 \d+ 条记录:错误 0 个、警告 [1-9]\d* 个、提示 \d+ 个。\n"
    assert re.fullmatch(counts + r"材料中的数字:7 个取自记录,共 8 个\(87.5%\)。\n下一步:.+\n", said.err)
    assert run("check", "--strict", *TODAY).code == 1
    assert run("check", "--quiet", *TODAY).err == ""


def test_check_of_bad_data_fails(run: Run, site: Path) -> None:
    """The offending line is shown."""
    spoil(site)
    said = run("check", *TODAY)

    assert said.code == 1
    assert "期末结存: 98,784.31" in said.out


def test_check_as_json_and_for_a_code_host(run: Run, site: Path) -> None:
    """Results on stdout alone, so that they can be piped."""
    spoil(site)
    said = run("check", "--format", "json", *TODAY)

    assert json.loads(said.out)["counts"]["error"] >= 1
    assert json.loads(said.out)["coverage"] == {"bound": 7, "total": 8}
    assert said.err == ""
    assert run("check", "--format", "github", *TODAY).out.startswith("::")


def test_check_shows_a_part_when_asked_and_judges_all(run: Run, site: Path) -> None:
    """A rule, a level and what is worse; the exit code, the counts and the next step are those of everything."""
    spoil(site)
    errors = run("check", "--level", "error", *TODAY)
    overdue = run("check", "--rule", "overdue", *TODAY)
    everything = run("check", "--all", *TODAY)

    assert errors.code == overdue.code == 1
    assert "警告 第" not in errors.out
    assert "期末结存: 98,784.31" in errors.out
    assert "[sums]" not in overdue.out
    assert "[overdue]" in overdue.out
    assert errors.err == overdue.err == everything.err
    assert "先改错误" in errors.err.splitlines()[-1]
    rules = {
        one["rule"] for one in json.loads(run("check", "--format", "json", "--rule", "sums", *TODAY).out)["findings"]
    }
    assert rules == {"sums"}


def test_check_of_a_rule_that_there_is_not(run: Run) -> None:
    """Wrong use, with the nearest name."""
    said = run("check", "--rule", "sum", *TODAY)

    assert (said.code, said.out) == (2, "")
    assert "没有“sum”这条规则。是不是" in said.err
    assert "sums" in said.err


def test_an_accepted_error_does_not_stop_a_build(run: Run, site: Path) -> None:
    """It is listed with who answers for it; the acceptance of nothing is a warning."""
    spoil(site)
    lines = [
        "{编号: july, 规则: sums, 记录: finance/shanghe-2026-07, 内容: 表上写的期末结存, 理由: 尾数, 职务: 镇纪委书记, 日期: 2026-10-01}",
        "{编号: other, 规则: sums, 记录: finance/shanghe-2026-07, 内容: 别的, 理由: 尾数, 职务: 镇纪委书记, 日期: 2026-10-01}",
    ]
    path = site / "data" / "townships" / "demo" / "acceptance.yml"
    report = json.loads(run("check", "--format", "json", *TODAY).out)
    assert report["counts"]["accepted"] == 0

    path.write_text("".join(f"- {line}\n" for line in lines), "utf-8")
    said = run("check", *TODAY)
    after = json.loads(run("check", "--format", "json", *TODAY).out)

    assert after["counts"]["accepted"] == 1
    assert after["counts"]["error"] == report["counts"]["error"] - 1
    assert "镇纪委书记 2026-10-01 同意:尾数" in said.out
    assert "acceptance.yml 警告 1 个" in said.out
    assert "[acceptances] 这条接受没有用上" in said.out


def test_check_of_one_township_leaves_out_the_others(run: Run, site: Path) -> None:
    """Findings of another township are another clerk's."""
    (site / "data" / "townships" / "other").mkdir()
    (site / "data" / "townships" / "other" / "place.yml").write_text("- 编号: 错\n", "utf-8")

    assert run("check", *TODAY).code == 1
    assert run("check", "--township", "demo", *TODAY).code == 0
    assert "材料中的数字" not in run("check", "--township", "other", *TODAY).err
    assert run("check", "--township", "other", *TODAY).code == 1


# -------------------------------------------------------------------------------------------------------------- build


def test_build_makes_the_site_and_says_where(run: Run, site: Path) -> None:
    """The path on stdout, the rest on stderr."""
    said = run("build", "--audience", "public", "--audience", "review", *TODAY)
    pages = [str(site / line) for line in said.out.splitlines()]

    assert said.code == 0
    assert pages == [str(site / "build" / name / "site" / "index.html") for name in ("public", "review")]
    assert all(Path(page).is_file() for page in pages)
    assert "下一步" in said.err
    assert run("build", "--quiet", *TODAY).err == ""


def test_build_stops_at_errors(run: Run, site: Path) -> None:
    """The site that was there stays; nothing else is made."""
    run("build", *TODAY)
    before = public(site)
    spoil(site)
    said = run("build", *TODAY)

    assert said.code == 1
    assert "有错误,没有生成" in said.err
    assert "98,784.31" in said.err
    assert said.out == ""
    assert public(site) == before


def test_build_with_strict_stops_at_warnings(run: Run, site: Path) -> None:
    """And leaves nothing behind but what was found."""
    assert run("build", "--strict", *TODAY).code == 1
    assert public(site) == {}


def test_an_engine_that_fails_is_exit_code_3(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old site stands, and no half of a new one."""
    run("build", *TODAY)
    before = public(site)
    edit(site)
    monkeypatch.setenv("FAKE_ENGINE", "fail")
    said = run("build", *TODAY)

    assert said.code == 3
    assert "引擎的最后一句话" in said.err
    assert public(site) == before


def test_a_leak_is_exit_code_4(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is handed out."""
    leak = Finding("leak", Level.ERROR, Where("x.html"), "demo/x 的“经手人”不该让社会看到,却出现在 x.html")
    monkeypatch.setattr(building.leaks, "look", lambda *_: [leak])

    for command in ("build", "bundle"):
        said = run(command, *TODAY)

        assert said.code == 4
        assert "什么都没有发布" in said.err
        assert said.out == ""
    assert public(site) == {}


def test_a_folder_that_cannot_be_written_is_exit_code_5(run: Run, site: Path) -> None:
    """Here a file stands in its place; a full disk says the same."""
    (site / "build").write_text("x", "utf-8")
    for command in ("build", "bundle"):
        said = run(command, *TODAY)

        assert said.code == 5
        assert "检查磁盘空间、权限" in said.err
        assert not ENGLISH.search(said.err)


def test_a_disk_that_is_full_is_exit_code_5(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the middle of writing."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(building, "write", full)

    assert run("build", *TODAY).code == 5
    assert public(site) == {}


def test_a_fault_of_the_program_is_exit_code_70(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its details go to a file; the clerk is told whom to send it to."""

    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(pipeline, "check", broken)
    monkeypatch.setattr(command_line.tempfile, "gettempdir", lambda: str(tmp_path))
    said = run("check")

    assert said.code == 70
    assert "secret" not in said.err
    assert "gongkai-error.txt" in said.err
    assert "secret detail" in (tmp_path / "gongkai-error.txt").read_text("utf-8")

    monkeypatch.setattr(command_line.tempfile, "gettempdir", lambda: str(tmp_path / "nowhere"))

    assert run("check").code == 70


def test_ctrl_c_is_exit_code_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says that nothing has happened."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline.Work, "check", interrupted)
    said = run("build")

    assert (said.code, said.err.strip()) == (130, "已停止。原来的网站没有动。")


# ------------------------------------------------------------------------------------------------------- other commands


def test_bundle_makes_one_archive(run: Run, site: Path) -> None:
    """For reviewers unless asked otherwise; named after the audience and the township, or as asked."""
    assert Path(run("bundle", *TODAY).out.strip()).resolve() == site / "build" / "bundles" / "review.zip"
    assert run("bundle", "--audience", "party", "--township", "demo", *TODAY).out.endswith("/party-demo.zip\n")
    assert Path(run("bundle", "--out", "审阅.zip", *TODAY).out.strip()).resolve() == site / "审阅.zip"
    assert (site / "审阅.zip").read_bytes() == (site / "build" / "bundles" / "review.zip").read_bytes()
    assert run("bundle", "--out", "x.zip", "--audience", "party", "--audience", "review").code == 2


def test_due_lists_what_is_overdue_first(run: Run) -> None:
    """As text for people; everything with --all."""
    said = run("due", *TODAY)
    lines = said.out.splitlines()

    assert said.code == 0
    assert lines[0] == "逾期(7 项次)"
    assert "    ✗ 逾期 83 天(最迟 2026-07-29)  党组织设置与班子分工" in lines
    assert "    … 还有 6 天(最迟 2026-10-26)  四议两公开全过程  下河村便桥加固" in lines
    first, step = said.err.splitlines()
    assert first == "截至 2026-10-20:应公开 20 项次:逾期 7、即将到期 1、迟公开 2、已公开 8、不适用 2。"
    assert step.startswith("下一步:公开河口镇的“党组织设置与班子分工”,输入 gongkai publish ")
    assert sum(line.startswith("    ") for line in run("due", "--all", *TODAY).out.splitlines()) == 20


def test_due_as_json(run: Run) -> None:
    """All duties, for programs; seen from another day another list."""
    found = json.loads(run("due", "--format", "json", *TODAY).out)

    assert found["today"] == "2026-10-20"
    assert len(found["duties"]) == 20
    assert found["duties"][0]["state"] == "overdue"
    assert json.loads(run("due", "--format", "json", "--today", "2026-06-30").out)["duties"] == []


def test_due_says_when_the_data_cannot_be_trusted(run: Run, site: Path) -> None:
    """A record that could not be read is missing from the list."""
    spoil(site)

    assert "数据有错误" in run("due", *TODAY).err
    assert "数据有错误" in run("due", "--quiet", "--format", "json", *TODAY).err


# ---------------------------------------------------------------------------------------------------------- wrong use

WRONG: dict[tuple[str, ...], str] = {
    ("biuld",): "没有“biuld”这个命令。是不是“build”",
    ("check", "--foo"): "没有“--foo”这个选项",
    ("check", "--format"): "--format 后面要写一个值",
    ("check", "--format", "xml"): "--format 的值不对,可以写:text、json、github。",
    ("check", "--today", "昨天"): "--today 的值不对:“昨天”不是日期",
    ("check", "--today", "2026-02-30"): "不是日期",
    ("check", "--today", "0001-01-01"): "年份写 1900 到 2200",
    ("check", "--today", "9999-12-31"): "年份写 1900 到 2200",
    ("check", "--township", "../demo"): "“../demo”不是乡镇文件夹的名字",
    ("check", "--township", "\x1b[31m"): "不是乡镇文件夹的名字",
    ("check", "--township", "nowhere"): "没有“nowhere”这个乡镇",
    ("check", "extra"): "命令写得不对",
    ("build", "--audience", "everyone"): "可以写:public、village、party、review",
    ("build", "--engine", "hugo"): f"可以写:{'、'.join(ENGINES)}。",
    ("build", "--out", "data"): "不能把网站放到",
    ("build", "--out", "data/townships/site"): "不能把网站放到",
    ("build", "--out", "content/x"): "不能把网站放到",
    ("build", "--out", "theme_overrides"): "不能把网站放到",
    ("build", "--out", "."): "不能把网站放到",
    ("build", "--out", ".."): "不能把网站放到",
    ("build", "--out", "/"): "不能把网站放到",
    ("bundle", "--out", "data/x.zip"): "不能把压缩文件放到",
    ("bundle", "--out", "mkdocs.yml"): "写压缩文件的名字",
    ("bundle", "--out", "content"): "写压缩文件的名字",
    ("serve", "--port", "eighty"): "--port 的值不对",
    ("serve", "--port", "70000"): "--port 的值不对",
    ("check", "--root", "nowhere"): "没有找到 data 文件夹",
}


@pytest.mark.parametrize("arguments", WRONG, ids=lambda arguments: " ".join(map(repr, arguments)))
def test_wrong_use_is_explained_in_chinese(run: Run, site: Path, arguments: tuple[str, ...]) -> None:
    """Exit code 2, one line, no English, nothing made."""
    said = run(*arguments)

    assert said.code == 2
    assert WRONG[arguments] in said.err
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert not ENGLISH.search(said.err)
    assert "\x1b" not in said.err
    assert not (site / "build").exists()


@pytest.mark.parametrize("command", ["check", "build", "due", "bundle", "serve"])
def test_an_empty_folder_is_said_to_be_one(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do."""
    monkeypatch.chdir(tmp_path)

    assert command_line.main([command]) == 2
    assert re.search(r"没有找到.*--root|没有找到.*复制过来", capsys.readouterr().err)
    assert not list(tmp_path.iterdir())


def test_a_site_without_settings_is_not_built(run: Run, site: Path) -> None:
    """The engine's own complaint would be English."""
    (site / "mkdocs.yml").unlink()

    assert run("check", *TODAY).code == 0
    assert "没有找到网站设置 mkdocs.yml" in run("build", *TODAY).err


def test_settings_that_cannot_be_read_are_said_in_chinese(run: Run, site: Path) -> None:
    """A slip in mkdocs.yml names the line; a folder in its place is said too."""
    (site / "mkdocs.yml").write_text("site_name: 公开\ntheme: [\n", encoding="utf-8")
    done = run("build", *TODAY)

    assert done.code == 2
    assert re.search(r"mkdocs\.yml 第 \d 行附近写法不对", done.err)

    (site / "mkdocs.yml").unlink()
    (site / "mkdocs.yml").mkdir()

    assert "mkdocs.yml 打不开" in run("build", *TODAY).err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_chinese_and_ends_with_an_example(run: Run, command: str) -> None:
    """Every option is explained; the example is a command that exists."""
    said = run(command, "--help")
    lines = said.out.rstrip().splitlines()

    assert said.code == 0
    assert lines[0].startswith(f"用法:gongkai {command} [选项]")
    assert lines[-2] == "例子:"
    assert lines[-1].startswith(f"  gongkai {command} ")
    assert not ENGLISH.search(re.sub(r"gongkai [a-z]+ [a-z]+", "", "\n".join(lines[:-1])))
    assert not re.search(r"Usage|Options|Commands|Show this|INTEGER|TEXT|default", said.out)
    for option in opened(command).params:
        assert re.search(r"[\u4e00-\u9fff]", getattr(option, "help", "") or ""), option


@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_of_the_help_is_right(run: Run, command: str) -> None:
    """Its options exist: the line is taken as it stands, with --help behind it."""
    example = opened(command).example.split()[1:]  # type: ignore[attr-defined]

    assert run(*[word.replace("anping", "demo") for word in example], "--help").code == 0


def test_the_list_of_commands_is_chinese(run: Run) -> None:
    """With --help, and without anything."""
    for arguments, code in ((["--help"], 0), ([], 2)):
        said = run(*arguments)
        text = said.out + said.err

        assert said.code == code
        assert text.startswith("用法:gongkai 命令 [选项]")
        assert all(re.search(rf"^  {command} +\S*[\u4e00-\u9fff]", text, re.MULTILINE) for command in COMMANDS)
        assert not ENGLISH.search(text)


def test_the_version_is_shown(run: Run) -> None:
    """For whoever asks for help."""
    assert re.fullmatch(r"gongkai \d+\.\d+\.\d+\n", run("--version").out)


# ------------------------------------------------------------------------------------------- as a program of its own


def tree(folder: Path) -> dict[str, str]:
    """Path → digest of everything below, links by where they lead; the lock and empty folders are left out."""
    if not folder.exists():
        return {}
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"→ {path.readlink()}"
        elif path.is_file() and path.name != ".lock":
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def start(site: Path, *arguments: str, module: str = "tests.build.driver", **environment: str) -> subprocess.Popen[str]:
    """The command as a process with a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments, "--root", str(site)],
        cwd=REPOSITORY,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def finish(process: subprocess.Popen[str]) -> Said:
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in out + err
    return Said(process.returncode, out, err)


def wait_for(happened: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Polls until it has happened, the process has ended, or a minute has passed."""
    for _ in range(1200):
        if happened() or process.poll() is not None:
            break
        time.sleep(0.05)
    assert happened()


def half_built(site: Path) -> Callable[[], object]:
    return lambda: list((site / "build").glob(".cache/built/*/.new-*/site/half"))


def test_as_a_program_it_prints_utf8_everywhere(site: Path) -> None:
    """Also where the machine's own encoding knows no Chinese; the code is the exit code."""
    said = finish(start(site, "check", *TODAY, module="generator"))

    assert said.code == 0
    assert "检查了" in said.err
    assert "改法:" in said.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["check", "--today", "x"], 2), (["build", "--township", "nowhere"], 2), (["check", "--strict", *TODAY], 1)],
)
def test_as_a_program_it_never_shows_a_traceback(site: Path, arguments: list[str], code: int) -> None:
    """Only Chinese sentences and the exit code."""
    said = finish(start(site, *arguments, module="generator"))

    assert said.code == code
    assert re.search(r"[\u4e00-\u9fff]", said.err)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_the_site_whole(run: Run, site: Path, how: signal.Signals) -> None:
    """Ctrl-C, a polite or a rude kill while half of the new site is written: what readers see has not moved.

    The next build clears away what is left over.
    """
    run("build", *TODAY)
    before = tree(site / "build" / "public")
    place = site / "data" / "townships" / "demo" / "place.yml"
    place.write_text(place.read_text("utf-8").replace("青石江", "白石江"), "utf-8")

    process = start(site, "build", *TODAY, FAKE_ENGINE="slow")
    wait_for(half_built(site), process)
    os.killpg(process.pid, how)
    said = finish(process)

    assert tree(site / "build" / "public") == before
    assert before
    if how is signal.SIGINT:
        assert (said.code, said.err.splitlines()[-1]) == (130, "已停止。原来的网站没有动。")
        assert not list((site / "build").glob(".new-*"))
    assert run("build", *TODAY).code == 0
    assert not list((site / "build").glob(".new-*"))
    assert "白石江" in (site / "build" / "public" / "site" / "demo" / "index.html").read_text("utf-8")


def test_of_two_builds_at_once_one_is_told_to_wait(run: Run, site: Path) -> None:
    """Exit code 5; the first is not disturbed."""
    process = start(site, "build", *TODAY, FAKE_ENGINE="slow")
    try:
        wait_for(half_built(site), process)
        said = run("build", *TODAY)

        assert said.code == 5
        assert "另一个 gongkai 正在生成" in said.err
        assert half_built(site)()
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def test_engine_failed_is_the_code_of_the_contract() -> None:
    """Scripts rely on it."""
    assert EngineFailed.exit_code == 3
