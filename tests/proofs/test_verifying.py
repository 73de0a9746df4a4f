"""Whatever is changed in a release is seen, and named."""

from __future__ import annotations

import json
import os
import random
import shutil
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path
from warnings import catch_warnings

import pytest

from generator import chain, releases
from generator.console.proofs import verdict_json, verdict_text
from generator.formats import manifest, offline
from generator.model import Unusable
from tests.proofs import made
from tests.world import TODAY


def wrong(path: Path) -> set[tuple[str, str]]:
    return {(one.kind, one.path) for one in releases.verify(path).wrong}


def test_a_release_is_whole_as_folder_and_as_bundle(tmp_path: Path) -> None:
    """Both say the same code."""
    folder, archive = made.site(tmp_path / "site"), made.bundle(tmp_path / "b")

    one, other = releases.verify(folder), releases.verify(archive)

    assert (one.wrong, other.wrong) == ((), ())
    assert one.code == other.code
    assert [len(group) for group in one.code.split(" ")] == [4] * 6
    assert (one.audience, one.before, one.count) == ("public", "-", 4)
    assert releases.verify(tmp_path).root == one.root  # the folder of a release holds the site's


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this machine")
def test_the_same_without_this_program(tmp_path: Path) -> None:
    """`sha256sum -c` for the files, and one number for all of them."""
    folder = made.site(tmp_path)
    checked = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True, check=False)
    summed = subprocess.run(["sha256sum", "SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=True)

    assert checked.returncode == 0
    assert summed.stdout.split()[0] == releases.verify(folder).root


def test_what_was_done_to_a_folder_is_named(tmp_path: Path) -> None:
    """Changed, added, missing, swapped."""
    folder = made.site(tmp_path, {**made.PAGES, "a.html": "一", "b.html": "二", "c.html": "三"})
    (folder / "index.html").write_text("别的", encoding="utf-8")
    (folder / "new.html").write_text("多的", encoding="utf-8")
    (folder / "c.html").unlink()
    (folder / "a.html").write_text("二", encoding="utf-8")
    (folder / "b.html").write_text("一", encoding="utf-8")
    (folder / "link.html").symlink_to("/etc/hostname")

    assert wrong(folder) == {
        ("changed", "index.html"),
        ("added", "new.html"),
        ("missing", "c.html"),
        ("swapped", "a.html"),
        ("swapped", "b.html"),
        ("added", "link.html"),
    }


def test_a_changed_manifest_is_seen(tmp_path: Path) -> None:
    """With a page, too: it has a hash of itself, and that is on the board."""
    folder = made.site(tmp_path)
    text = (folder / "manifest.json").read_text("utf-8")
    (folder / "manifest.json").write_text(text.replace(json.loads(text)["root"], "0" * 64), "utf-8")
    assert ("manifest", "manifest.json") in wrong(folder)
    before = '"before": "-"'
    for other in (
        "[" * 100_000,
        "",
        "null",
        "[]",
        "{}",
        "\ufeff" + text,
        text.replace('"index.html"', '"\\ud800"'),
        text.replace('"files": {', '"files": {"index.html": "' + "0" * 64 + '",'),
        text.replace(before, '"before": 1'),
        text.replace(before, f'{before}, "more": 1'),
        text.replace("\n", "\r\n"),
    ):
        assert other != text
        (folder / "manifest.json").write_bytes(other.encode("utf-8", "surrogatepass"))
        assert wrong(folder) == {("manifest", "manifest.json")}, other[:80]
    (folder / "manifest.json").write_bytes(b"\xff\xfe")
    assert wrong(folder) == {("manifest", "manifest.json")}


def test_the_chain_is_part_of_the_release(tmp_path: Path) -> None:
    """Neither the readers nor the release before can be changed in the manifest alone, nor a line of the history."""
    sealed = chained()
    folder = made.site(tmp_path / "second", sealed=sealed)
    one = releases.verify(folder)
    assert (one.wrong, one.releases, one.before) == ((), 2, sealed[-1].hash)
    assert one.root != releases.verify(made.site(tmp_path / "first")).root

    files = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    for audience, before in (("review", sealed[-1].hash), ("public", "f" * 64), ("public", "-")):
        (folder / "manifest.json").write_text(manifest.text(audience, files, before), "utf-8")
        assert {kind for kind, _ in wrong(folder)} == {"chain"}
    made.site(folder, sealed=sealed)
    history = folder / "releases-public.txt"
    history.write_text(history.read_text("utf-8").replace("2026-10", "2025-10", 1), "utf-8")
    assert wrong(folder) == {("changed", history.name), ("chain", history.name)}
    history.unlink()
    assert wrong(folder) == {("missing", history.name)}


def chained() -> tuple[chain.Sealed, ...]:
    first = chain.following((), "1" * 64, TODAY, "第一次")
    assert first is not None
    second = chain.following((first,), "2" * 64, TODAY)
    assert second is not None
    return first, second


def test_the_sums_and_what_else_may_be_there(tmp_path: Path) -> None:
    """The list for others is missing or says something else; things that are no files; names that are no text."""
    folder = made.site(tmp_path)
    sums = folder / "SHA256SUMS"
    text = sums.read_text("utf-8")
    sums.unlink()
    assert wrong(folder) == {("missing", "SHA256SUMS")}
    sums.write_text(text.replace(text[:64], "0" * 64), "utf-8")
    assert wrong(folder) == {("changed", "SHA256SUMS")}
    sums.write_text(text, "utf-8")
    os.mkfifo(folder / "pipe")
    (folder / "up").symlink_to("..")
    (folder / os.fsdecode(b"a\xff")).write_text("x")
    found = releases.verify(folder)
    assert {(one.kind, one.path) for one in found.wrong} == {("added", name) for name in ("pipe", "up", "a\udcff")}
    for said in (verdict_text(found), verdict_json(found)):
        said.encode("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "../evil.html",
        "/etc/passwd",
        "a\\..\\b",
        "C:evil",
        "x/../../y",
        "",
        "a\0b",
        "a\nb",
        "a\u202eb",
        "./a",
        "a.",
        "INDEX.html",
    ],
)
def test_a_manifest_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    """Nothing outside is read."""
    folder = made.site(tmp_path / "site")
    content = json.loads((folder / "manifest.json").read_text("utf-8"))
    content["files"][name] = "0" * 64
    (folder / "manifest.json").write_text(manifest.text("public", content["files"], "-"), "utf-8")

    found = wrong(folder)
    assert ("manifest", name) in found or ("manifest", name.lower()) in found
    assert {kind for kind, _ in found} <= {"manifest", "missing", "added"}


@pytest.mark.parametrize(
    "name", ["gongkai/../evil.html", "../evil", "/abs", "gongkai\\a.html", "gongkai/index.html", "gongkai/INDEX.html"]
)
def test_odd_members_of_an_archive_are_named(name: str, tmp_path: Path) -> None:
    """And nothing is written anywhere."""
    archive = made.bundle(tmp_path / "b")
    before = sorted(tmp_path.rglob("*"))
    with zipfile.ZipFile(archive, "a") as opened, catch_warnings(action="ignore"):
        opened.writestr(name, "x")

    assert any(kind in ("added", "archive") for kind, _ in wrong(archive))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_bomb_is_not_opened(tmp_path: Path) -> None:
    """A member that claims to be larger than anything of ours."""
    archive = made.bundle(tmp_path)
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("gongkai/bomb.html", b"\0" * (2**28 + 1), compresslevel=1)

    assert wrong(archive) == {("added", "bomb.html")}


def test_members_that_share_their_bytes_are_not_opened(tmp_path: Path) -> None:
    """Ten gigabytes from a file of ten megabytes need no ratio that is odd."""
    archive = made.bundle(tmp_path)
    data = archive.read_bytes()
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    many = data[start:end] * 50
    tail = data[end : end + 12] + struct.pack("<IIH", len(many), start, 0)
    archive.write_bytes(data[:start] + many + tail)

    assert wrong(archive) == {("archive", archive.name)}


def test_every_single_byte_counts(tmp_path: Path) -> None:
    """Of a bundle: in a header, between members, in the packed content and in the directory; mostly the file is named."""
    archive = made.bundle(tmp_path)
    whole = archive.read_bytes()
    with zipfile.ZipFile(archive) as opened:
        inside = {name.removeprefix("gongkai/") for name in opened.namelist()}
    chance = random.Random(20261020)
    for _ in range(100):
        at, to = chance.randrange(len(whole)), chance.randrange(1, 256)
        archive.write_bytes(whole[:at] + bytes([whole[at] ^ to]) + whole[at + 1 :])
        found = {one.path for one in releases.verify(archive).wrong}
        assert found, (at, to)
        assert found & {*inside, archive.name}, (at, to)


@pytest.mark.parametrize("left", [0, 1, 100, -1, -30])
def test_a_cut_archive_is_said_so(left: int, tmp_path: Path) -> None:
    """In one sentence."""
    archive = made.bundle(tmp_path)
    archive.write_bytes(archive.read_bytes()[:left])

    assert wrong(archive) == {("archive", archive.name)}
    assert "再要一份" in releases.verify(archive).wrong[0].message


def test_a_bundle_of_another_version_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its packing may be other bytes, its content and everything around may not; nor may one member alone be packed anew."""
    ours = made.bundle(tmp_path / "ours")
    with monkeypatch.context() as patched:
        patched.setattr(offline, "packed", lambda data: zlib.compress(data, 1, -15))
        other = made.bundle(tmp_path / "other")
    whole = other.read_bytes()
    assert whole != ours.read_bytes()
    assert wrong(other) == set()
    for at in range(0, len(whole), 5):
        other.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        assert wrong(other), at

    site = tmp_path / "ours" / "site"
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    ours.write_bytes(b"".join(offline.pieces(files, lambda name: (site / name).read_bytes(), one_packed_anew)))
    assert wrong(ours) == {("archive", "index.html")}


def one_packed_anew(name: str, data: bytes) -> bytes:
    return zlib.compress(data, 0, -15) if name.endswith("index.html") else offline.packed(data)


def test_what_is_no_release_is_said_so(tmp_path: Path) -> None:
    """A folder, a text, nothing, an archive of something else."""
    (tmp_path / "a.txt").write_text("x")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("a", "b")
    for name, said in (
        ("", "没有 manifest.json"),
        ("a.txt", "不是压缩文件"),
        ("no", "没有 .*这个文件"),
    ):
        with pytest.raises(Unusable, match=said):
            releases.verify(tmp_path / name)
    assert "不是 gongkai" in releases.verify(tmp_path / "other.zip").wrong[0].message


def test_more_at_the_end_is_seen(tmp_path: Path) -> None:
    """Programs that unpack pass it over."""
    archive = made.bundle(tmp_path)
    with archive.open("ab") as stream:
        stream.write(b"more")

    assert wrong(archive) == {("archive", archive.name)}
