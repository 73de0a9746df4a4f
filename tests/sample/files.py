"""Lays the records out in files below `data/townships/`, and the pictures below `content/`."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.sample import incidents, real_life
from tests.sample.archive import archive_acts
from tests.sample.days import QUARTERS
from tests.sample.facts import Township
from tests.sample.finance import sheets
from tests.sample.grievances import grievances
from tests.sample.indicators import indicators
from tests.sample.meetings import meetings
from tests.sample.orders import orders
from tests.sample.organisations import organisations
from tests.sample.pictures import board_photo
from tests.sample.places import places
from tests.sample.plain import Folder, Sheet
from tests.sample.procedures import procedures
from tests.sample.rhythms import rhythms
from tests.sample.statements import committee_sheets, statements, year
from tests.sample.township_acts import township_acts
from tests.sample.village_acts import village_acts
from tests.sample.writing import Noted, write


def write_township(out: Path, township: Township) -> None:
    folder = out / "data" / "townships" / township.slug
    shutil.rmtree(folder, ignore_errors=True)
    made_up = f"{township.name}是虚构的乡镇，地名、人名和数字都是编的，只作示例。"
    write(folder / "place.yml", (made_up, "区划代码按原样写，前面的 0 也要写。"), places(township))
    write(
        folder / "organisation.yml", (made_up, "任职人的姓名是公开的；备注和内部评价不对外。"), organisations(township)
    )
    write(
        folder / "indicator.yml",
        (made_up, "数值只写数字，单位另写。原件遮盖的写 '**'；没有的空着，写明缺失原因。"),
        indicators(township),
    )
    by_village = [sheets(township, village) for village in township.villages]
    for quarter, months in QUARTERS.items():
        write(
            folder / "finance" / f"{quarter}.yml",
            (
                f"{township.name}各村 {quarter[:4]}年第{quarter[-1]}季度收支，金额单位：元。",
                "期初结存 + 收入合计 - 支出合计 = 期末结存 = 现金 + 银行存款。上月的期末就是下月的期初。",
                "花括号里的金额不写千分位逗号。",
            ),
            [village[month] for village in by_village for month in months],
        )
    write(
        folder / "procedure.yml",
        (f"{township.name}各村四议两公开的事项。", "步骤按先后写，没有走到的不写。"),
        procedures(township),
    )
    for article in (*township.articles, *township.drafts):
        write(
            folder / "articles" / f"{article['编号']}.yml",
            ("文中的数字写成 {{ 指标名 }}，不要手写；指标改了，文章跟着改。",),
            [Noted(article)],
        )
    write(
        folder / "finance" / "statements.yml",
        ("由各月的收支公开榜按科目汇总，金额单位：元。项目资金（241）不是收入也不是支出。",),
        [
            *statements(township),
            *(one for v in township.villages if v.id in real_life.YEARLY for one in year(township, v)),
        ],
    )
    apart = [one for v in township.villages if v.id in real_life.COMMITTEE for one in committee_sheets(v)]
    if apart:
        write(folder / "finance" / "committees.yml", ("村民委员会自己的账，与合作社的账分开记、分开公开。",), apart)
    write(folder / "issue" / "orders.yml", ("村民每月点的单，合写一条；点单的人不写姓名。",), orders(township))
    if "grievance-day" in township.schedules:
        write(
            folder / "activity" / "grievances.yml",
            ("每月10日、20日说事；没有人来也记一条，没有开的不记。",),
            grievances(township),
        )
    if "three-meetings" in township.schedules:
        write(folder / "activity" / "branches.yml", ("应到写党员数；没有开的会不写，统计会显示。",), meetings(township))
    _write_sheets(folder, township.sheets)
    acts = [act for village in township.villages for act in village_acts(township, village)]
    acts = sorted(
        incidents.befallen(
            [
                *acts,
                *township_acts(township),
                *rhythms(township),
                *township.acts,
                *archive_acts(township.slug, township.party, township.name),
            ]
        ),
        key=lambda act: (act.day, act.id),
    )
    for number in (2025, 2026):
        write(
            folder / "publication" / f"{number}.yml",
            (f"{township.name}{number}年的公开记录，按日期先后写。", "先提出、再审核、再审批，然后才上墙、上网。"),
            [act.record() for act in acts if act.day.year == number],
        )


def write_folder(out: Path, folder: Folder) -> None:
    """A place that is told in plain records."""
    root = out / "data" / "townships" / folder.slug
    shutil.rmtree(root, ignore_errors=True)
    _write_sheets(root, folder.sheets)


def _write_sheets(root: Path, sheets: Iterable[Sheet]) -> None:
    for sheet in sheets:
        if sheet.records:
            write(root / f"{sheet.name}.yml", sheet.head, sheet.records)


def write_pictures(out: Path) -> None:
    for photo in real_life.PHOTOS.values():
        path = out / "content" / photo.township / "files" / photo.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(board_photo(photo.sheets))
