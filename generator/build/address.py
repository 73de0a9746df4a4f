"""The address of the site on the internet: `site_url` of its mkdocs.yml, the setting every engine knows."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from generator.model import Unusable

_ADDRESS = re.compile(
    r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(/[a-z0-9_~-][a-z0-9._~-]*)*/?", re.IGNORECASE
)
_LONGEST = 80
"""With the longest path of a page behind it the address still makes a code that a phone can read."""


def site_address(root: Path) -> str:
    """The address with a slash at its end, so that paths can follow; nothing where none is set.

    Raises Unusable for what is no address, and OSError or YAMLError for settings that cannot be read.
    """
    settings = yaml.safe_load((root / "mkdocs.yml").read_bytes())
    given = settings.get("site_url") if isinstance(settings, dict) else None
    if given is None or given == "":
        return ""
    if not isinstance(given, str) or len(given) > _LONGEST or not _ADDRESS.fullmatch(given):
        raise Unusable(
            f"mkdocs.yml 里的网站地址 site_url 写法不对:{given}\n"
            f"应当像 https://gongkai.example/ 这样:以 http:// 或 https:// 开头,只用英文字母、数字、点和短横,"
            f"不带 ? 和 #,不超过 {_LONGEST} 个字符。还没有网址的,删掉这一行。"
        )
    return given.rstrip("/") + "/"
