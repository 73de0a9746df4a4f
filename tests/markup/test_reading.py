"""A finished page as plain blocks: what a reader sees, and nothing that serves the screen alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.markup.blocks import Heading, Item, Paragraph, Picture, Run, Table
from generator.markup.reading import read


def page(inside: str) -> str:
    return f"<html><body><nav>菜单</nav><article>{inside}</article><footer>页脚</footer></body></html>"


def test_what_a_page_holds() -> None:
    """In its order."""
    found = read(
        page(
            "<h1>刘村 3月</h1><p>收入 <strong>12,000.00</strong> 元</p><h2>明细</h2><ul><li>一</li><li>二<ul><li>三</li></ul></li></ul>"
            "<ol><li>甲</li><li>乙</li></ol><p>一行<br>又一行</p><p><img src='a.png' alt='公开栏'></p>"
            "<table><caption>收支</caption><thead><tr><th>项目</th><th align='right'>金额</th></tr></thead>"
            "<tbody><tr><td><strong>合计</strong></td><td align='right'>1.00</td></tr></tbody></table>"
        )
    )

    assert found.title == "刘村 3月"
    assert found.blocks == (
        Paragraph((Run("收入 "), Run("12,000.00", True), Run(" 元"))),
        Heading(2, "明细"),
        Item(0, "", (Run("一"),)),
        Item(0, "", (Run("二"),)),
        Item(1, "", (Run("三"),)),
        Item(0, "1.", (Run("甲"),)),
        Item(0, "2.", (Run("乙"),)),
        Paragraph((Run("一行\n又一行"),)),
        Picture("a.png", "公开栏"),
        Table("收支", (("项目", "金额"),), (("合计", "1.00"),), (False, True)),
    )


def test_what_serves_the_screen_is_left_out() -> None:
    """Menus, switches, ways to other pages, print heads, charts; whatever stands in them."""
    inside = (
        "<nav>首页 › 刘村</nav><details class='gk-fold gk-switch'><summary>换一个村</summary><ul><li>西河村</li></ul></details>"
        "<p class='gk-print gk-print-head'>页眉</p><svg><text>图</text></svg><button>按</button>"
        "<div data-search-exclude><p>不找</p><br><img src='x'></div><p class='gk-neighbours'>上一期</p>"
    )

    assert read(page(f"{inside}<p>留下</p>")).blocks == (Paragraph((Run("留下"),)),)


def test_what_a_paragraph_is_to_its_page() -> None:
    """Marks, leads and notes; the next paragraph is none of them."""
    inside = (
        "<p class='gk-sample'>示例</p><p class='gk-lead'>——做法</p><p class='gk-note'>经验材料</p><p>正文</p>"
        "<p class='gk-note'></p><p>又</p><ul><li><p class='gk-note'>点</p></li></ul><p class='gk-lead'>甲</p>乙"
    )

    assert read(page(inside)).blocks == (
        Paragraph((Run("示例"),), "mark"),
        Paragraph((Run("——做法"),), "lead"),
        Paragraph((Run("经验材料"),), "note"),
        Paragraph((Run("正文"),)),
        Paragraph((Run("又"),)),
        Item(0, "", (Run("点"),)),
        Paragraph((Run("甲"),), "lead"),
        Paragraph((Run("乙"),)),
    )


@given(st.text(alphabet="<>/pdivtablertdulih1 =\"'&;中文gk-print", max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever the tags are: a document comes out."""
    assert read(page(text)).blocks is not None
    assert read(text).blocks == () or "article" in text
