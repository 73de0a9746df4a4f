"""How a field says that it names another record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text field as the name of another record; the references rule follows it.

    family: which family it must be found in, empty when the text itself says `family/id`.
    by: the field that is matched, `id` or `name`.
    catalogue: looked up in the catalogue instead of the same township.
    """

    family: str
    by: str = "id"
    catalogue: bool = False
