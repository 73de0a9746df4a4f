"""Whether a site can show what was made of a file; told before anything is written."""

from __future__ import annotations

from collections.abc import Mapping

from generator.exchange.archive.lines import Document
from generator.exchange.archive.refusing import Refused
from generator.records.archive import LONGEST

MAX_BYTES, MAX_BLOCKS, MAX_HEADINGS = 1_000_000, 5_000, 500
"""What one archived document may hold; the loader reads no more."""
_PART = "请把原件分成几个文件,或在每篇前面写一行“篇一”“篇二”,再存档"


def fitted(documents: Mapping[str, Document], texts: Mapping[str, str]) -> None:
    """Raises Refused when a document is too large for one page."""
    for name, document in documents.items():
        size = len(texts[name].encode())
        if size > MAX_BYTES:
            raise Refused(f"《{document.title}》有{size // 1000}KB,一篇最多{MAX_BYTES // 1000}KB", _PART)
        if len(document.body) > MAX_BLOCKS:
            raise Refused(f"《{document.title}》有{len(document.body)}段,一篇最多{MAX_BLOCKS}段", _PART)
        if len(document.headings) > MAX_HEADINGS:
            raise Refused(f"《{document.title}》认出{len(document.headings)}个标题,一篇最多{MAX_HEADINGS}个", _PART)
        if not any(line.words.strip() for line in document.body):
            raise Refused(f"《{document.title}》只有标题,没有正文", "检查原件是不是完整")
        cells = (cell for line in document.body for row in line.rows for cell in row)
        if any(len(cell) > LONGEST for cell in cells):
            raise Refused(f"《{document.title}》的表格里有一格超过{LONGEST}字", "把这一格的文字移到表格外面,再存档")
