"""The reference pages: mechanisms in words, and each township's own catalogue."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.dictionary import families
from generator.model import Audience, Edition, Record
from generator.pages import catalogue, reference
from generator.pages._common import paths, wording
from generator.records._threshold import Threshold
from generator.records.chart import Chart
from generator.records.form import FormStep, ProcedureForm
from generator.records.genre import Genre
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law
from generator.records.ledger import Ledger
from generator.records.metric import Metric
from generator.records.phrases import Phrases
from generator.records.place import Place
from generator.records.scale import GradeScale
from generator.records.schedule import Schedule
from generator.records.vocabulary import Vocabulary
from generator.write import write
from generator.write.escape import line

TODAY = date(2026, 10, 20)
TOP = Place.model_validate({"@乡镇": "demo", "编号": "demo", "名称": "示范镇", "级别": "乡镇", "区划代码": "330106102"})
OTHER = Place.model_validate({"@乡镇": "far", "编号": "far", "名称": "远山镇", "级别": "乡镇", "区划代码": "420106102"})
RULE = {
    "编号": "county",
    "名称": "示例县规定",
    "区划代码": "330106",
    "核实": "否",
    "期限": [{"频次": "每月", "天数": "10"}],
    "公示天数": "20",
    "答复天数": "5",
}


def item(name: str, **more: Any) -> DisclosureItem:
    written = {
        "编号": name,
        "事项": "收支公开榜",
        "类别": "财务公开",
        "依据": [],
        "要素": ["期间", {"收入": ["摘要", "金额"]}],
        "频次": "每月",
        "期限": {"触发": "期末", "天数": "15"},
        "公示天数": "15",
        "主体": "村集体",
        "层级": "村",
        "对象": {"社会": "公开"},
    }
    return DisclosureItem.model_validate(written | more)


def written(folder: Path, *records: Record, audience: Audience = Audience.PUBLIC) -> dict[str, str]:
    """Path → what a reader sees of the page, entities turned back."""
    edition = Edition(items=records, audience=audience, today=TODAY)
    docs = write(
        edition, [*catalogue.portal(edition), *catalogue.pages(edition), *reference.pages(edition)], folder / "out"
    ).docs
    found = {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}
    marks = {str(line(mark)): mark for mark in "!%&'()*+,-./:;<=>?[]_{}"}
    for name, text in found.items():
        for entity, mark in marks.items():
            text = text.replace(entity, mark)  # noqa: PLW2901
        found[name] = text
    return found


def threshold(ratio: str, **more: str) -> Threshold:
    return Threshold.model_validate({"比例": ratio} | more)


def test_without_a_catalogue_there_is_the_dictionary(tmp_path: Path) -> None:
    """Nothing is said of mechanisms that there are not."""
    pages = written(tmp_path)

    assert set(pages) == {"catalogue/index.md", "catalogue/laws.md", "catalogue/dictionary.md"}


def test_the_dictionary_shows_every_field(tmp_path: Path) -> None:
    """Family by family with files; rows below their field, with the arrow of the path."""
    text = written(tmp_path)["catalogue/dictionary.md"]

    for family in families():
        assert f"## {family.label}\n" in text
        for entry in family.walk():
            if not entry.path.startswith("不公开."):
                assert f"| {entry.path.replace('.', ' → ')} | {entry.kind.value}" in text
    assert "data/townships/*/finance.yml" in text
    assert "只能写：县区、乡镇、村" in text


def test_a_procedure_in_words(tmp_path: Path) -> None:
    """Bodies, who must come, who must agree, days; other meetings; the steps of an earlier law."""
    step = {
        "步骤": "决议",
        "主体": "村民代表会议",
        "决定": "是",
        "表决": "是",
        "到会": {"比例": "2/3"},
        "通过": {"比例": "1/2", "基数": "实到", "须超过": "是"},
        "按会议": [{"会议": "村民会议", "到会": [{"比例": "1/2", "须超过": "是"}, {"比例": "2/3", "计数": "户"}]}],
        "提前天数": "3",
        "公示天数": "15",
        "间隔天数": "1",
        "最迟天数": "5",
        "历": "工作日",
        "材料": "决议",
    }
    form = ProcedureForm.model_validate(
        {
            "编号": "matter",
            "名称": "议事程序",
            "步骤": [{"步骤": "提议", "主体": "村党组织"}, step],
            "循环": "是",
            "旧规": [{"至": "2024-12-31", "步骤": [{"步骤": "老提议", "主体": "村民委员会"}]}],
        }
    )
    text = written(tmp_path, form)["catalogue/procedures.md"]

    assert "到会达到应到人数的三分之二，同意超过实到人数的半数" in text
    assert "开村民会议的：到会超过应到人数的半数，或达到应到户数的三分之二" in text
    assert "提前3个工作日通知，与上一步至少隔1个工作日，上一步后5个工作日内，公示不少于15个工作日" in text
    assert "决议<br>决定、要表决" in text
    assert "走完一轮可以从头再走一轮" in text
    assert text.index("老提议") > text.index("以前的步骤（至2024年12月31日止）")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ({"最迟天数": "0"}, ["与上一步同一天"]),
        ({"最迟天数": "5", "起算步骤": "提议"}, ["“提议”后5日内"]),
        ({"间隔天数": "30", "起算步骤": "提议"}, ["与“提议”至少隔30日"]),
        ({}, []),
    ],
)
def test_days_of_a_step(step: dict[str, str], said: list[str]) -> None:
    """Counted from where the step says."""
    assert wording.timing(FormStep.model_validate({"步骤": "审议", "主体": "党员大会"} | step)) == said


def test_shares_in_words() -> None:
    """Of people or households, reached or exceeded, of all."""
    assert wording.share(threshold("1")) == "达到应到人数的全部"
    assert wording.share(threshold("1/2", 基数="全体", 计数="户", 须超过="是")) == "超过全体户数的半数"
    assert wording.quorum([threshold("2/3"), threshold("4/5", 计数="户")]) == (
        "达到应到人数的三分之二，或达到应到户数的五分之四"
    )


def test_a_schedule_in_words(tmp_path: Path) -> None:
    """The rhythm, who keeps it, and which townships do."""
    schedule = Schedule.model_validate(
        {
            "编号": "day",
            "名称": "说事",
            "层级": ["村"],
            "施行": "2026-01-01",
            "要求": [{"类型": "说事", "周期": "每月", "固定日": ["10", "20"]}],
        }
    )
    kept = TOP.model_copy(update={"schedules": ("day",)})
    text = written(tmp_path, schedule, kept, OTHER)["catalogue/schedules.md"]

    assert "| 说事 | 每月10日、20日 |" in text
    assert "由谁开展：村。2026年1月1日起执行。" in text
    assert "执行这个制度的乡镇：示范镇。" in text


def test_grades_ledgers_charts_and_words(tmp_path: Path) -> None:
    """Limits, deadlines, classes of accounts, words."""
    scale = {
        "编号": "s",
        "名称": "考核",
        "考核谁": "党员",
        "满分": "100",
        "排名": "并列占位",
        "考核项目": [{"项目": "学习", "分值": "20"}],
    }
    grades = [{"等次": "优秀", "下限": "90", "占比上限": "15"}, {"等次": "差", "合格": "否", "结果运用": "谈话"}]
    chart = {"编号": "2023", "名称": "科目表", "施行": "2024-01-01", "核实": "否"}
    accounts = [{"代码": "101", "名称": "现金", "类别": "资产"}, {"代码": "501", "名称": "经营收入", "类别": "收入"}]
    pages = written(
        tmp_path,
        GradeScale.model_validate(scale | {"等次": grades}),
        Ledger.model_validate({"编号": "a", "名称": "隐患", "办结天数": "30", "历": "工作日", "销号用语": "消除"}),
        Ledger.model_validate({"编号": "b", "名称": "任务", "必填": ["措施"]}),
        Chart.model_validate(chart | {"会计科目": accounts}),
        Vocabulary.model_validate(
            {"编号": "w", "名称": "来源", "数据": "project", "字段": "资金来源.来源", "词": ["上级"]}
        ),
        Phrases.model_validate({"编号": "p", "名称": "议事", "词": ["四议两公开", "{数}个方面"]}),
        Phrases.model_validate({"编号": "h", "名称": "上级材料", "用途": "宣传品", "词": ["一封信", "宣传画"]}),
    )

    assert "| 优秀 | 90 分 | 不超过参评数的 15% | 合格 |" in pages["catalogue/grades.md"]
    assert "| 差 |  |  | 不合格 | 谈话 |" in pages["catalogue/grades.md"]
    assert "排名；两个第1名后是第3名" in pages["catalogue/grades.md"]
    assert "登记后30个工作日内消除，另写了期限的按所写" in pages["catalogue/ledgers.md"]
    assert "## 任务" in pages["catalogue/ledgers.md"]
    assert "| 期限 | 按每条写的期限 |" in pages["catalogue/ledgers.md"]
    assert "| 收入 | 501 经营收入 |" in pages["catalogue/charts.md"]
    assert "2024年1月1日起。（待核实）" in pages["catalogue/charts.md"]
    assert "## 项目\n" in pages["catalogue/words.md"]
    assert "| 资金来源 → 来源 | 上级 |" in pages["catalogue/words.md"]
    before, _, handouts = pages["catalogue/words.md"].partition("## 宣传品的说法")
    assert "| 议事 | 四议两公开、{数}个方面 |" in before
    assert "一封信" not in before
    assert "| 上级材料 | 一封信、宣传画 |" in handouts


@pytest.mark.parametrize(
    ("metric", "said"),
    [
        ({"算法": "合计", "指标": "收入"}, "各村“收入”相加"),
        ({"算法": "平均", "指标": "收入"}, "各村“收入”相加 ÷ 村数"),
        ({"算法": "占比", "分子": "党员_女", "分母": "党员"}, "“党员_女”÷“党员”× 100%"),
        ({"算法": "差额", "分子": "后", "分母": "前"}, "“后”−“前”"),
        (
            {"算法": "增幅", "指标": "收入", "对比期": "去年同期"},
            "（“收入”本期 − 去年同期）÷ 去年同期 × 100%；去年同期是0的不算",
        ),
        ({"算法": "加权平均", "指标": "率", "权重": "面积"}, "各村“率”×“面积”相加 ÷ 各村“面积”相加"),
        ({"算法": "计数", "数据": "project"}, "数“项目”的记录，一条写了几个的按几个数"),
        ({"算法": "求和", "数据": "asset", "字段": "占地"}, "“资产资源”各条的“占地”相加"),
        ({"算法": "求和", "数据": "<b>", "字段": "占地"}, "“<b>”各条的“占地”相加"),
        (
            {"算法": "分档", "指标": "收入", "档": [{"档": "20万以上", "下限": "200000"}]},
            "各村按“收入”分档，数各档有几个村、占几成。20万以上：达到200,000",
        ),
    ],
)
def test_a_metric_in_words(metric: dict[str, Any], said: str) -> None:
    """The formula of each method."""
    assert wording.formula(Metric.model_validate({"编号": "m", "名称": "数", "主题": "项目投入"} | metric)) == said


def test_what_a_metric_is_narrowed_to() -> None:
    """Conditions, groups, periods, levels, decimals."""
    metric = {
        "编号": "m",
        "名称": "数",
        "主题": "项目投入",
        "算法": "计数",
        "数据": "project",
        "条件": {"状态": ["在建", "完工"]},
    }
    more = {"分组": "类别", "周期": "每年", "归期字段": "验收.日期", "层级": ["乡镇", "村"], "小数": "1"}

    assert wording.narrowing(Metric.model_validate(metric | more)) == [
        *("只算状态为在建、完工的", "按类别分开", "每年一个数，按验收.日期归期", "算到乡镇、村", "保留1位小数"),
    ]


def test_a_township_with_local_rules_has_its_own_catalogue(tmp_path: Path) -> None:
    """Local names, groups, shorter days, longer boards, columns; a township elsewhere has none."""
    local = RULE | {
        "改名": [{"事项": "cash", "名称": "村级收支榜"}],
        "改归": [{"事项": "cash", "归入": ["政务公开", "惠农", "补贴"]}],
        "附加列": [{"事项": "cash", "列": "x_凭证箱", "要点": "放在哪里"}],
    }
    added = item("own", 事项="本县另加", 适用地区=["330106"], 频次="长期", 期限=None)
    records = (TOP, OTHER, item("cash", 数据="finance"), added, Jurisdiction.model_validate(local))
    pages = written(tmp_path, *records)
    own, national = pages["demo/catalogue.md"], pages["catalogue/index.md"]

    assert "far/catalogue.md" not in pages
    assert "| 收支公开榜 | 期间、收入（摘要、金额） |" in national
    assert "本县另加" not in national
    assert "(../demo/catalogue.md)" in national
    assert "## 政务公开\n\n### 惠农\n\n#### 补贴\n\n| 事项 |" in own
    assert "村级收支榜<br>全国目录：收支公开榜" in own
    assert "每月结束后10日内（地方规定） | 20 |" in own
    assert "本县另加<br>地方增加" in own
    assert "期间、收入（摘要、金额）、凭证箱" in own
    assert "| 村级收支榜 | 凭证箱 | 放在哪里 | 跟着事项公开 |" in own
    assert "示例县规定（待核实）" in own
    assert "异议5日内答复" in own
    assert "(../demo/catalogue.md)" in pages["catalogue/jurisdictions.md"]


def test_items_stand_in_their_groups(tmp_path: Path) -> None:
    """Those without a group first, each group once, in the order in which they come."""
    records = [item("a", 事项="甲", 分组=["后"]), item("b", 事项="乙"), item("c", 事项="丙", 分组=["后"])]
    text = written(tmp_path, *records)["catalogue/index.md"]

    assert text.count("### 后") == 1
    assert text.index("| 乙 |") < text.index("### 后") < text.index("| 甲 |") < text.index("| 丙 |")


def test_a_law_that_is_not_published_yet(tmp_path: Path) -> None:
    """It has no day; nobody may think it in force."""
    laws = [
        Law.model_validate({"编号": name, "名称": name, "发布机关": "某部", "核实": "否"} | more)
        for name, more in [
            ("draft", {}),
            ("coming", {"施行": "2027-01-01"}),
            ("old", {"施行": "2001-01-01", "废止": "2020-01-01"}),
        ]
    ]
    text = written(tmp_path, *laws)["catalogue/laws.md"]

    assert "## draft（还没有公布）" in text
    assert "## coming（尚未施行）" in text
    assert "## old（已经失效）" in text
    assert "2001年1月1日起，至2020年1月1日止（待核实）" in text


def test_an_unchecked_article_is_for_reviewers_alone(tmp_path: Path) -> None:
    """On the reference pages too."""
    law = {"编号": "law", "名称": "某法", "发布机关": "某部", "施行": "2020-01-01", "核实": "是"}
    articles = {"条文": [{"条": "71", "要点": "要点", "核实": "否"}]}
    basis = {"依据": [{"法": "law", "条": "71"}]}
    records = (
        TOP,
        Law.model_validate(law | articles),
        item("cash", **basis),
        Jurisdiction.model_validate(RULE | basis),
        Ledger.model_validate({"编号": "a", "名称": "隐患"} | basis),
        ProcedureForm.model_validate({"编号": "f", "名称": "程序", "步骤": [{"步骤": "提", "主体": "村"}]} | basis),
    )
    public = written(tmp_path / "public", *records)
    review = written(tmp_path / "review", *records, audience=Audience.REVIEW)

    assert not [name for name, text in public.items() if "71" in text and name != "catalogue/dictionary.md"]
    wanted = {"index", "laws", "jurisdictions", "ledgers", "procedures"}
    assert {f"catalogue/{name}.md" for name in wanted} <= {name for name, text in review.items() if "71" in text}


def test_a_genre_says_what_it_asks_for(tmp_path: Path) -> None:
    """Numerals as they are printed, limits in words, the hints for whoever writes."""
    genre = {
        "编号": "report",
        "名称": "工作<b>报告",
        "序号": ["一、", "(1)"],
        "篇幅": {"最少": "800"},
        "人称": "单位自称",
        "语气": "平实|**",
        "部分": [{"名称": "存在问题", "词": ["问题", "不足"]}, {"名称": "原因", "词": "原因", "必须": "否"}],
        "忌用": [{"词": "我", "除外": ["我们"], "提示": "写单位"}, {"词": "大概", "提示": "核实"}],
        "可用表格": "否",
        "称谓": "是",
        "说明": "惯例",
    }
    plain = {"编号": "essay", "名称": "随笔", "篇幅": {"最多": "900"}}
    text = written(tmp_path, Genre.model_validate(genre), Genre.model_validate(plain))["catalogue/genres.md"]

    for said in (
        *("| 小标题的序号 | 一、 （1），由程序自动写 |", "| 小标题的序号 | 不编号 |", "| 篇幅 | 不少于800字 |"),
        *("| 篇幅 | 不超过900字 |", "| 表格 | 不用 |", "| 称谓 | 开头写听众 |", "| 存在问题 | 问题、不足 | 会提醒 |"),
        *(
            "| 原因 | 原因 | 不提醒 |",
            "| 我 | 我们 | 写单位 |",
            "| 大概 | — | 核实 |",
            "| 语气 | 平实&#124;** |",
        ),
    ):
        assert said in text


def test_addresses_are_fixed() -> None:
    """Once published, an address never changes."""
    names = "dictionary procedures schedules grades ledgers metrics charts words genres masks jurisdictions"

    assert tuple(f"catalogue/{name}.md" for name in names.split()) == paths.REFERENCE
