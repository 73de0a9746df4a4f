"""Where a command may write, and how a path is said to the person who asked."""

from __future__ import annotations

from pathlib import Path

from generator.model import Unusable


def safe_out(root: Path, out: Path) -> Path:
    """The output folder; never one that holds what people wrote."""
    folder = out.resolve()
    if folder in (root, *root.parents) or _is_kept(root, folder):
        raise Unusable(f"不能把网站放到 {folder}:那里有别的文件。请换一个文件夹。")
    return folder


def safe_file(root: Path, out: Path) -> Path:
    """The archive to write; never in place of something that people wrote."""
    file = out.resolve()
    if file.suffix.lower() != ".zip" or file.is_dir():
        raise Unusable("--out 后面写压缩文件的名字,例如 审阅.zip。")
    if _is_kept(root, file):
        raise Unusable(f"不能把压缩文件放到 {file.parent}:那里是数据和程序。请换一个地方。")
    return file


def safe_schemas(root: Path, out: Path) -> Path:
    """The folder for the schemas; never among what people wrote, where they would be taken for data."""
    folder = out.resolve()
    if _is_kept(root, folder) or (folder.exists() and not folder.is_dir()):
        raise Unusable(f"不能写到 {folder}:那里是数据和程序,或者是一个文件。请换一个文件夹。")
    return folder


def _is_kept(root: Path, path: Path) -> bool:
    """Whether it lies among what people wrote."""
    kept = [(root / name).resolve() for name in ("data", "content", "generator", "theme_overrides", "tests")]
    return any(one in (path, *path.parents) for one in kept)


def near(path: Path) -> Path:
    """The path as seen from the folder the clerk stands in, when it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
