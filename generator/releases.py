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
from dataclasses import dataclass, replace
from pathlib import Path

from generator import chain, pipeline
from generator.editing import comments as back
from generator.editing import keeping
from generator.formats import manifest, offline
from generator.load import load
from generator.model import Audience, EngineFailed, Records, Site, Unusable
from generator.proofs import comparing, signing, verifying
from generator.proofs.comparing import Difference
from generator.proofs.verifying import Verdict
from generator.records.comment import Comment


def verify(path: Path, signers: Path | None = None) -> Verdict:
    """Whether a site folder or a bundle is as it was released. signers: who may have signed it; then it must be signed.

    Raises Unusable when it is no release at all.
    """
    verdict = verifying.verify(path, lambda release: offline.pieces(release.names, release.read))
    wrong = signing.check(path, signers) if signers and not verdict.wrong else ()
    return replace(verdict, wrong=(*verdict.wrong, *wrong))


def chain_file(site: Site) -> Path:
    """Where the public site's chain stands."""
    return chain.file(site.root, site.release(Audience.PUBLIC))


def seal(site: Site, folder: Path, note: str = "", key: Path | None = None) -> tuple[chain.Sealed, bool]:
    """Enters a finished public site into its chain; whether a line was added: not when the content is that of the last.

    Raises Unusable for a chain that was tampered with, Busy when the file cannot be written.
    """
    file = chain_file(site)
    before = keeping.taken(site.root, file)
    sealed, wrong = chain.read(file)
    if wrong:
        line, words = wrong[0]
        raise Unusable(f"{file} 第{line}行:{words}。没有记入新的一行;先从备份找回原来的文件。")
    root = json.loads((folder / "site" / manifest.NAME).read_text(encoding="utf-8"))["root"]
    following = chain.following(sealed, root, site.today, note)
    last = following or sealed[-1]
    edits = [_signed(site, folder, last.number, key)] if key else []
    if following:
        edits.append(keeping.Edit(file, before, (before or b"") + f"{following.line}\n".encode()))
    file.parent.mkdir(parents=True, exist_ok=True)
    keeping.keep(site.root, edits)
    return last, following is not None


def _signed(site: Site, folder: Path, number: int, key: Path) -> keeping.Edit:
    file = chain.signature(site.root, site.release(Audience.PUBLIC), number)
    signature = signing.sign((folder / "site" / manifest.SUMS).read_bytes(), key)
    return keeping.Edit(file, keeping.taken(site.root, file), signature)


def compare(site: Site, audience: Audience, old: str, new: str = "") -> Difference:
    """Each a folder, an archive or a git revision of the data; without `new` the data as it is now.

    Raises Unusable for what is none of these, EngineFailed when a revision cannot be built.
    """
    with ExitStack() as stack:
        before, after = (stack.enter_context(_side(site, audience, one)) for one in (old, new))
        return comparing.compare(before, after)


@dataclass(frozen=True)
class Heard:
    """A comment that came back. at: its record's file and line now. still: whether what it quotes still stands there."""

    said: back.Said
    at: str
    still: bool
    known: bool


def comments(root: Path, file: Path, *, dry: bool = False) -> tuple[list[Heard], list[tuple[Path, int]]]:
    """What a reviewer wrote, and into which files it was entered, with how many; comments known already stay as they are.

    Raises Unusable for a file that is none, or for pages of a township that is not there; Busy when nothing can be written.
    """
    said = back.read(file)
    records, _ = load(root)
    known = {comment.id for comment in records.of(Comment)}
    heard = [_heard(root, records, one, known) for one in said]
    kept: list[tuple[Path, int]] = []
    edits: list[keeping.Edit] = []
    for township in dict.fromkeys(_home(root, one) for one in said):
        mine = [one for one in said if _home(root, one) == township and one.id not in known]
        if mine:
            path = back.file(root, township)
            before = keeping.taken(root, path)
            text = (before or b"").decode("utf-8")
            after = text + ("" if not text or text.endswith("\n") else "\n") + back.entries(mine, known)
            edits.append(keeping.Edit(path, before, after.encode()))
            kept.append((path, len(mine)))
    if not dry:
        keeping.keep(root, edits)
    return heard, [] if dry else kept


def _home(root: Path, one: back.Said) -> str:
    """The township that keeps it; what is said of the portal is kept by the first."""
    folder = root / "data" / "townships"
    if (folder / one.township).is_dir() and one.township:
        return one.township
    if one.township and one.township not in ("places", "catalogue", "about"):
        raise Unusable(f"意见说的是 {one.page},这里没有“{one.township}”这个乡镇。是不是给别的地方的?")
    there = sorted(path.name for path in folder.iterdir() if path.is_dir())
    if not there:
        raise Unusable("这里还没有乡镇的数据,没有地方记意见。")
    return there[0]


def _heard(root: Path, records: Records, one: back.Said, known: set[str]) -> Heard:
    record = records.find(one.record) if one.record else None
    where = records.where(record) if record else None
    still = True
    if where and one.quote:
        lines = (root / where.file).read_text("utf-8", "replace")
        quoted = one.quote.replace(",", "")
        still = quoted in lines.replace(",", "") or not any(char.isdigit() for char in quoted)
    return Heard(one, str(where) if where else one.where, still, one.id in known)


@contextmanager
def _side(site: Site, audience: Audience, name: str) -> Iterator[Path]:
    if name and Path(name).exists():
        yield Path(name)
        return
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        root = _revision(site.root, name, Path(folder) / "root") if name else site.root
        asked = replace(site, root=root)
        records, findings = pipeline.check(asked)
        if pipeline.blocks(findings):
            where = f"“{name}”那时的数据" if name else "现在的数据"
            raise EngineFailed(f"{where}有错误,生成不了,没有比较。用 gongkai check 查看。")
        yield pipeline.build_site(asked, records, audience, Path(folder) / "build").folder


def _revision(root: Path, name: str, target: Path) -> Path:
    """The data of a git revision; what is not in it stays as it is now."""
    wanted = ["data", "content", "mkdocs.yml", "theme_overrides"]
    command = ["git", "-C", str(root), "archive", "--format=tar", name, "--", *wanted]
    if name.startswith("-") or shutil.which("git") is None:
        raise Unusable(f"没有 {name} 这个文件或文件夹。")
    packed = subprocess.run(command, capture_output=True, check=False)
    if packed.returncode:
        raise Unusable(f"没有 {name} 这个文件、文件夹,也没有这个 git 版本。")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(target, filter="data")
    return target
