"""Step 8: what is handed out beside the pages. One file per format; the order is the order of making."""

from __future__ import annotations

from generator.formats import calendars, figures, manifest, offline

FORMATS = (manifest, figures, offline, calendars)
