"""Signatures by ssh-keygen: made by one who may, and by nobody else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator import chain, pipeline, releases
from generator.model import Audience, Site, Unusable
from tests.world import TODAY

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen on this machine")


def key(folder: Path, name: str) -> Path:
    path = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)], check=True)
    return path


def signers(folder: Path, *lines: tuple[str, Path, str]) -> Path:
    path = folder / "allowed_signers"
    path.write_text("".join(f"{who} {more} {one.with_suffix('.pub').read_text('utf-8')}" for who, one, more in lines))
    return path


def release(site: Path, asked: Site, signed_by: Path | None) -> Path:
    """The public site, sealed and built with its signature."""
    with pipeline.at_work(asked, site / "build") as work:
        survey = work.check()
        releases.seal(asked, work.build(survey, Audience.PUBLIC).folder, "第一次", signed_by)
        return work.build(survey, Audience.PUBLIC).folder


def test_who_signed_may_and_the_others_may_not(site: Path, tmp_path: Path) -> None:
    """An expired key, another key, no signature, a changed file."""
    ours, other = key(tmp_path, "ours"), key(tmp_path, "other")
    built = release(site, Site(site, TODAY), ours)

    assert releases.verify(built, signers(tmp_path, ("zhen", ours, 'namespaces="gongkai"'))).wrong == ()
    for who in (("zhen", other, ""), ("zhen", ours, 'valid-before="20200101"'), ("zhen", ours, 'namespaces="file"')):
        assert [one.path for one in releases.verify(built, signers(tmp_path, who)).wrong] == ["SHA256SUMS.sig"]
    with pytest.raises(Unusable, match=r"没有 .* 这个名单"):
        releases.verify(built, tmp_path / "none")


def test_without_a_signature_it_is_missing(site: Path, tmp_path: Path) -> None:
    """Only when somebody asks for one."""
    ours = key(tmp_path, "ours")
    built = release(site, Site(site, TODAY), None)

    assert releases.verify(built).wrong == ()
    assert [one.kind for one in releases.verify(built, signers(tmp_path, ("zhen", ours, ""))).wrong] == ["missing"]


def test_a_key_that_is_not_there_leaves_the_chain_as_it_was(site: Path, tmp_path: Path) -> None:
    """Nothing is entered."""
    asked = Site(site, TODAY)
    with pytest.raises(Unusable, match=r"没有 .* 这个私钥"):
        release(site, asked, tmp_path / "none")
    (tmp_path / "broken").write_text("x")
    with pytest.raises(Unusable, match="没有签成名"):
        release(site, asked, tmp_path / "broken")

    assert not releases.chain_file(asked).exists()
    assert chain.read(releases.chain_file(asked)) == ((), ())
