"""The list of kinds of pages is whole: nothing that readers meet is left out of the browser tests and the gallery."""

from __future__ import annotations

import pytest

from tests.browser.kinds import KINDS, ROOT, Sample

pytestmark = pytest.mark.browser


def test_every_template_is_looked_at(sample: Sample) -> None:
    """A new kind of page is a line in `KINDS`."""
    templates = {file.name for file in (ROOT / "generator/templates").glob("*.j2") if not file.name.startswith("_")}

    assert {sample.template(kind) for kind in KINDS} == templates


def test_every_kind_has_a_name_of_its_own() -> None:
    """It is the heading and the file name in the gallery."""
    assert len({kind.slug for kind in KINDS}) == len({kind.title for kind in KINDS}) == len(KINDS)
