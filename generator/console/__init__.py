"""What the clerk sees: findings with the offending line, duties, and a command line that speaks Chinese throughout.

The rooms of this folder are opened when they are first asked for: no command needs them all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.console.archiving import archive
    from generator.console.changes import changes_text
    from generator.console.chinese import ChineseCommand, ChineseGroup, usage_message
    from generator.console.duties import SOON, by_urgency, duties_count, duties_json, duties_text, next_step
    from generator.console.explaining import chosen, explanation_text, explanations_json, explanations_list
    from generator.console.findings import FIRST, count, findings_report, findings_text, summary, what_next
    from generator.console.ics import calendars
    from generator.console.machines import findings_github, findings_json
    from generator.console.privacy import files_of, privacy_summary, privacy_text
    from generator.console.text import plain
    from generator.console.wanted import Wanted

__all__ = [
    "FIRST",
    "SOON",
    "ChineseCommand",
    "ChineseGroup",
    "Wanted",
    "archive",
    "by_urgency",
    "calendars",
    "changes_text",
    "chosen",
    "count",
    "duties_count",
    "duties_json",
    "duties_text",
    "explanation_text",
    "explanations_json",
    "explanations_list",
    "files_of",
    "findings_github",
    "findings_json",
    "findings_report",
    "findings_text",
    "next_step",
    "plain",
    "privacy_summary",
    "privacy_text",
    "summary",
    "usage_message",
    "what_next",
]

_FROM: dict[str, tuple[str, ...]] = {
    "archiving": ("archive",),
    "ics": ("calendars",),
    "changes": ("changes_text",),
    "chinese": (
        "ChineseCommand",
        "ChineseGroup",
        "usage_message",
    ),
    "duties": (
        "SOON",
        "by_urgency",
        "duties_count",
        "duties_json",
        "duties_text",
        "next_step",
    ),
    "explaining": (
        "chosen",
        "explanation_text",
        "explanations_json",
        "explanations_list",
    ),
    "findings": (
        "FIRST",
        "count",
        "findings_report",
        "findings_text",
        "summary",
        "what_next",
    ),
    "machines": (
        "findings_github",
        "findings_json",
    ),
    "privacy": (
        "files_of",
        "privacy_summary",
        "privacy_text",
    ),
    "text": ("plain",),
    "wanted": ("Wanted",),
}
"""File → what it says."""


def __getattr__(name: str) -> Any:
    for file, names in _FROM.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{file}"), name)
    raise AttributeError(name)
