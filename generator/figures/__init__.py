"""Figures in prose: `占{{ 能人干部 / 三大职干部 | 百分比 }}` → text, and the indicators behind it.

`braces` finds the braces, `expressions` reads what stands between them, `binding` finds what the names mean,
`rendering` computes and writes it in one of the `forms`; `editions` is the same for the readers of an edition, who may
not see everything.
"""

from __future__ import annotations

from generator.figures.binding import Choices, Names, bindings
from generator.figures.digits import plain, rounded
from generator.figures.editions import named, shown
from generator.figures.expressions import COMPARISONS
from generator.figures.forms import FORMS
from generator.figures.pieces import BLANK, MASK, Piece, Unbound, Unwritable
from generator.figures.rendering import amount, attempt, render

__all__ = [
    "BLANK",
    "COMPARISONS",
    "FORMS",
    "MASK",
    "Choices",
    "Names",
    "Piece",
    "Unbound",
    "Unwritable",
    "amount",
    "attempt",
    "bindings",
    "named",
    "plain",
    "render",
    "rounded",
    "shown",
]
