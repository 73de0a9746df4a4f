"""Templates compiled once for all processes and builds: compiling them takes longer than rendering a village."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from generator import keys
from generator.parts import kept


@dataclass(frozen=True)
class Compiled(BytecodeCache):
    """The templates of one environment; another one, which may fold other constants, needs a room of its own."""

    folder: Path
    room: str

    def load_bytecode(self, bucket: Bucket) -> None:
        """Of the same text and the same program."""
        if code := kept.get(self._file(bucket), self._key(bucket)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Whole or not at all, whoever else does the same."""
        kept.put(self._file(bucket), self._key(bucket), bucket.bytecode_to_string())

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{self.room}-{bucket.key[:16]}"

    def _key(self, bucket: Bucket) -> str:
        return keys.key(keys.program(), bucket.checksum)
