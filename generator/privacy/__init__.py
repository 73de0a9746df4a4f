"""Personal identifiers: found in any text or file, however they are disguised."""

from generator.privacy.finding import digits, find, find_numbers, in_cells
from generator.privacy.kinds import Found, Grade, Kind

__all__ = ["Found", "Grade", "Kind", "digits", "find", "find_numbers", "in_cells"]
