"""The house stands as it was drawn: rooms and their lists agree, and each dangerous thing is done in one place."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import charts, exhibits, formats, pages, records, rules
from tests.world import REPOSITORY

GENERATOR = REPOSITORY / "generator"
SOURCES = sorted(GENERATOR.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(GENERATOR).as_posix()


def room(folder: str) -> set[str]:
    """The peers that stand in a room: its files and folders, but for what begins with an underscore."""
    files = [*(GENERATOR / folder).glob("*.py"), *(one.parent for one in (GENERATOR / folder).glob("*/__init__.py"))]
    return {path.stem for path in files if not path.stem.startswith("_")}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file with the dotted name of what is called; of `x().y()` only `y`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            parts: list[str] = []
            function = node.func
            while isinstance(function, ast.Attribute):
                parts.append(function.attr)
                function = function.value
            if isinstance(function, ast.Name):
                parts.append(function.id)
            yield ".".join(reversed(parts)), node


def callers(*wanted: str) -> set[str]:
    """The files that call one of these."""
    return {name(path) for path in SOURCES for called, _ in calls(path) if called in wanted or called.endswith(wanted)}


@pytest.mark.parametrize(
    ("folder", "listed"),
    [
        ("rules", [rule.__name__ for rule in rules.RULES]),  # type: ignore[attr-defined]
        ("pages", [*dict.fromkeys(kind.__module__ for _, kind in pages.KINDS)]),
        ("formats", [form.__name__ for form in formats.FORMATS]),
        ("records", [kind.__module__ for kind in records.KINDS]),
        ("exhibits", [show.__module__ for _, _, show in exhibits.SUBJECTS]),
        ("charts", [kind.__module__ for kind in charts.CHARTS]),
    ],
)
def test_a_room_and_its_list_agree(folder: str, listed: list[str]) -> None:
    """Every file is in the list, once, and nothing else is."""
    assert sorted(listed) == sorted(f"generator.{folder}.{stem}" for stem in room(folder))


def test_every_rule_has_a_broken_world() -> None:
    """A rule that was never seen to find anything may find nothing."""
    worlds = {path.name for path in (REPOSITORY / "tests" / "broken").iterdir() if not path.name.startswith("_")}

    assert worlds == {rule.NAME for rule in rules.RULES}


def test_every_page_kind_has_a_template() -> None:
    """And no template lies about unused."""
    source = "".join(path.read_text(encoding="utf-8") for path in (GENERATOR / "pages").glob("*.py"))
    templates = {path.name for path in (GENERATOR / "templates").iterdir()}

    assert {template for template in templates if not template.startswith("_")} == {
        template for template in templates if f'"{template}"' in source
    }


def test_only_the_gate_makes_editions() -> None:
    """What pages can show was allowed by the gate; nobody else can make it up."""
    assert callers("Edition") == {"disclose/__init__.py"}


def test_only_the_writing_step_vouches_for_text() -> None:
    """`Markup(…)` says: this is safe. Elsewhere nobody can know."""
    assert {file.split("/")[0] for file in callers("Markup")} == {"write"}


def test_only_the_command_line_asks_the_clock() -> None:
    """Today is an argument everywhere else."""
    clock = (
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "time.time",
        "time.localtime",
        "time.strftime",
    )

    assert callers(*clock) == {"commands/_common.py", "__main__.py"}


def test_nothing_is_random_and_nothing_is_executed() -> None:
    """The same input gives the same bytes; data is never a program. What this program has kept for itself is no data."""
    forbidden = {"random", "secrets", "uuid", "pickle", "marshal", "shelve"}
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

        assert imported & forbidden <= ({"pickle"} if name(path) == "parts/kept.py" else set()), path
    assert callers("eval", "exec", "os.system", "os.popen", "yaml.load", "yaml.unsafe_load", "__import__") == set()


WRITERS = {
    "write",
    "build",
    "formats",
    "exchange",
    "editing",
    "commands",
    "parts",
    "search",
    "staging.py",
    "bundles.py",
    "exports.py",
    "releases.py",
    "proofs",
    "links.py",
    "unchanged.py",
    "cli.py",
}
"""Who may put files on the disk: the steps that make something, the swap, the note of a fault; `proofs` a signature for the tool that
reads it."""


def test_files_are_written_where_they_are_made_and_nowhere_else() -> None:
    """Neither a rule nor a page nor the gate leaves anything behind."""
    changing = ("write_text", "write_bytes", "copyfile", "copytree", "copy2", "rmtree", "mkdir", "unlink")
    writing = {
        name(path)
        for path in SOURCES
        for called, call in calls(path)
        if (called.split(".")[-1] in changing and not called.startswith("formatter."))
        or (called.split(".")[-1] == "open" and opens_for_writing(call))
    }

    assert {file.split("/")[0] for file in writing} - WRITERS - {"pipeline.py"} == set()
    assert "open" not in {called for path in SOURCES for called, call in calls(path) if opens_for_writing(call)}


def opens_for_writing(call: ast.Call) -> bool:
    """Whether a call of `open` has a mode that writes."""
    modes = [*call.args, *(word.value for word in call.keywords if word.arg == "mode")]
    named = [mode.value for mode in modes if isinstance(mode, ast.Constant) and isinstance(mode.value, str)]
    return any(len(mode) <= 4 and set(mode) <= set("rwaxbt+") and set(mode) & set("wax+") for mode in named)


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_file_is_long(path: Path) -> None:
    """Whoever opens a file can read all of it."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", [path for path in SOURCES if path.read_text(encoding="utf-8").strip()], ids=name)
def test_every_file_says_its_place_in_the_story(path: Path) -> None:
    """A module opens with a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_who_may_import_whom() -> None:
    """The layers and the strangers, as drawn in pyproject.toml."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_break_of_the_layers_would_be_noticed(tmp_path: Path) -> None:
    """The control: one import upwards, and the contracts are broken."""
    shutil.copytree(GENERATOR, tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    rule = tmp_path / "generator" / "rules" / "sums.py"
    rule.write_text(rule.read_text(encoding="utf-8") + "\nimport generator.write\n", encoding="utf-8")
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode != 0
    assert "rules is not allowed to import generator.write" in " ".join(done.stdout.split())
