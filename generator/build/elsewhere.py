"""A hook of MkDocs and ProperDocs run as programs: pages of other parts can be linked to and stand in the menus, unbuilt.

A file `beyond.json` beside the settings lists their Markdown paths.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

NAME = "beyond.json"


def on_files(files: Any, config: Any) -> Any:
    """Adds an empty page for each; the program's own module of files is used, whichever program it is."""
    kinds = sys.modules[type(files).__module__]
    for path in _beyond(config):
        inclusion = kinds.InclusionLevel.NOT_IN_NAV
        files.append(kinds.File.generated(config, path, content="", inclusion=inclusion))
    return files


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Takes them away again once all links are resolved, before anything is written."""
    beyond = set(_beyond(config))
    for file in [file for file in files if file.src_uri in beyond]:
        files.remove(file)
    return env


def _beyond(config: Any) -> list[str]:
    file = Path(config.config_file_path).with_name(NAME)
    found: list[str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    return found
