"""A new site: what is shipped with the program, and one township with three villages to be overwritten by real ones."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from string import Template

from pypinyin import lazy_pinyin

from generator.model.text import is_slug

_HERE = Path(__file__).parent
_TOWNSHIP = _HERE / "township"
SHIPPED = ("mkdocs.yml", "theme_overrides", "content/site", "data/catalogue", ".vscode")
"""What every site has as the program brings it; `upgrade` renews it."""
_SAMPLE = (
    "data/catalogue/*/demo-*",
    "data/catalogue/metrics/economy.yml",
    "data/catalogue/metrics/people.yml",
    "data/catalogue/metrics/projects.yml",
)
"""What of the catalogue speaks of the sample alone: invented regions, and shares of figures that only it reports."""
GUIDE = "说明.txt"
VILLAGES = 3
_SITE = "site_url: https://gongkai.example/"
"""The sample's address is invented; a new site stands nowhere yet."""


@dataclass(frozen=True)
class New:
    """What is known of the new site: names as people write them, slugs for folders; today: duties begin on this day."""

    name: str
    villages: tuple[str, ...]
    today: date
    slug: str = ""

    @property
    def slugs(self) -> tuple[str, ...]:
        """Those of the township and of the villages; no two alike."""
        found: list[str] = []
        for name in (self.slug or self.name, *self.villages):
            stem = slug(name)
            found.append(next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, 99))) if one not in found))
        return tuple(found)


def slug(name: str) -> str:
    """A name as the name of a folder: `刘村` is liucun; what cannot be one is called place."""
    made = "".join(char if char.isascii() and char.isalnum() else "-" for char in "".join(lazy_pinyin(name)).lower())
    made = "-".join(part for part in made.split("-") if part)[:20].strip("-")
    return made if is_slug(made) else f"place-{made}"[:20].strip("-")


def shipped() -> Iterator[tuple[str, bytes]]:
    """Path below the site and content of every file that comes with the program, sorted."""
    home = _home()
    for name in SHIPPED:
        top = home / name
        for path in sorted(one for one in (top.rglob("*") if top.is_dir() else (top,)) if one.is_file()):
            inside = path.relative_to(home).as_posix()
            if not any(fnmatch(inside, one) for one in _SAMPLE):
                data = path.read_bytes()
                yield inside, data.replace(_SITE.encode(), b'site_url: ""') if inside == "mkdocs.yml" else data


def _home() -> Path:
    """Where what is shipped lies: inside the installed package, else in the checkout that the program runs from."""
    inside = _HERE / "shipped"
    return inside if inside.is_dir() else _HERE.parent.parent


def township(new: New) -> Iterator[tuple[str, bytes]]:
    """Path below the site and content of the data files of the new township."""
    words = _words(new)
    for path in sorted(_TOWNSHIP.rglob("*.yml")):
        inside = path.relative_to(_TOWNSHIP).as_posix().replace("year.yml", f"{words['last'][:4]}.yml")
        text = Template(path.read_text(encoding="utf-8")).substitute(words)
        yield f"data/townships/{new.slugs[0]}/{inside}", text.encode()


def guide(new: New) -> bytes:
    """What the clerk reads first, for Notepad."""
    words = _words(new) | {"name": new.name}
    text = Template((_HERE / "guide.txt").read_text(encoding="utf-8")).substitute(words)
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _words(new: New) -> dict[str, str]:
    """What stands for `${…}` in the files."""
    town, *villages = new.slugs
    last = date(new.today.year - (new.today.month == 1), (new.today.month - 2) % 12 + 1, 1)
    names = dict(zip("abc", villages, strict=True)) | _names(new.villages)
    days = {f"d{day:02}": last.replace(day=day).isoformat() for day in (5, 8, 9, 20)}
    return (
        names
        | days
        | {
            "town": town,
            "town_name": new.name,
            "today": new.today.isoformat(),
            "year": str(last.year),
            "last_year": str(last.year - 1),
            "next_year": str(last.year + 1),
            "term_end": str(last.year + 4),
            "last": f"{last:%Y-%m}",
            "last_month": str(last.month),
            "last_name": f"{last.year}年{last.month}月",
            "end": last.replace(day=calendar.monthrange(last.year, last.month)[1]).isoformat(),
        }
    )


def _names(villages: Sequence[str]) -> dict[str, str]:
    return {f"{letter}_name": name for letter, name in zip("abc", villages, strict=True)}
