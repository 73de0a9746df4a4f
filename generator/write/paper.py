"""What a page says of itself on paper: whose it is, where it can be read, and a code that leads a phone there."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

_MASK = 0
"""Any of the eight is read alike; trying them all takes five times as long as the rest of a code."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The words of the running head, and the page's place in the site.

    number: the path without its ending, to tell the sheet by. address: where the page stands on the internet, or nothing.
    """

    head: str
    number: str
    address: str
    codes: MutableMapping[str, str]
    """Codes that were drawn before: an address never changes, and a code takes longer than the page around it."""

    @property
    def code(self) -> Markup:
        """The address as a QR code: an SVG without a size of its own, the quiet margin half left to the page."""
        if self.address not in self.codes:
            self.codes[self.address] = _drawn(self.address)
        return Markup(self.codes[self.address])


def _drawn(address: str) -> str:
    import segno

    drawn = segno.make(address, error="m", micro=False, mask=_MASK)
    return str(drawn.svg_inline(omitsize=True, border=2, svgclass="gk-qr", lineclass=None))


def paper(
    path: str, title: str, above: Sequence[str], site: str, codes: MutableMapping[str, str] | None = None
) -> Paper:
    """The paper of one page.

    above: titles of the pages it belongs to, outermost first; what a later one or the title names is not said twice.
    site: the address of the site with a slash at its end; nothing where it has none.
    """
    number = path.removesuffix(".md")
    words = (*above, title)
    places = [place for depth, place in enumerate(above, 1) if not any(place in later for later in words[depth:])]
    head = " · ".join(filter(None, (" ".join(places), title)))
    return Paper(head, number, f"{site}{number}.html" if site else "", {} if codes is None else codes)
