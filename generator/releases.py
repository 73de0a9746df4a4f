"""What becomes of finished sites: verified, compared, entered into the chain. Tells of the steps, like `pipeline`."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from generator import chain, leaks, pipeline, staging
from generator.editing import keeping
from generator.formats import manifest, offline
from generator.model import Audience, Busy, EngineFailed, LeakFound, Progress, Site, Unusable, silent
from generator.pipeline import Release, Work
from generator.privacy import find
from generator.proofs import comparing, following, signing, verifying
from generator.proofs.comparing import Difference
from generator.proofs.opening import Opened
from generator.proofs.verifying import Pack, Verdict


def verify(path: Path, signers: Path | None = None, since: Path | None = None) -> Verdict:
    """Whether a site folder or a bundle is as it was released.

    signers: who may have signed it; then it must be signed. since: an earlier one, which it must follow.
    Raises Unusable when it is no release at all.
    """
    writers = verifying.Writers(manifest.text, _archive, offline.packed)
    verdict = verifying.verify(path, writers)
    if since and verifying.verify(since, writers).wrong:
        raise Unusable(f"{since} 自己就不完整,不能用它来比。用 gongkai verify 看看它哪里不对。")
    if verdict.wrong:
        return verdict
    wrong = [*(signing.check(path, signers) if signers else ()), *(following.follows(path, since) if since else ())]
    return replace(verdict, signers=bool(signers), since=bool(since), wrong=tuple(wrong))


def _archive(release: Opened, pack: Pack | None) -> Iterator[bytes]:
    return offline.pieces(release.names, release.read, pack)


def chain_file(site: Site) -> Path:
    """Where the public site's chain stands."""
    return chain.file(site.root, site.release(Audience.PUBLIC))


def seal(site: Site, folder: Path, note: str = "", key: Path | None = None) -> tuple[chain.Sealed, bool]:
    """Enters a finished public site into its chain; whether a line was added: not when the content is that of the last.

    Raises Unusable for a chain that was tampered with, Busy when the file cannot be written.
    """
    file = chain_file(site)
    before = keeping.taken(site.root, file)
    sealed, wrong = chain.parsed(before or b"")
    if wrong:
        line, words = wrong[0]
        raise Unusable(f"{file} 第{line}行:{words}。没有记入新的一行;先从备份找回原来的文件。")
    made = json.loads((folder / "site" / manifest.NAME).read_text(encoding="utf-8"))
    following = chain.following(sealed, made["root"], site.today, note)
    if following and made["before"] != following.before:
        raise Busy(f"{file} 刚被别人加了一行,没有记入。再运行一次刚才的命令。")
    if following and find(following.note):
        raise Unusable("--note 里有个人信息,而账簿谁都看得到,没有记入。说明只写公开了什么,不写是谁。")
    last = following or sealed[-1]
    edits = [_signed(site, folder, last.number, key)] if key else []
    if following:
        edits.append(keeping.Edit(file, before, (before or b"") + f"{following.line}\n".encode()))
    keeping.keep(site.root, edits)
    return last, following is not None


def harmless(work: Work, release: Release, note: str) -> None:
    """Raises LeakFound for a note with something in it that the site withholds: it stands in the chain for good."""
    with staging.staged(work.out, "note") as folder:
        (folder / "note.txt").write_text(note, encoding="utf-8")
        found = leaks.look(release.wanted(""), release.audience, [folder]) if note else []
    if found:
        raise LeakFound("\n".join(["--note 里有不该公开的内容,没有记入账簿:", *(leak.message for leak in found)]))


def _signed(site: Site, folder: Path, number: int, key: Path) -> keeping.Edit:
    file = chain.signature(site.root, site.release(Audience.PUBLIC), number)
    signature = signing.sign((folder / "site" / manifest.SUMS).read_bytes(), key)
    return keeping.Edit(file, keeping.taken(site.root, file), signature)


def compare(site: Site, audience: Audience, old: str, new: str = "", progress: Progress = silent) -> Difference:
    """Each a folder, an archive or a git revision of the data; without `new` the data as it is now.

    Raises Unusable for what is none of these, EngineFailed when a revision cannot be built.
    """
    with ExitStack() as stack:
        before, after = (stack.enter_context(_side(site, audience, one, progress)) for one in (old, new))
        return comparing.compare(before, after)


@contextmanager
def _side(site: Site, audience: Audience, name: str, progress: Progress) -> Iterator[Path]:
    if name and Path(name).exists():
        yield Path(name)
        return
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        root = _revision(site.root, name, Path(folder) / "root") if name else site.root
        asked = replace(site, root=root)
        records, findings = pipeline.check(asked, progress)
        if pipeline.blocks(findings):
            where = f"“{name}”那时的数据" if name else "现在的数据"
            raise EngineFailed(f"{where}有错误,生成不了,没有比较。用 gongkai check 查看。")
        yield pipeline.build_site(asked, records, audience, Path(folder) / "build", progress).folder


def _revision(root: Path, name: str, target: Path) -> Path:
    """The data and the prose of a git revision; settings and look are those of today, or every page would be different."""
    if name.startswith("-") or shutil.which("git") is None:
        raise Unusable(f"没有 {name} 这个文件或文件夹。")
    there = _git(root, name, "ls-tree", "--name-only", name, "--", "data", "content").decode().split()
    if "data" not in there:
        raise Unusable(f"“{name}”那时还没有 data 文件夹,没有比较。")
    packed = _git(root, name, "archive", "--format=tar", name, "--", *there)
    try:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(target, filter="data")
    except (tarfile.TarError, OSError) as error:
        raise Unusable(f"“{name}”那时的数据取不出来({error}),没有比较。里面是不是有链接?") from None
    shutil.copy(root / "mkdocs.yml", target)
    shutil.copytree(root / "theme_overrides", target / "theme_overrides")
    return target


def _git(root: Path, name: str, *words: str) -> bytes:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    if done.returncode:
        raise Unusable(f"没有 {name} 这个文件、文件夹,也没有这个 git 版本。")
    return done.stdout
