"""Words: folding, half-width, slugs, clipping and `did you mean`."""

import pytest

from generator.model.text import clip, fold, halfwidth, is_slug, nearest


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１３８", "138"),
        ("ＡＢ", "AB"),
        ("刘 村", "刘村"),
        ("刘\u200b村", "刘村"),
        ("刘\u3000村\n", "刘村"),
        ("\ufeff刘\u00ad村", "刘村"),
        ("①", "1"),
    ],
)
def test_fold_reads_as_the_eye_does(text: str, folded: str) -> None:
    """Compatibility forms become plain; what cannot be seen is gone."""
    assert folded == fold(text)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("１２，０００．５０", "12,000.50"),
        ("－５", "-5"),
        ("２０２６－Ｑ１", "2026-Q1"),
        ("＊＊", "**"),
        ("！～", "!~"),
        ("a\u3000b", "a b"),
        ("10⁴", "10⁴"),
        ("①½㎡", "①½㎡"),
        ("१२𝟙", "१२𝟙"),
        ("年、。", "年、。"),
    ],
)
def test_halfwidth_touches_nothing_else(text: str, half: str) -> None:
    """Only the full-width twins of ASCII change; a superscript stays what it is."""
    assert half == halfwidth(text)


@pytest.mark.parametrize("text", ["a", "0", "liucun-2026-03", "a" * 40, "console", "com", "com10", "aux1", "a-"])
def test_is_a_slug(text: str) -> None:
    """Small letters, digits and hyphens, at most forty."""
    assert is_slug(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-a",
        "A",
        "刘村",
        "a_b",
        "a.b",
        "a/b",
        "..",
        "a" * 41,
        "a\n",
        "ａ",
        "con",
        "aux",
        "nul",
        "prn",
        "com1",
        "lpt9",
    ],
)
def test_is_no_slug(text: str) -> None:
    """Nothing that another system would read as a folder, another file or a device."""
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("text", "clipped"),
    [("刘村", "刘村"), ("刘\n  村\t二组", "刘 村 二组"), ("村" * 30, "村" * 30), ("村" * 31, "村" * 30 + "…")],
)
def test_clip(text: str, clipped: str) -> None:
    """One line, thirty characters, and a sign that there was more."""
    assert clipped == clip(text)


@pytest.mark.parametrize(
    ("word", "clause"),
    [
        ("总人口", "是不是“人口”?"),
        ("名字", "是不是“名称”?"),
        ("面积", ""),
        ("", ""),
        ("公开电话号码", "是不是“公开电话”、“监督电话”?"),
    ],
)
def test_nearest(word: str, clause: str) -> None:
    """The words most like it as a ready clause, or nothing when none is like it."""
    assert clause == nearest(word, ["人口", "名称", "公开电话", "监督电话"])


def test_nearest_names_three_at_most() -> None:
    """The likest first."""
    expected = "是不是“甲乙丙”、“甲乙戊”、“甲乙己”?"

    assert expected == nearest("甲乙丙", ["甲乙丁", "甲乙己", "甲乙戊", "甲乙丙"])
