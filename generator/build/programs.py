"""An engine run as a program, without our short cuts: what they are proven against, and the way out should they fail."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.model import EngineFailed

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file")
PROPERDOCS = (sys.executable, "-m", "properdocs", "build", "--strict", "--config-file")


def run(engine: str, command: Sequence[str], settings: Path, stamp: int) -> None:
    """Builds what the settings say; `stamp` is the time that the pages carry. Raises EngineFailed with its last words."""
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(stamp),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
    }
    try:
        done = subprocess.run(
            [*command, str(settings)], env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False
        )
    except OSError as error:
        raise EngineFailed(f"{engine} 无法运行:{error.strerror}。请重新安装 gongkai。") from None
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise EngineFailed("\n".join([f"{engine} 没有完成,网站没有更新。它最后说:", *said[-12:]]))
