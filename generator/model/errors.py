"""The few ways the program itself cannot go on; everything else is a Finding."""

from __future__ import annotations


class GongkaiError(Exception):
    """Stops the command; the message is Chinese and says what to do. `exit_code` as in the README."""

    exit_code = 1


class Unusable(GongkaiError):
    """The command cannot be carried out as asked: wrong folder, wrong name."""

    exit_code = 2


class EngineFailed(GongkaiError):
    """The site engine (MkDocs, ProperDocs …) did not finish."""

    exit_code = 3


class LeakFound(GongkaiError):
    """Something withheld can be read in the finished files; nothing was handed out."""

    exit_code = 4


class Busy(GongkaiError):
    """The output folder cannot be written: in use, read-only or full."""

    exit_code = 5
