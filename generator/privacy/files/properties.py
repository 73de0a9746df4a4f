"""Who made an office file, and what its maker wrote about it: docProps."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from generator.privacy.files.packages import member, tree
from generator.privacy.files.parts import Passage, Piece, Remark

_PEOPLE = {"creator": "作者", "lastModifiedBy": "最后修改人", "Manager": "经理"}


def properties(package: zipfile.ZipFile) -> Iterator[Piece]:
    """The properties, and that the name of a person is among them."""
    for name in sorted(name for name in package.namelist() if name.startswith("docProps/") and name.endswith(".xml")):
        for element in tree(member(package, name)).iter():
            if element.text and element.text.strip():
                yield Passage("文件属性", (element.text,))
                if element.tag in _PEOPLE:
                    yield Remark("文件属性", f"写着{_PEOPLE[element.tag]}的名字", person=True)
