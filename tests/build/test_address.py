"""The address of the site: taken from the settings, refused when it is none, and never on pages for other readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import main
from generator.build import site_address
from generator.model import Unusable
from tests import world


def settings(folder: Path, line: str) -> Path:
    (folder / "mkdocs.yml").write_text(f"site_name: 站\n{line}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("site_url: https://gongkai.example/", "https://gongkai.example/"),
        ("site_url: https://gongkai.example", "https://gongkai.example/"),
        ("site_url: http://10.1.2.3:8080/three-affairs/", "http://10.1.2.3:8080/three-affairs/"),
        ("site_url: HTTPS://Gongkai.Example/A_b", "HTTPS://Gongkai.Example/A_b/"),
        ("site_url: ''", ""),
        ("site_url:", ""),
        ("", ""),
    ],
)
def test_paths_can_follow_the_address(tmp_path: Path, line: str, address: str) -> None:
    """A slash at its end, whether it was written or not."""
    assert site_address(settings(tmp_path, line)) == address


@pytest.mark.parametrize(
    "given",
    [
        "gongkai.example",
        "file:///etc/",
        "javascript:alert(1)",
        "https://",
        "https:///x",
        "https://a.example/?q=1",
        "https://a.example/#x",
        "https://user@a.example/",
        "https://公开.example/",
        "https://a.example/三务/",
        '"https://a.example/ x"',
        '"https://a.example/\\n"',
        "https://a.example/../b/",
        "https://a.example//b/",
        "https://" + "a" * 80 + ".example/",
        "true",
        "[https://a.example/]",
    ],
)
def test_what_is_no_address_is_refused_in_chinese(tmp_path: Path, given: str) -> None:
    """It would stand on every printed sheet."""
    with pytest.raises(Unusable, match="site_url 写法不对"):
        site_address(settings(tmp_path, f"site_url: {given}"))


def test_a_build_stops_before_it_begins(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do, and no site."""
    path = site / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("site_url: https://", "site_url: "), encoding="utf-8")

    assert main(["build", "--root", str(site), "--today", str(world.TODAY)]) == 2
    assert "https://gongkai.example/" in capsys.readouterr().err
    assert not (site / "build" / "public").exists()


def test_only_the_public_site_names_its_address(site: Path) -> None:
    """Neither page nor head of what is not for the internet says where it might stand there."""
    arguments = [
        "build",
        "--root",
        str(site),
        "--today",
        str(world.TODAY),
        "--audience",
        "public",
        "--audience",
        "review",
    ]
    assert main(arguments) == 0

    sites = {name: site / "build" / name / "site" for name in ("public", "review")}
    naming = {
        name: {path.name for path in folder.rglob("*") if path.is_file() and b"gongkai.example" in path.read_bytes()}
        for name, folder in sites.items()
    }
    assert "index.html" in naming["public"]
    assert {name for name in naming["public"] if not name.endswith(".html")} == {"sitemap.xml", "feed.xml"}
    assert naming["review"] == set()
