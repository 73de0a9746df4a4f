"""Step 3, its end: what a person answers for is marked as accepted; what does not hold as an acceptance is a finding.

An acceptance answers for exactly one finding of its own township, or for the same words said of several lines of one
record. Whatever is doubtful about it (no post, not yet or no longer in force, too wide) leaves the finding as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model import Explanation, Finding, Level, Records, fold, nearest
from generator.records.acceptance import Acceptance

NAME = "acceptances"
EXPLANATION = Explanation(
    title="接受得不对",
    what="接受(acceptance.yml)里写的规则、记录、内容要正好指着一处检查结果。规则名不对、指着谁也不能担保的错误、没有写职务、"
    "没有写是哪条记录、一条指着好几处的是错误;没有用上、过期、日期还没到、前面已有一条接受过的是警告。",
    why="检查实践:接受是有人出面负责,不是把问题藏起来。查的时候要看得到接受的是哪一处、谁同意的、为什么;用不上的接受留着,"
    "以后同样的问题再出现就没有人看见了。",
    wrong="- 编号: party-lecture\n  规则: rhythm\n  理由: 情况特殊\n  日期: 2026-07-10",
    right="- 编号: party-lecture\n  规则: rhythm\n  记录: organisation/wangjiaping-branch\n  内容: 党课:2026年第2季度\n"
    "  理由: 支部书记住院,党课并入7月补讲\n  职务: 镇党委组织委员\n  日期: 2026-07-10\n  至: 2026-12-31",
    mend="1. 能改的先改数据,不用接受。2. 规则写检查结果方括号里的名字,记录写“类别/编号”。3. 同一条记录查出几处的,"
    "内容抄检查结果里的几个字,抄不会天天变的,不抄“已经逾期几天”。4. 写上谁同意的(职务)和理由。5. 没有用上的删去。",
    about="接受",
    acceptable=False,
)


def accept(
    records: Records, findings: Sequence[Finding], explanations: Mapping[str, Explanation]
) -> tuple[Finding, ...]:
    """The findings, those accepted with the key of their acceptance, and behind them what is wrong with acceptances."""
    book = _Book(records, list(findings), explanations)
    wrong = [finding for acceptance in records.of(Acceptance) for finding in book.enter(acceptance)]
    return (*book.findings, *wrong)


@dataclass(frozen=True)
class _Book:
    records: Records
    findings: list[Finding]
    explanations: Mapping[str, Explanation]
    places: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    """(rule, key of the record or file) → positions of the findings about it."""

    def __post_init__(self) -> None:
        for position, finding in enumerate(self.findings):
            for about in {finding.record, finding.where.file} - {""}:
                self.places[finding.rule, about].append(position)

    def enter(self, acceptance: Acceptance) -> Iterator[Finding]:
        """What is wrong with the acceptance; when nothing is, its findings are marked."""
        wrong = self._unfit(acceptance) or self._not_in_force(acceptance)
        if wrong is not None:
            yield wrong
            return
        matching = self._matching(acceptance)
        free = [position for position in matching if not self.findings[position].accepted]
        wrong = (
            self._unanswerable(acceptance, matching)
            or self._unused(acceptance, matching, free)
            or self._too_wide(acceptance, free)
        )
        if wrong is not None:
            yield wrong
            return
        for position in free:
            self.findings[position] = replace(self.findings[position], accepted=acceptance.key)

    def _unfit(self, acceptance: Acceptance) -> Finding | None:
        """What no day and no data could mend: only whoever writes the acceptance."""
        rule, error = acceptance.rule, self._saying(acceptance, Level.ERROR)
        if rule not in self.explanations:
            known = nearest(rule, self.explanations) or "规则名写在检查结果的方括号里;gongkai explain 列出全部"
            return error(f"没有“{rule}”这条规则", known, "规则")
        if acceptance.post is None:
            return error("没有写谁同意的,不算接受", "补上“职务: …”,写职务不写姓名", "编号")
        if acceptance.record is None and acceptance.file is None:
            hint = "补上“记录: 类别/编号”;检查结果不说哪条记录的,写“文件: …”"
            return error("没有写接受的是哪一处", hint, "编号")
        if acceptance.until is not None and acceptance.until < acceptance.day:
            return error(f"“至”({acceptance.until})在同意的日期({acceptance.day})以前", "核对两个日期", "至")
        return None

    def _not_in_force(self, acceptance: Acceptance) -> Finding | None:
        today, warning = self.records.today, self._saying(acceptance, Level.WARNING)
        if acceptance.day > today:
            return warning(f"同意的日期 {acceptance.day} 还没到,现在不算接受", "日期写错就改正", "日期")
        if acceptance.until is not None and acceptance.until < today:
            hint = "问题改好了就删去这条接受;还要接受的,请原来的人重新同意,改日期"
            return warning(f"接受到 {acceptance.until} 为止,已经过期", hint, "至")
        return None

    def _matching(self, acceptance: Acceptance) -> list[int]:
        """Positions of the findings it speaks of: of its rule, in its township, with its words."""
        slug, words = acceptance.township, fold(acceptance.content or "")
        abouts = [f"{slug}/{acceptance.record}"] if acceptance.record else list(_files(slug, acceptance.file or ""))
        found = [position for about in abouts for position in self.places.get((acceptance.rule, about), ())]
        return [position for position in found if words in fold(self.findings[position].message)]

    def _unanswerable(self, acceptance: Acceptance, matching: list[int]) -> Finding | None:
        """What nobody may answer for: the errors of some rules. What is only likely to be wrong may turn out harmless."""
        rule = acceptance.rule
        errors = any(self.findings[position].level is Level.ERROR for position in matching)
        if self.explanations[rule].acceptable or not (errors or rule == NAME):
            return None
        message = f"“{self.explanations[rule].title}”({rule})的错误不能接受"
        return self._saying(acceptance, Level.ERROR)(message, "谁也不能担保,只能改好;改好后删去这条接受", "规则")

    def _unused(self, acceptance: Acceptance, matching: list[int], free: list[int]) -> Finding | None:
        if free:
            return None
        warning = self._saying(acceptance, Level.WARNING)
        if matching:
            first = self.findings[matching[0]].accepted.rpartition("/")[2]
            return warning(f"接受“{first}”已经说过这一处了", "两条留一条", "编号")
        key = f"{acceptance.township}/{acceptance.record}"
        if acceptance.record is not None and self.records.find(key) is None:
            return None  # the rule on references says it
        hint = "问题已经改好,就删去这条接受;还在的,核对“记录”和“内容”是不是照检查结果写的"
        return warning("这条接受没有用上:没有查出它说的问题", hint, "编号")

    def _too_wide(self, acceptance: Acceptance, free: list[int]) -> Finding | None:
        if len({self.findings[position].message for position in free}) <= 1 and (acceptance.content or len(free) <= 1):
            return None
        message = f"这条接受指着{len(free)}处,一条只能接受一处,一处也没有接受"
        hint = "在“内容”里抄上那一处的几个字,别处没有的;几处都要接受,就写几条"
        return self._saying(acceptance, Level.ERROR)(message, hint, "内容" if acceptance.content else "编号")

    def _saying(self, acceptance: Acceptance, level: Level) -> Callable[[str, str, str], Finding]:
        """Makes a finding at a value of the acceptance."""

        def say(message: str, hint: str, label: str) -> Finding:
            return Finding(NAME, level, self.records.where(acceptance, label), message, hint, acceptance.key)

        return say


def _files(slug: str, file: str) -> Iterator[str]:
    """The file as findings name it, when it is the township's: written whole, or from the township's folder on."""
    for folder in (f"data/townships/{slug}/", f"content/{slug}/"):
        yield folder + file.removeprefix(folder)
