"""The people whom the records name: none of them may get into the words of a publication by way of a command."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Record, Records
from generator.model.record import Row, marks

Path = tuple[str | int, ...]
_POSTS = ("员", "长", "记", "任", "事", "会", "计", "代表", "干部", "中心")
"""What a post ends with: where a clerk put one in the place of a name, it is no name."""


def people(row: Row, above: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each name in a record, with its path of labels and row numbers."""
    for name, field in type(row).model_fields.items():
        value, path = getattr(row, name), (*above, str(field.alias))
        many = isinstance(value, tuple)
        for number, one in enumerate(value if isinstance(value, tuple) else (value,)):
            here = (*path, number) if many else path
            if isinstance(one, Row):
                yield from people(one, here)
            elif isinstance(one, str) and len(one) > 1 and "person" in marks(field) and not one.endswith(_POSTS):
                yield here, one


def named_in(text: str, records: Records, township: str) -> str:
    """The name of somebody of the township that the text holds; nothing when it holds none."""
    own: list[Record] = [one for one in records if one.township == township]
    return next((name for record in own for _, name in people(record) if name in text), "")


def by_post(post: str, records: Records, township: str) -> Iterator[str]:
    """Why this is no post: sign-offs are public, so they name a post and never a person."""
    if name := named_in(post, records, township):
        yield f"--post 写的“{post}”里有姓名“{name}”。写职务,不写姓名,例如 村党支部书记"
