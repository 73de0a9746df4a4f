"""Archived documents of the sample, with originals in the formats of their years: two published, one not yet.

The words are made up for the sample. What a document says of figures is how such documents used to be written: nobody
has compared it with any record.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from tests.sample.act import Act
from tests.sample.days import workday

Piece = str | tuple[tuple[str, ...], ...]
"""A line of Markdown, or a table with its head."""
_HARD_BREAK = 34
"""Characters to a line in the text files of 2009."""


@dataclass(frozen=True)
class Document:
    """One document; `out` is the day on which it was put on the web, None while nobody has approved it."""

    township: str
    id: str
    title: str
    subtitle: str
    byline: str
    dated: str
    genre: str
    suffix: str
    pieces: tuple[Piece, ...]
    out: date | None = None

    @property
    def original(self) -> bytes:
        return _text_file(self) if self.suffix == ".txt" else _word_file(self)

    @property
    def markdown(self) -> str:
        digest = hashlib.sha256(self.original).hexdigest()
        front = {
            "标题": self.title,
            "副题": self.subtitle,
            "署名": self.byline,
            "日期": self.dated,
            "体裁": self.genre,
            "原件": f"originals/{self.id}{self.suffix}",
            "校验": digest,
        }
        head = "".join(f"{label}: {value}\n" for label, value in front.items() if value)
        body = "\n\n".join(piece if isinstance(piece, str) else _pipes(piece) for piece in self.pieces)
        return f"---\n{head}---\n\n{body}\n"


EXPERIENCE_2009 = Document(
    "anping",
    "experience-2009",
    "把账本贴到墙上 把话说到明处",
    "——安平镇推行村务公开的做法",
    "中共安平镇委员会",
    "2009-07-21",
    "经验材料",
    ".txt",
    (
        (
            "几年前，安平镇的信访件里，十件有六件与村里的账有关。账不一定错，可是群众看不到，越看不到越要猜。"
            "2008年春天，镇党委下决心从公开账目做起，一年多下来，村里的话好说了，事也好办了。"
        ),
        "## 一、先公开群众最想看的",
        (
            "公开什么，不由干部定。镇里派出12名干部，用一个月时间走访了400多户，把群众问得最多的事排了队："
            "第一是承包费收了多少，第二是招待费花了多少，第三是救济粮给了谁。排在前面的先公开，一项一项说清楚。"
        ),
        "## 二、公开要让人看得懂",
        "### （一）大字上墙",
        "公开栏的字不小于核桃大，贴在井边、碾边和小卖部门口，不贴在村部的院子里。",
        "### （二）逢集宣讲",
        "每月逢二、逢八的集，会计在集上摆一张桌子，谁问谁的账当场翻给谁看。半年里摆了36次，答了200多个问题。",
        "## 三、看完了要能说话",
        (
            "每个村选5名办事公道的老人和老党员组成理财小组，单据先过他们的手，不签字的不入账。"
            "去年全镇退回不合规的单据83张，金额\\*\\*万元。群众说，账本上了墙，心里亮堂堂。"
        ),
        "今后，镇党委要把公开从账目推到工程、低保和宅基地，每一项都写明谁管、谁办、谁来监督。",
    ),
    date(2026, 5, 18),
)

SPEECH_2018 = Document(
    "anping",
    "speech-2018",
    "在全镇村级财务集中审计总结会上的讲话",
    "",
    "安平镇纪律检查委员会",
    "2018-11",
    "讲话",
    ".docx",
    (
        "同志们：",
        "村级财务集中审计从三月开始，到十月底结束，历时八个月。今天的会，讲三句话：查出了什么，说明了什么，接下来改什么。",
        "## 一、查出了什么",
        "审计组看了三年的账，翻了一万多张凭证。问题分成四类，列在下面的表里。",
        (
            ("问题", "涉及村", "笔数", "金额（元）", "处理"),
            ("白条入账", "9", "47", "61,320.00", "补手续，补不上的退回"),
            ("合同没有公示", "5", "6", "—", "重新公示，群众有意见的重谈"),
            ("坐收坐支", "3", "11", "18,450.00", "全部转入代管账户"),
            ("超标准招待", "2", "8", "3,906.00", "个人退缴"),
        ),
        "## 二、说明了什么",
        "### （一）不是不会记，是不想让人看",
        "白条最多的两个村，会计都参加过培训。**账记成那样，说到底是没有人看，也不怕人看。**",
        "### （二）管得住的村，靠的是一张公示栏",
        "没有查出问题的村，办法都不新鲜：月月贴，人人看，问了就答。",
        "## 三、接下来改什么",
        "1\\. 审计结果年底以前在各村公开栏公布，贴满十五天。",
        "2\\. 该退的钱12月20日以前退清，退款凭证复印件一并上墙。",
        "3\\. 明年起，报账员每月集中报账一次，镇里当天审核，第二天公示。",
        "这件事，请各村书记带头，说到做到。",
    ),
    date(2026, 6, 15),
)

REPORT_2014 = Document(
    "gaoyuan",
    "work-report-2014",
    "高垣乡2014年农村基层组织建设工作报告",
    "",
    "高垣乡党委",
    "2014-12-26",
    "工作报告",
    ".docx",
    (
        "一年来，乡党委围绕建强班子、管好队伍、办成实事三件事开展工作，现将情况报告如下。",
        "## 一、主要工作",
        "### （一）换届选举平稳完成",
        "14个村全部依法完成换届，一次选举成功12个村，另外2个村按程序重新选举后产生。新一届班子平均年龄下降了6岁。",
        "### （二）“三会一课”逐步规范",
        "乡里给每个支部发了一本记录簿，每季度收上来看一次。上半年记得好的有5个支部，到年底有11个。",
        "### （三）办成了一批小事",
        "修水渠3公里，换路灯60盏，给两个缺水的自然村各打了一眼井。",
        "## 二、存在的问题",
        "一是个别支部活动走过场，记录补写；二是集体收入低，14个村里有8个村全年不到两万元；三是年轻党员外出多，开会到不齐。",
        "## 三、下一年打算",
        "先抓最难的村，再抓集体收入，最后把外出党员联系起来，每季度通一次电话。",
    ),
)

DOCUMENTS = (EXPERIENCE_2009, SPEECH_2018, REPORT_2014)


def write_archive(out: Path) -> None:
    """The documents and their originals, below `content/<township>/archive/`."""
    for slug in dict.fromkeys(document.township for document in DOCUMENTS):
        shutil.rmtree(out / "content" / slug / "archive", ignore_errors=True)
    for document in DOCUMENTS:
        folder = out / "content" / document.township / "archive"
        (folder / "originals").mkdir(parents=True, exist_ok=True)
        (folder / f"{document.id}.md").write_text(document.markdown, encoding="utf-8", newline="\n")
        (folder / "originals" / f"{document.id}{document.suffix}").write_bytes(document.original)


def archive_acts(slug: str, party: str, name: str) -> Iterator[Act]:
    """How the township put its documents on the web."""
    posts = (f"{name}党政办公室主任", f"{name}纪委书记", f"{name}党委书记")
    for document in DOCUMENTS:
        if document.township == slug and document.out:
            yield Act(
                f"{slug}-archive-{document.id}",
                ["archived-materials"],
                slug,
                party,
                None,
                posts,
                records=[f"archive/{document.id}"],
                web=workday(document.out),
                channels=("网站",),
            )


def _pipes(table: tuple[tuple[str, ...], ...]) -> str:
    head, *rows = ("| " + " | ".join(row) + " |" for row in table)
    return "\n".join([head, "|" + "---|" * len(table[0]), *rows])


def _plain(line: str) -> str:
    """The words as they stood in the original."""
    return line.lstrip("# ").replace("\\", "")


def _text_file(document: Document) -> bytes:
    """As a typist of the time left it: GB18030, lines broken by hand, two wide blanks before a paragraph."""
    lines = [f"　　　　{document.title}", f"　　　　{document.subtitle}", f"　　　　（{_day(document.dated)}）", ""]
    for piece in document.pieces:
        text = f"　　{_plain(piece)}" if isinstance(piece, str) else "\t".join(map("\t".join, piece))
        lines += _broken(text)
    return "\r\n".join([*lines, "", f"　　　　{document.byline}", ""]).encode("gb18030")


def _broken(text: str) -> list[str]:
    """Lines of one length, but no number is torn."""
    lines: list[str] = []
    while text:
        end = _HARD_BREAK
        while text[end - 1 : end + 1].isdecimal() and end < len(text):
            end += 1
        lines.append(text[:end])
        text = text[end:]
    return lines


def _day(dated: str) -> str:
    """`2009-07-21` → `2009年7月21日`; `2018-11` → `2018年11月`."""
    return "".join(f"{int(number)}{unit}" for number, unit in zip(dated.split("-"), "年月日", strict=False))


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
}


def _word_file(document: Document) -> bytes:
    """The least that Word opens; stored without compression so that no zlib differs."""
    pieces = (document.title, *document.pieces, document.byline, _day(document.dated))
    body = "".join(_paragraph(_plain(one)) if isinstance(one, str) else _word_table(one) for one in pieces)
    parts = _PARTS | {"word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            archive.writestr(entry, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
    return out.getvalue()


def _paragraph(text: str) -> str:
    runs = (
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" * (number % 2)}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
        for number, words in enumerate(text.split("**"))
        if words
    )
    return f"<w:p>{''.join(runs)}</w:p>"


def _word_table(rows: tuple[tuple[str, ...], ...]) -> str:
    cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
