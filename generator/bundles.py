"""A bundle with what is different since the last one: one more page of it, in its manifest like every other file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from generator import chain, leaks, releases
from generator.formats import manifest, offline, release
from generator.leaks import Searched
from generator.model import Audience, LeakFound, Unusable
from generator.pipeline import Survey, Work
from generator.proofs import comparing
from generator.proofs.comparing import Difference


def bundle(
    work: Work, survey: Survey, audience: Audience, target: Path, since: Path, page: Callable[[Difference], str]
) -> tuple[Path, Difference]:
    """The bundle, and what is different in it since that one. page: the page that says so.

    Raises Unusable for another audience than the reviewers: the public's bundle has the code that hangs on the board, and
    what was taken back must not come again as an old value. Raises LeakFound, too.
    """
    if audience is not Audience.REVIEW:
        raise Unusable("--since 只用于给审阅的压缩包。给别人看有什么变化,用 gongkai diff --format html。")
    if releases.verify(since).wrong:
        raise Unusable(f"{since} 不完整,不能用它来比。用 gongkai verify 看看它哪里不对。")
    found: list[Difference] = []

    def add(site: Path, wanted: Searched) -> None:
        found.append(comparing.compare(since, site))
        file = site / offline.CHANGES
        file.write_text(page(found[0]), encoding="utf-8", newline="\n")
        if leaked := leaks.look(wanted, audience, [file]):
            raise LeakFound("\n".join(["有不该公开的内容,没有打包:", *(leak.message for leak in leaked)]))
        _listed(work, audience, site, file)

    return work.bundle(survey, audience, target, add), found[0]


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _listed(work: Work, audience: Audience, site: Path, file: Path) -> None:
    """The manifest again, with the page in it."""
    name = work.site.release(audience)
    files = json.loads((site / manifest.NAME).read_text(encoding="utf-8"))["files"]
    for again in (chain.name(name), release.NAME):
        files.pop(again)
    files[file.name] = _hash(file)
    files[release.NAME] = _hash(release.write(files, site, file.name))
    manifest.write(audience, files, site, name, chain.read(chain.file(work.site.root, name))[0])
