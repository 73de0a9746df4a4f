"""Word files: what a reader sees comes over in order, what is not carried over is listed word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.exchange.archive import Act, Refused, archive, shelf
from tests.exchange import wordfiles as word
from tests.exchange.storing import Stored, headings, stored, words

TITLE = word.paragraph("示例村工作总结")
BODY = word.paragraph("村里今年办了三件实事，群众比较满意，都记在台账上。")


def brought(root: Path, *body: str, **more: object) -> Stored:
    return stored(root, "总结.docx", word.word(TITLE, *body, **more))  # type: ignore[arg-type]


def test_numbers_that_word_writes_are_written_and_listed(root: Path) -> None:
    """一、（一）1. by rule, counted as Word counts; a bullet is nothing to read."""
    made = brought(
        root,
        word.numbered("基本情况", 0),
        BODY,
        word.numbered("主要做法", 0),
        word.numbered("抓学习", 1),
        BODY,
        word.numbered("抓队伍", 1),
        word.numbered("配齐干部", 2),
        BODY,
        word.numbered("打算", 0),
        word.numbered("抓落实", 1),
        BODY,
        word.numbered("带圆点的一句话。", 3),
    )

    assert headings(made.only) == [
        "一、基本情况",
        "二、主要做法",
        "（一）抓学习",
        "（二）抓队伍",
        "1.配齐干部",
        "三、打算",
        "（一）抓落实",
    ]
    assert made.listed(Act.ADDED) == ["一、", "二、", "（一）", "（二）", "1.", "三、", "（一）"]
    assert words(made.only)[-1] == "带圆点的一句话。"


@pytest.fixture(autouse=True)
def _numbering(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of this module has lists."""
    make = word.word

    def with_numbering(*body: str, parts: dict[str, str] | None = None, **more: object) -> bytes:
        return make(*body, parts={"numbering": word.NUMBERING, **(parts or {})}, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(word, "word", with_numbering)


def test_a_number_that_cannot_be_written_is_doubtful(root: Path) -> None:
    made = brought(root, BODY, word.numbered("某种少见的编号。", 4))

    assert any(note.act is Act.DOUBT and "自动编号" in note.why for note in made.made.notes)


def test_changes_and_hidden_text(root: Path) -> None:
    """Inserted words stay; deleted, moved away and hidden ones are listed."""
    made = brought(
        root,
        word.paragraph(
            "全村有党员",
            '<w:del w:id="1"><w:r><w:delText>三十</w:delText></w:r></w:del>',
            f'<w:ins w:id="2">{word.run("四十")}</w:ins>',
            f'<w:moveFrom w:id="3">{word.run("原来在这里")}</w:moveFrom>',
            word.run("内部口径", more="<w:vanish/>"),
            "名。",
        ),
    )

    assert words(made.only) == ["全村有党员四十名。"]
    assert made.listed(Act.REMOVED) == ["三十", "原来在这里", "内部口径"]


def test_links_boxes_and_breaks(root: Path) -> None:
    """A link keeps its words; a text box stands behind its paragraph once; a soft break parts paragraphs."""
    box = word.paragraph("文本框里写着：联系电话见村务公开栏。")
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
        f"{box}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        f"{box}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = brought(
        root,
        word.paragraph(
            "详见", f'<w:hyperlink r:id="k">{word.run("县里的通知")}</w:hyperlink>', "，各村照办。", drawing
        ),
        word.paragraph("第一句说完了。", "<w:r><w:br/></w:r>", "第二句另起一行。", "<w:r><w:tab/></w:r>", "完。"),
        links='<Relationship Id="k" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"'
        ' Target="http://127.0.0.1:9/secret" TargetMode="External"/>',
    )

    assert words(made.only) == [
        "详见县里的通知，各村照办。",
        "文本框里写着：联系电话见村务公开栏。",
        "第一句说完了。",
        "第二句另起一行。 完。",
    ]
    assert "http://127.0.0.1:9/secret" in made.listed(Act.DOUBT)


def test_notes_headers_and_comments(root: Path) -> None:
    """Footnotes stand at the end in the order of their references; headers and comments are listed."""
    notes = "".join(
        f'<w:footnote w:id="{key}">{word.paragraph(text)}</w:footnote>'
        for key, text in ((1, "数字来自年报。"), (2, "按常住人口算。"))
    )
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    made = brought(
        root,
        word.paragraph("全村有1200人", reference.format(2), "，收入在增加", reference.format(1), "。"),
        BODY,
        parts={
            "footnotes": notes,
            "header1": word.paragraph("内部资料　注意保存"),
            "footer1": word.paragraph("第1页"),
            "comments": f'<w:comment w:id="0">{word.paragraph("这个数不对吧")}</w:comment>',
        },
    )

    assert words(made.only)[0] == "全村有1200人[1]，收入在增加[2]。"
    assert words(made.only)[-2:] == ["[1]按常住人口算。", "[2]数字来自年报。"]
    assert {"内部资料　注意保存", "第1页", "这个数不对吧"} <= set(made.listed(Act.REMOVED))


def test_tables_keep_rows_and_columns(root: Path) -> None:
    """Also with pipes, stars and empty cells; a table of one cell is only a frame."""
    made = brought(
        root,
        BODY,
        word.table(("村", "户数", "备注"), ("东|村", "120", ""), ("西*村", "", "“见表”")),
        word.table(("框里的一段话，其实是正文。",)),
    )
    table = made.only.body[1]

    assert [row.cells for row in table.rows] == [("村", "户数", "备注"), ("东|村", "120", ""), ("西*村", "", "“见表”")]
    assert words(made.only)[-1] == "框里的一段话，其实是正文。"


def test_bold_within_a_sentence(root: Path) -> None:
    made = brought(root, word.paragraph("一是", word.run("抓学习", bold=True), "。每月一次，雷打不动。"))

    assert list(made.only.body[0].runs) == [("一是", False), ("抓学习", True), ("。每月一次，雷打不动。", False)]


def test_contents_of_a_document_are_listed(root: Path) -> None:
    """The page makes its own."""
    made = brought(root, word.paragraph("一、情况……1", style="toc"), word.paragraph("一、情况", style="h1"), BODY)

    assert headings(made.only) == ["一、情况"]
    assert made.listed(Act.REMOVED) == ["一、情况……1"]


def test_symbols_without_a_character_are_listed(root: Path) -> None:
    made = brought(
        root, word.paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "已经办完的事情有五件。")
    )

    assert words(made.only) == ["已经办完的事情有五件。"]
    assert made.listed(Act.REMOVED) == ["\uf0fc"]


def test_lone_blanks_between_runs_stay(root: Path) -> None:
    made = brought(root, word.paragraph(word.run("GB"), word.run(" "), word.run("T 9704 是公文格式的标准，请照着做。")))

    assert words(made.only) == ["GB T 9704 是公文格式的标准，请照着做。"]


def test_what_other_programs_wrap_text_in_is_no_obstacle(root: Path) -> None:
    """Unknown elements, alternatives of which only the old one is there, text outside a run."""
    made = brought(
        root,
        f"<w:unknown>{word.paragraph('包在不认识的标记里的一段话。')}</w:unknown>",
        word.paragraph(f"<w:unknown>{word.run('半句在里面，')}</w:unknown>", "半句在外面。"),
        word.paragraph("<w:t>不在文字段里的一句话。</w:t>"),
        f"<mc:AlternateContent><mc:Fallback>{word.paragraph('只有旧样子的一段话。')}</mc:Fallback></mc:AlternateContent>",
    )

    assert words(made.only) == [
        "包在不认识的标记里的一段话。",
        "半句在里面，半句在外面。",
        "不在文字段里的一句话。",
        "只有旧样子的一段话。",
    ]


_WRAPS = (
    "{}",
    "<w:ins>{}</w:ins>",
    "<w:del>{}</w:del>",
    "<w:unknown>{}</w:unknown>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
    "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>",
    "<w:ruby><w:rt>{0}</w:rt><w:rubyBase>{0}</w:rubyBase></w:ruby>",
)
_WORDS = st.sampled_from(
    ["一、情况", "全村有党员", "1460名。", "“引用”", "——副题", "2009年7月", "**", "|", "#", " ", "　　", "?好?"]
)
_RUN = st.builds(
    lambda text, bold, hidden, wrap: wrap.format(word.run(text, bold=bold, more="<w:vanish/>" if hidden else "")),
    _WORDS,
    st.booleans(),
    st.sampled_from([False, False, False, True]),
    st.sampled_from(_WRAPS),
)
_PARAGRAPH = st.builds(
    lambda runs, style, depth: word.paragraph(
        *runs,
        style=style,
        more=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="7"/></w:numPr>' if depth < 4 else "",
    ),
    st.lists(_RUN, max_size=5),
    st.sampled_from(["", "", "t", "s", "h1", "h2", "toc"]),
    st.integers(0, 9),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(_PARAGRAPH, min_size=1, max_size=8), framed=st.booleans())
def test_any_word_file_is_archived_whole_or_refused(body: list[str], framed: bool, root: Path) -> None:
    """The program's own check never finds a character lost."""
    inside = (
        f"<w:tbl><w:tr><w:tc>{''.join(body)}</w:tc><w:tc>{body[0]}</w:tc></w:tr></w:tbl>" if framed else "".join(body)
    )
    (root / "任意.docx").write_bytes(word.word(inside))
    try:
        archive(root / "任意.docx", shelf(root, "demo"), dry=True)
    except Refused as refused:
        if "自查" in refused.message:
            raise


# ---------------------------------------------------------------------------------------------------------- refused

BOMB = {"word/media/a.png": b"\0" * 80_000_000}
ENTITIES = '<!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
EXTERNAL = '<!DOCTYPE w SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: word.word(TITLE, BODY, extra={"word/vbaProject.bin": b"x"}), "宏"),
        (lambda: word.word(TITLE, BODY, extra=BOMB), "大得不正常"),
        (lambda: word.word(TITLE, BODY, extra={f"word/media/{n}.png": b"" for n in range(3000)}), "大得不正常"),
        (lambda: word.word(TITLE, BODY, head=ENTITIES), "DTD"),
        (lambda: word.word(TITLE, BODY, head=EXTERNAL), "DTD"),
        (lambda: word.word(word.paragraph(""), extra={"word/media/image1.png": b"x"}), "没有文字"),
        (lambda: word.word(""), "没有文字"),
        (lambda: word.word(TITLE, "<w:p><w:broken></w:p>"), "坏了"),
        (lambda: word.word(TITLE, BODY)[:-400], "坏了"),
        (lambda: word.word(TITLE, BODY)[:60], "坏了"),
        (lambda: word.zipped({"a.txt": b"x"}), "压缩包"),
        (lambda: word.zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<a/>"}), "表格"),
        (lambda: word.zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"}), "坏了"),
        (lambda: word.word("<w:p>" * 400 + "</w:p>" * 400), "坏了"),
    ],
)
def test_a_bad_word_file_is_refused(make: object, message: str, root: Path) -> None:
    """With one Chinese sentence, and nothing is written."""
    with pytest.raises(Refused, match=message) as caught:
        stored(root, "坏.docx", make())  # type: ignore[operator]

    assert caught.value.hint
    assert not (root / "content" / "demo" / "archive").exists()


def test_an_encrypted_zip_is_refused(root: Path) -> None:
    """The flag of encryption on every entry."""
    data = bytearray(word.word(TITLE, BODY))
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(magic)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(magic, at + 4)
    with pytest.raises(Refused, match="密码"):
        stored(root, "密.docx", bytes(data))


def test_a_lying_table_of_contents_does_not_swell(root: Path) -> None:
    """The size that it states is all that is unpacked."""
    data = bytearray(word.word(TITLE, BODY, extra={"word/media/a.xml": b" " * 900_000}))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/media/a.xml"))
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(Refused, match="坏了"):
        stored(root, "谎.docx", bytes(data))


def test_without_the_library_the_message_says_what_to_install(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from generator.model import Unusable

    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(Unusable, match=r"gongkai\[word\]"):
        brought(root, BODY)
