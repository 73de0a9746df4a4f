"""Help and the TAB key, answered by heart: the same words as the commands' own, in Chinese, for four shells."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli, pipeline
from generator.__main__ import main
from generator.commands import COMMANDS
from generator.console import outline, outlining
from generator.records import KINDS
from tests.world import REPOSITORY, ROOT

Words = pytest.CaptureFixture[str]


def test_the_outline_is_that_of_the_commands() -> None:
    """Whoever changes an option writes it again: make golden ARGS=tests/test_outline.py."""
    rules = {name: one.title for name, one in pipeline.explanations().items()}
    made = outlining.outline(cli.cli, {kind.family: kind.label for kind in KINDS}, rules)
    if os.environ.get("GOLDEN"):
        outline.FILE.write_text(made, encoding="utf-8", newline="\n")

    assert outline.FILE.read_text(encoding="utf-8") == made


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_by_heart_is_the_same_to_the_letter(command: str, capsys: Words) -> None:
    """As if the command had been loaded."""
    typed = [*command.split(), "--help"]

    assert outline.answered(typed) == 0
    quick = capsys.readouterr()
    assert cli.main(typed) == 0
    assert capsys.readouterr() == quick


def test_what_is_not_asked_of_it_is_left_to_the_commands(capsys: Words) -> None:
    """A command that is not there, help behind other words, and everything else."""
    assert [
        outline.answered(typed) for typed in (["biuld", "--help"], ["check", "--foo", "--help"], ["check"], [])
    ] == [None] * 4
    assert main(["biuld", "--help"]) == 2
    assert "没有“biuld”这个命令" in capsys.readouterr().err


def offered(shell: str, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Words, root: Path = ROOT) -> str:
    """What is printed where somebody presses TAB behind these words."""
    split = "\n" if shell == "powershell" else " "
    last = words[-1] if shell in ("powershell", "fish") else str(len(words) - 1)
    line = words[:-1] if shell == "powershell" else words
    monkeypatch.setenv(outline.ASKED, f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", split.join(line))
    monkeypatch.setenv("COMP_CWORD", last)
    monkeypatch.chdir(root)
    assert main([]) == 0
    return capsys.readouterr().out


OFFERED: dict[tuple[str, ...], str] = {
    ("ex",): "explain\t说明检查规则",
    ("check", "--tow"): "--township\t只管这个乡镇",
    ("check", "--township", ""): "demo\t河口镇",
    ("check", "--rule", "su"): "sums\t收支不平",
    ("explain", "ov"): "overdue\t",
    ("schema", "fin"): "finance\t财务",
    ("build", "--audience", "rev"): "review\treview",
}


@pytest.mark.parametrize("words", OFFERED, ids=" ".join)
def test_tab_offers_what_can_stand_there(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: Words
) -> None:
    """With a word of Chinese, where the shell can show one."""
    said = offered("powershell", ["gongkai", *words], monkeypatch, capsys)

    assert said.splitlines()
    assert said.splitlines()[0].startswith(OFFERED[words])


def test_every_shell_is_answered_in_its_own_way(monkeypatch: pytest.MonkeyPatch, capsys: Words) -> None:
    """Those of click's, and PowerShell, which refuses an empty help."""
    words = ["gongkai", "check", "--township", ""]

    assert offered("bash", words, monkeypatch, capsys) == "plain,demo\n"
    assert offered("zsh", words, monkeypatch, capsys) == "plain\ndemo\n河口镇\n"
    assert "demo" in offered("fish", words, monkeypatch, capsys)
    assert offered("powershell", words, monkeypatch, capsys) == "demo\t河口镇\n"


def test_townships_are_those_of_the_site_that_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Words
) -> None:
    """Where there are none, or nothing readable in them, nothing goes wrong."""
    words = ["gongkai", "check", "--root", str(ROOT), "--township", ""]
    assert offered("powershell", words, monkeypatch, capsys, tmp_path) == "demo\t河口镇\n"
    assert offered("bash", words[:2] + words[4:], monkeypatch, capsys, tmp_path).strip() == ""

    (tmp_path / "data" / "townships" / "a").mkdir(parents=True)
    (tmp_path / "data" / "townships" / "a" / "place.yml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "data" / "townships" / "b").mkdir()
    assert offered("powershell", words[:2] + words[4:], monkeypatch, capsys, tmp_path) == "a\ta\nb\tb\n"


@pytest.mark.parametrize("shell", outline.SHELLS)
def test_each_shell_gets_its_script(shell: str, capsys: Words) -> None:
    """On standard output alone, so that it can be put into a file."""
    assert main(["completion", shell]) == 0
    said = capsys.readouterr()

    assert said.out == outline.script(shell)
    assert outline.ASKED in said.out
    assert "下一步" in said.err
    with pytest.raises(KeyError):
        outline.script("cmd")


def test_bash_takes_the_script() -> None:
    """The real shell, where there is one."""
    line = f'eval "$({sys.executable} -m generator completion bash --quiet)" && complete -p gongkai'
    done = subprocess.run(["bash", "-c", line], cwd=REPOSITORY, capture_output=True, check=False, encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("gongkai")


def test_help_loads_no_command() -> None:
    """Nobody waits for the rules and the engine to see a list of options."""
    code = "import sys; from generator.__main__ import main; main(['build', '--help']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, check=True, encoding="utf-8"
    )
    loaded = set(done.stdout.splitlines()[-1].split())

    assert not loaded & {"pydantic", "mkdocs", "generator.pipeline", "generator.commands.build", "rich"}
