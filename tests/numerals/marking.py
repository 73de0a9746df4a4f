"""Hand-labelled prose, and how a scan of it compares: the measure of the number audit.

The convention and the marks stand in `labelled/README.md`; nothing here knows how numerals are found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.load import load
from generator.numerals import Kind, Numeral
from generator.records.phrases import Phrases

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "labelled"
SETS = ("dev-*.txt", "heldout-*.txt", "sealed-*.txt")
MARK = re.compile(r"\[([^\[\]|]+)\|([FDOLP?])\]")
DIGIT = re.compile(r"\d")
Scan = Callable[[str], Sequence[Numeral]]


@dataclass(frozen=True, slots=True)
class Label:
    """What a person says about the characters from `start` to `end`."""

    start: int
    end: int
    letter: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its marks, and the labels in order."""

    source: str
    """File and line: `dev-report:4`."""
    text: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One difference between a label and the scan, short enough to print."""

    source: str
    excerpt: str
    said: str


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some paragraphs; the rates are between 0 and 1."""

    labelled: int
    """Hand-typed figures by the labels (F)."""
    missed: tuple[Case, ...]
    """F that were not found, or found and explained away."""
    figures: int
    """What the scan calls figures, without those on a `?`."""
    alarms: tuple[Case, ...]
    """Figures of the scan that nobody labelled F."""
    overlooked: tuple[Case, ...]
    """D, O, L and bare digits that the scan did not see at all."""
    numerals: int
    """All labels."""
    doubtful: int
    """Labels with `?`."""

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.labelled if self.labelled else 1.0

    @property
    def precision(self) -> float:
        return 1 - len(self.alarms) / self.figures if self.figures else 1.0


def parsed(line: str, source: str = "") -> Paragraph:
    """A marked line as text and labels; raises ValueError on a mark that is not closed or has no known letter."""
    parts: list[str] = []
    labels: list[Label] = []
    length = end = 0
    for mark in MARK.finditer(line):
        before, words = line[end : mark.start()], mark[1]
        parts += [before, words]
        labels.append(Label(length + len(before), length + len(before) + len(words), mark[2]))
        length, end = labels[-1].end, mark.end()
    text = "".join([*parts, line[end:]])
    if re.search(r"[\[\]|]", text):
        raise ValueError(f"{source}: unreadable mark")
    return Paragraph(source, text, tuple(labels))


def paragraphs(pattern: str = "*-*.txt") -> tuple[Paragraph, ...]:
    """The labelled paragraphs of the files that match, by name and line; `claims-*` is another set."""
    files = [path for path in sorted(FOLDER.glob(pattern)) if not path.name.startswith("claims")]
    return tuple(
        parsed(line, f"{path.stem}:{number}") for path in files for number, line in _lines(path) if line.strip()
    )


def claims() -> tuple[tuple[str, bool], ...]:
    """Sentences, and whether one contradicts itself."""
    lines = [line for _, line in _lines(FOLDER / "claims-heldout.txt")]
    if wrong := [line for line in lines if line[:2] not in ("+ ", "- ")]:
        raise ValueError(f"claims: {wrong[0]}")
    return tuple((line[2:], line[0] == "+") for line in lines)


def phrases() -> tuple[str, ...]:
    """The fixed phrases of the repository's own catalogue."""
    records, _ = load(ROOT)
    return tuple(phrase for record in records.of(Phrases) if record.use == "数字" for phrase in record.words)


def score(marked: Sequence[Paragraph], scan: Scan) -> Score:
    """The scan beside the labels; spans that overlap are the same numeral."""
    missed, alarms, overlooked, figures = [], [], [], 0
    for paragraph in marked:
        found = scan(paragraph.text)
        certain = [one for one in found if one.kind is Kind.FIGURE and not _over(one, paragraph, "?")]
        figures += len(certain)
        missed += [_case(paragraph, one, _kinds(found, one)) for one in _missed(paragraph, found)]
        alarms += [_case(paragraph, one, "误报") for one in certain if not _over(one, paragraph, "F")]
        overlooked += [_case(paragraph, one, "漏掉") for one in _overlooked(paragraph, found)]
    letters = [label.letter for paragraph in marked for label in paragraph.labels]
    return Score(
        labelled=letters.count("F"),
        missed=tuple(missed),
        figures=figures,
        alarms=tuple(alarms),
        overlooked=tuple(overlooked),
        numerals=len(letters),
        doubtful=letters.count("?"),
    )


def listed(cases: Sequence[Case], most: int = 60) -> str:
    """One line a case: where, the words around it with the numeral in brackets, what was said."""
    lines = [f"  {case.source:24} {case.said}  {case.excerpt}" for case in cases[:most]]
    return "\n".join([*lines, *([f"  … {len(cases) - most}"] if len(cases) > most else [])])


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return ((number, line) for number, line in enumerate(lines, 1) if not line.startswith("#"))


def _missed(paragraph: Paragraph, found: Sequence[Numeral]) -> Iterator[Label]:
    figures = [one for one in found if one.kind is Kind.FIGURE]
    return (
        label for label in paragraph.labels if label.letter == "F" and not any(_meet(one, label) for one in figures)
    )


def _overlooked(paragraph: Paragraph, found: Sequence[Numeral]) -> Iterator[Label]:
    wanted = [label for label in paragraph.labels if label.letter in "DOL"]
    digits = [Label(digit.start(), digit.end(), "") for digit in DIGIT.finditer(paragraph.text)]
    bare = [digit for digit in digits if not any(_meet(digit, label) for label in paragraph.labels)]
    return (one for one in (*wanted, *bare) if not any(_meet(numeral, one) for numeral in found))


def _over(one: Numeral, paragraph: Paragraph, letter: str) -> bool:
    return any(label.letter == letter and _meet(one, label) for label in paragraph.labels)


def _meet(one: Numeral | Label, other: Numeral | Label) -> bool:
    return one.start < other.end and other.start < one.end


def _kinds(found: Sequence[Numeral], label: Label) -> str:
    return "、".join(one.kind.value for one in found if _meet(one, label)) or "漏掉"


def _case(paragraph: Paragraph, one: Numeral | Label, said: str) -> Case:
    before = paragraph.text[max(0, one.start - 10) : one.start]
    after = paragraph.text[one.end : one.end + 10]
    return Case(paragraph.source, f"{before}[{paragraph.text[one.start : one.end]}]{after}", said)
