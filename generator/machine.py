"""What differs from one kind of machine to another: in one place, so that a test can stand on the other kind."""

from __future__ import annotations

import errno
import os
from pathlib import Path

WINDOWS = os.name == "nt"
DEEPEST = 259
"""Characters of a path on Windows, unless an administrator has allowed longer ones."""
WAITED_FOR = 61 if WINDOWS else 256
"""Processes that one process can wait for."""

_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EACCES: "没有权限,或正被别的程序打开",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTDIR: "不是文件夹",
    errno.EEXIST: "不是文件夹",
    errno.EBUSY: "正被别的程序使用",
    errno.ENAMETOOLONG: "路径太长,请把网站文件夹移到浅一些的地方",
}
_IN_USE = {32, 33}
"""What Windows says of a file that another program holds open."""


def reason(error: OSError, path: Path) -> str:
    """Why something could not be written, for whoever wanted it; empty when the machine gives no reason that helps.

    Windows says of a path that is too long that there is no such folder.
    """
    if WINDOWS and len(str(path)) > DEEPEST:
        return _REASONS[errno.ENAMETOOLONG]
    if getattr(error, "winerror", None) in _IN_USE:
        return "正在 Excel、WPS 或别的程序里开着"
    return _REASONS.get(error.errno or 0, "")


def sync_folder(folder: Path) -> None:
    """Down to the disk, so that a rename survives a power cut; Windows does not know this of folders."""
    if WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
