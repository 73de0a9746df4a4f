"""The READMEs: what they print happens exactly so, and what they name exists."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import ENGINES
from generator.commands import COMMANDS

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site with its own output folder, and the environment the commands are in."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("data", "content", "theme_overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def run(block: str, folder: Path) -> str:
    """The block with the output of each of its commands filled in."""
    lines = []
    for command in (line[2:] for line in block.splitlines() if line.startswith("$ ")):
        environment = os.environ | {"NO_COLOR": "1"}
        done = subprocess.run(
            command,
            shell=True,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode().splitlines()
        lines += [
            f"$ {command}",
            *(line for line in said if not line.endswith(" ……")),
        ]  # a slow machine says what it does
    return "\n".join(line.rstrip() for line in lines) + "\n"


def blocks(readme: str) -> list[str]:
    return [found[1] for found in _BLOCK.finditer((ROOT / readme).read_text(encoding="utf-8"))]


def test_the_first_edit_works_exactly_as_printed(checkout: Path) -> None:
    """Every command block is run in order; what it prints is what both READMEs say. GOLDEN=1 writes it there."""
    printed = blocks(READMES[0])
    assert len(printed) == 2

    actual = [run(block, checkout) for block in printed]

    if os.environ.get("GOLDEN"):
        for readme in READMES:
            text = (ROOT / readme).read_text(encoding="utf-8")
            for before, after in zip(blocks(readme), actual, strict=True):
                text = text.replace(f"```console\n{before}```", f"```console\n{after}```")
            (ROOT / readme).write_text(text, encoding="utf-8")
    assert [blocks(readme) for readme in READMES] == [actual, actual]


@pytest.mark.parametrize("readme", READMES)
def test_every_command_and_engine_is_in_the_table(readme: str) -> None:
    """No command without a line, no line without a command."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `gongkai (\w+)`", text, re.MULTILINE))

    assert named == set(COMMANDS)
    assert set(re.findall(r"--engine ([\w|]+)", text).pop().split("|")) <= set(ENGINES)


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md"])
def test_every_path_that_is_named_exists(document: str) -> None:
    """Links and inline paths of the repository."""
    text = (ROOT / document).read_text(encoding="utf-8")
    links = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    paths = re.findall(r"`((?:generator|data|content|tests|theme_overrides|benchmarks)/[\w./-]*)`", text)

    assert paths
    assert [name for name in links + paths if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("readme", READMES)
def test_the_record_in_the_readme_is_a_real_one(readme: str) -> None:
    """The YAML example starts like the record in the file that it names."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    example = re.search(r"```yaml\n# (\S+)\n(.*?)```", text, re.DOTALL)
    data = (ROOT / example[1]).read_text(encoding="utf-8")

    assert example[2].split("  支出:")[0].split("      金额")[0] in data
