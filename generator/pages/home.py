"""The portal: search first, townships, the newest disclosures, what is late."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import DutyState, Edition, Page
from generator.pages._common import paths, places
from generator.pages._common.disclosure import headline, newest

NEWEST = 10


def pages(edition: Edition) -> Iterator[Page]:
    """One page at the root."""
    townships = places.townships(edition)
    rows = []
    for township in townships:
        duties = [duty for duty in edition.duties if duty.township == township.township]
        rows.append(
            {
                "place": township,
                "villages": places.villages(edition, township.township),
                "path": paths.township(township.township),
                "due": paths.due(township.township),
                "done": sum(duty.state in (DutyState.DONE, DutyState.LATE) for duty in duties),
                "overdue": sum(duty.state is DutyState.OVERDUE for duty in duties),
                "late": sum(duty.state is DutyState.LATE for duty in duties),
            }
        )
    context = {
        "townships": rows,
        "news": [headline(edition, publication) for publication in newest(edition, NEWEST)],
        "abouts": [paths.about(name) for name in edition.prose],
        "catalogue": paths.CATALOGUE,
        "manual": paths.MANUAL,
        "timeliness": paths.timeliness(),
        "sample": places.is_sample(edition),
    }
    yield Page(paths.HOME, "党务村务财务公开", "home.md.j2", context, menu=("首页",))
