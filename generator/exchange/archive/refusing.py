"""Why a file is not archived: one sentence and what to do, turned into a finding at the border."""

from __future__ import annotations


class Refused(Exception):
    """The file cannot be archived as it is; nothing was written."""

    def __init__(self, message: str, hint: str, line: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.line = message, hint, line
