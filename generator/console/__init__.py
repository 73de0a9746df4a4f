"""What the clerk sees: findings with the offending line, duties, and a command line that speaks Chinese throughout."""

from generator.console.archiving import archive
from generator.console.changes import changes_text
from generator.console.chinese import ChineseCommand, ChineseGroup, usage_message
from generator.console.duties import by_urgency, duties_json, duties_text
from generator.console.findings import count, findings_github, findings_json, findings_text, summary
from generator.console.text import plain

__all__ = [
    "ChineseCommand",
    "ChineseGroup",
    "archive",
    "by_urgency",
    "changes_text",
    "count",
    "duties_json",
    "duties_text",
    "findings_github",
    "findings_json",
    "findings_text",
    "plain",
    "summary",
    "usage_message",
]
