"""The search index: words of planned pages in small files that a page opened from a folder can load, too.

A part of the site tells what can be found on its pages (`part`); the parts' files are joined at the end (`join`), and only
those are written anew whose content changed. Chinese is looked up by pairs of characters, so that 清运 is found inside
垃圾清运费; figures and Latin words by themselves; titles, headings and places by pinyin and initials, too.
The page's side is `theme_overrides/assets/search.js`, which reads the format that `postings` writes.
"""

from generator.search.entries import Entry, entries
from generator.search.joining import FOLDER, Made, Share, join
from generator.search.parts import Contents, Indexed, part

__all__ = ["FOLDER", "Contents", "Entry", "Indexed", "Made", "Share", "entries", "join", "part"]
