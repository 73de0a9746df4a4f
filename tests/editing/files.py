"""Made-up files as people write them: comments everywhere, two kinds of quotes, brackets and lines mixed."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

WORDS = ("刘村", "96,020.00", "2026-03-05", "0571", "果园 承包费", "a b", "-3", "100%", "一#二", "C:\\材料", "他说“好”")
HARD = (
    "0571",
    "no",
    "是",
    "# 不是注",
    "甲: 乙",
    "*",
    "**",
    "&a",
    "!急",
    "{{ 党员总数 }}",
    "[一]",
    "{二}",
    "- 三",
    "- ",
    "?",
    "@甲",
    "`x`",
    "%",
    "2026-03",
    "12:30",
    "1e5",
    "null",
    "~",
    "'",
    '"',
    "it's",
    'say "x"',
    "a\\b",
    "多行\n文字",
    "尾空 ",
    " 首空",
    "一, 二",
    "甲：乙",
    "x:",
    ":x",
    "a #b",
    "12,000.00",
    "=",
    "<<",
    "1_000",
    ".5",
    "》",
    "…",
    "|",
    ">",
    "> 引",
    "| 竖",
)
LABELS = ("甲", "乙", "丙", "丁", "戊", "己", "庚")


@dataclass
class Pen:
    """Writes a file and remembers how many comments it has put in."""

    draw: st.DrawFn
    end: str
    comments: int = 0
    lines: list[str] = field(default_factory=list)

    def chance(self, of: int = 3) -> bool:
        return self.draw(st.integers(0, of)) == 0

    def comment(self) -> str:
        self.comments += 1
        return f"# 注{self.comments}号"

    def scalar(self, *, flow: bool) -> str:
        word = self.draw(st.sampled_from(WORDS))
        style = self.draw(st.sampled_from(("", "", "'", '"')))
        if style == "'":
            return f"'{word}'"
        if style == '"' or (flow and "," in word):
            return '"' + word.replace("\\", "\\\\") + '"'
        return word

    def flow(self, depth: int) -> str:
        kind = self.draw(st.sampled_from(("text", "list", "map") if depth else ("text",)))
        if kind == "list":
            return "[" + ", ".join(self.flow(depth - 1) for _ in range(self.draw(st.integers(0, 3)))) + "]"
        if kind == "map":
            labels = self.draw(st.lists(st.sampled_from(LABELS), unique=True, max_size=3))
            return "{" + ", ".join(f"{one}: {'' if self.chance(6) else self.flow(depth - 1)}" for one in labels) + "}"
        return self.scalar(flow=True)

    def line(self, text: str) -> None:
        self.lines.append(text + (f"   {self.comment()}" if self.chance() else ""))
        if self.chance(5):
            self.lines.append(" " * self.draw(st.integers(0, 4)) + self.comment())
        if self.chance(8):
            self.lines.append("")

    def fields(self, indent: int, depth: int, first: str) -> None:
        """The fields of a mapping; `first` stands before the first of them (a dash, or its indentation)."""
        labels = self.draw(st.lists(st.sampled_from(LABELS), unique=True, min_size=1, max_size=4))
        for label in labels:
            head, first = first + f"{label}:", " " * indent
            kind = self.draw(st.sampled_from(("text", "text", "flow", "none", "list", "map", "long")))
            if kind == "long":
                self.lines += [f"{head} |", f"{' ' * (indent + 4)}一二 # 不是注", f"{' ' * (indent + 4)}三四"]
            elif kind == "none":
                self.line(head)
            elif kind == "flow":
                self.line(f"{head} {self.flow(2)}")
            elif kind == "text" or not depth:
                self.line(f"{head} {self.scalar(flow=False)}")
            elif kind == "map":
                self.line(head)
                self.fields(indent + 2, depth - 1, " " * (indent + 2))
            else:
                self.line(head)
                self.rows(indent + self.draw(st.sampled_from((0, 2))), depth - 1)

    def rows(self, indent: int, depth: int) -> None:
        for _ in range(self.draw(st.integers(1, 3))):
            if self.chance(2) and depth:
                self.fields(indent + 2, depth - 1, f"{' ' * indent}- ")
            else:
                self.line(f"{' ' * indent}- {self.flow(2)}")


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, int]:
    """A file of records, and how many comments are in it."""
    pen = Pen(draw, draw(st.sampled_from(("\n", "\r\n"))))
    if pen.chance(1):
        pen.lines.append(pen.comment())
    for number in range(draw(st.integers(1, 3))):
        pen.line(f"- 编号: r{number}")
        pen.fields(2, 2, "  ")
    if pen.chance():
        pen.lines.append(pen.comment())
    mark = "\ufeff" if pen.chance() else ""
    # Lines of text without a last line end would get one by whatever follows: that is refused (see the hostile cases).
    last = "" if pen.chance() and pen.lines[-1].strip() != "三四" else pen.end
    return (mark + pen.end.join(pen.lines) + last).encode(), pen.comments
