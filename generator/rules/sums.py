"""A sheet of receipts and payments whose figures do not add up (F5). The hint tells apart a forgotten row, a wrong side, swapped digits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.model import Explanation, Finding, Records
from generator.records.finance import Finance, covering
from generator.rules._common import Report, yuan
from generator.rules._common.books import Run, apart, runs

NAME = "sums"
EXPLANATION = Explanation(
    title="收支不平",
    what=(
        "一张收支公开榜自己平不平:期初结存 + 收入 − 支出 = 期末结存;合计等于各行相加;"
        "现金 + 银行存款 = 期末结存;逐笔的收支等于表上的收支,每笔余额接着上一笔;累计不少于本期;季度、"
        "半年、年度的表等于里面各期相加。对不上都是错误。"
    ),
    why=(
        "《村民委员会组织法》第三十五条:公布的内容要真实;"
        "《农村集体经济组织财务公开规定》(农经发〔2011〕13号):逐项逐笔公布。检查实践:账实不符,"
        "群众在公开栏前用计算器一按就看得出来。"
    ),
    wrong=(
        '期初结存: 86,420.00\n收入:\n  - {摘要: 果园承包费, 金额: "12,000.00"}\n支出:\n'
        '  - {摘要: 3月保洁员工资, 金额: "2,400.00"}\n期末结存: 96,000.00      # 少 20.00'
    ),
    right=(
        '期初结存: 86,420.00\n收入:\n  - {摘要: 果园承包费, 金额: "12,000.00"}\n支出:\n'
        '  - {摘要: 3月保洁员工资, 金额: "2,400.00"}\n期末结存: 96,020.00'
    ),
    mend=(
        "对照账本和凭证。差额正好是一行的金额,多半漏记、多记了这一行;是一行的两倍,多半收支记反;是9的倍数,"
        "多半两个数字写颠倒。已经公开的,用 gongkai correct 写更正。"
    ),
    inspection="F5",
)

_ZERO = Decimal(0)


def check(records: Records) -> Iterator[Finding]:
    """Every cash sheet, each identity by itself; then long sheets against short ones."""
    for sheet in records.of(Finance):
        if sheet.is_cash:
            say = Report(NAME, records, sheet)
            yield from _balance(say, sheet)
            yield from _totals(say, sheet)
            yield from _money(say, sheet)
            yield from _entries(say, sheet)
            yield from _running(say, sheet)
            yield from _year(say, sheet)
    for run in runs(records):
        if run[0].is_cash:
            yield from _wholes(records, run)


def _balance(say: Report, sheet: Finance) -> Iterator[Finding]:
    opening, closing = sheet.opening or _ZERO, sheet.closing or _ZERO
    expected = opening + sheet.income - sheet.expense
    if expected != closing:
        message = (
            f"期初结存 {yuan(opening)} + 收入 {yuan(sheet.income)} − 支出 {yuan(sheet.expense)}"
            f" = {yuan(expected)},表上写的期末结存是 {yuan(closing)},{apart(expected, closing)}"
        )
        yield say.error(message, _clue(sheet, abs(expected - closing)), "期末结存")


def _totals(say: Report, sheet: Finance) -> Iterator[Finding]:
    sides = (("收入", sheet.income, sheet.income_total), ("支出", sheet.expense, sheet.expense_total))
    for word, total, printed in sides:
        if printed is not None and printed != total:
            message = f"{word}各行相加是 {yuan(total)},{word}合计写的是 {yuan(printed)},{apart(total, printed)}"
            yield say.error(message, "核对各行金额和合计,改正写错的一个", f"{word}合计")


def _money(say: Report, sheet: Finance) -> Iterator[Finding]:
    if sheet.cash is None or sheet.bank is None or sheet.closing is None:
        return
    held = sheet.cash + sheet.bank
    if held != sheet.closing:
        message = (
            f"现金 {yuan(sheet.cash)} + 银行存款 {yuan(sheet.bank)} = {yuan(held)},"
            f"期末结存是 {yuan(sheet.closing)},{apart(held, sheet.closing)}"
        )
        yield say.error(message, "盘点现金,对照银行对账单,改正写错的一个", "现金")


def _entries(say: Report, sheet: Finance) -> Iterator[Finding]:
    if not sheet.entries:
        return
    income = sum((entry.income or _ZERO for entry in sheet.entries), _ZERO)
    expense = sum((entry.expense or _ZERO for entry in sheet.entries), _ZERO)
    for word, listed, stated in (("收入", income, sheet.income), ("支出", expense, sheet.expense)):
        if listed != stated:
            message = f"逐笔的{word}相加是 {yuan(listed)},表上的{word}是 {yuan(stated)},{apart(listed, stated)}"
            yield say.error(message, f"逐笔与“{word}”各行逐一核对,看哪一笔漏记、多记或写错", "逐笔")


def _running(say: Report, sheet: Finance) -> Iterator[Finding]:
    before = sheet.opening or _ZERO
    for index, entry in enumerate(sheet.entries):
        due = before + (entry.income or _ZERO) - (entry.expense or _ZERO)
        if entry.balance is not None and entry.balance != due:
            message = (
                f"上一笔余额 {yuan(before)} + 收入 {yuan(entry.income or _ZERO)} − 支出 {yuan(entry.expense or _ZERO)}"
                f" = {yuan(due)},这一笔余额写的是 {yuan(entry.balance)},{apart(due, entry.balance)}"
            )
            yield say.error(message, "核对这一笔的金额和余额", "逐笔", index, "余额")
        before = due if entry.balance is None else entry.balance  # so that one slip is one finding


def _year(say: Report, sheet: Finance) -> Iterator[Finding]:
    """The running total of the year beside each amount."""
    first = sheet.period.start.month == 1
    for side, lines in (("收入", sheet.incomes), ("支出", sheet.expenses)):
        for index, line in enumerate(lines):
            told, amount = line.to_date, line.amount
            if told is None or told == amount or (not first and (told > amount or amount < 0)):
                continue
            why = f"是一年的第一期,应当等于本期的 {yuan(amount)}" if first else f"少于本期的 {yuan(amount)}"
            message = f"“{line.summary}”的累计 {yuan(told)} {why},{apart(told, amount)}"
            yield say.error(message, "累计是从1月起到本期为止的合计,对照账本改正", side, index, "累计")


def _wholes(records: Records, run: Run) -> Iterator[Finding]:
    """A long sheet against the short ones inside it, when there are all of them; codes of charts are not compared."""
    for sheet in run:
        parts, missing = covering((one for one in run if one.period.length < sheet.period.length), sheet.period)
        if parts and not missing:
            yield from _whole(Report(NAME, records, sheet), sheet, parts)


def _whole(say: Report, sheet: Finance, parts: list[Finance]) -> Iterator[Finding]:
    names = f"{parts[0].period}至{parts[-1].period}的{len(parts)}张表"
    income = sum((part.income for part in parts), _ZERO)
    expense = sum((part.expense for part in parts), _ZERO)
    for side, whole, total in (("收入", sheet.income, income), ("支出", sheet.expense, expense)):
        if whole != total:
            message = f"{sheet.period}的{side}是 {yuan(whole)},{names}相加是 {yuan(total)},{apart(whole, total)}"
            yield say.error(message, "逐月核对,看哪一期漏记、多记或改过而没有一起改", side)
    opening, first = sheet.opening or _ZERO, parts[0].opening or _ZERO
    if opening != first:
        where = say.records.where(parts[0], "期初结存")
        message = f"{sheet.period}期初结存 {yuan(opening)},{parts[0].period}期初结存 {yuan(first)}({where})"
        yield say.error(f"{message},{apart(opening, first)}", "同一天的结存只有一个数,改正写错的一张表", "期初结存")


def _clue(sheet: Finance, difference: Decimal) -> str:
    """What an accountant would look at first."""
    for line in (*sheet.incomes, *sheet.expenses):
        if line.amount == difference:
            return f"差额正好是“{line.summary}”的金额,看这一行是不是漏记、多记"
        if abs(line.amount) * 2 == difference:
            return f"差额正好是“{line.summary}”金额的两倍,看这一行是不是收支记反了"
    if difference * 100 % 9 == 0:
        return "差额是9的倍数,看是不是有数字前后写颠倒了;再对照账本核对各行"
    return "对照账本核对期初结存、各行金额和期末结存"
