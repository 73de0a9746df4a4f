"""Records: their names, where they were written, and how they are asked for."""

import pickle
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from pydantic import Field, ValidationError

from generator.model import Record, Records, Where
from generator.model.record import Row
from generator.model.types import Count, ShortText


class Well(Record):
    """A well of a village."""

    family: ClassVar[str] = "well"
    label: ClassVar[str] = "水井"
    name: ShortText = Field(alias="名称", description="名称")
    depth: Count | None = Field(None, alias="深", description="米")


class Rule(Record):
    """A rule of the catalogue."""

    family: ClassVar[str] = "rule"
    label: ClassVar[str] = "规定"
    catalogue: ClassVar[bool] = True


@dataclass(frozen=True)
class Line:
    """A source that knows one line."""

    number: int

    def at(self, *path: str | int) -> Where:
        return Where("a.yml", self.number, len(path))


def well(name: str, township: str = "anping", **more: Any) -> Well:
    """A record as the loader makes it."""
    return Well.model_validate({"@乡镇": township, "编号": name, "名称": name} | more)


EAST, WEST, FAR = well("east"), well("west"), well("east", "heping")
RULE = Rule.model_validate({"编号": "east"})
RECORDS = Records((EAST, RULE, WEST, FAR), {EAST.key: Line(3)})


def test_keys() -> None:
    """Township, family and id; the catalogue belongs to no township."""
    expected = ["anping/well/east", "rule/east", "anping/well/west", "heping/well/east"]

    assert expected == [record.key for record in RECORDS]


def test_asking_by_family_and_township() -> None:
    """In the order of the files."""
    everywhere, here, catalogue = (EAST, WEST, FAR), (EAST, WEST), (RULE,)

    assert everywhere == RECORDS.of(Well)
    assert here == RECORDS.of(Well, "anping")
    assert catalogue == RECORDS.of(Rule)
    assert not RECORDS.of(Well, "nowhere")


def test_asking_by_key() -> None:
    """A key of another family is nothing; without a family any record is found."""
    assert WEST is RECORDS.get(Well, "anping/well/west") is RECORDS.find("anping/well/west")
    assert RECORDS.get(Rule, "anping/well/west") is None
    assert RECORDS.find("anping/well/north") is None


def test_where_a_record_was_written() -> None:
    """Its source answers; a record that was computed names itself."""
    source, itself = Where("a.yml", 3, 2), Where("anping/well/west")

    assert source == RECORDS.where(EAST, "深", 0)
    assert itself == RECORDS.where(WEST, "深")


def test_adding_keeps_what_was_there() -> None:
    """New records behind the old ones, other attributes replaced, the old value untouched."""
    north = well("north")
    more = RECORDS.adding([north], prose={"about": "关于"})

    assert (*RECORDS.items, north) == more.items
    assert north is more.get(Well, north.key)
    assert RECORDS.sources == more.sources
    assert (not RECORDS.prose, more.prose["about"]) == (True, "关于")


def test_a_known_label_without_a_value_counts_as_not_written() -> None:
    """An unknown one is reported all the same."""
    assert well("east", 深=None) == EAST
    with pytest.raises(ValidationError) as error:
        well("east", 宽=None)

    expected = [("extra_forbidden", ("宽",))]
    assert expected == [(one["type"], one["loc"]) for one in error.value.errors()]


def test_labels_are_the_only_keys() -> None:
    """The names in the code cannot be used in a file."""
    with pytest.raises(ValidationError):
        well("east", depth="3")


def test_a_row_of_values_is_the_one_that_pydantic_constructs() -> None:
    """To every question: equal, printed, written out, copied and pickled alike."""
    values = {name: getattr(EAST, name) for name in Well.model_fields}
    made, constructed = Well.of_values(dict(values)), Well.model_construct(**values)

    for one in (made, pickle.loads(pickle.dumps(made)), made.model_copy()):
        assert (constructed, repr(constructed), constructed.model_dump_json()) == (
            one,
            repr(one),
            one.model_dump_json(),
        )
        assert constructed.model_fields_set == one.model_fields_set
        assert hash(constructed) == hash(one)
    assert (made.model_copy(update={"name": "x"}).name, made.name) == ("x", "east")


def test_records_cannot_be_changed() -> None:
    """Neither they nor their rows."""
    with pytest.raises(ValidationError):
        EAST.name = "x"  # type: ignore[misc]
    assert Row.model_config["frozen"]


@pytest.mark.parametrize(
    ("where", "text"),
    [(Where("a.yml", 3, 7), "a.yml:3:7"), (Where("a.yml", 3), "a.yml:3:0"), (Where("a.yml"), "a.yml")],
)
def test_a_place_as_editors_understand_it(where: Where, text: str) -> None:
    """`file:line:column`, or the file as a whole."""
    assert text == str(where)
