"""What to do now: the last line of a command that went well, from the place it leaves the clerk in to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.console.text import plain
from generator.model import Audience, Finding, Level, Where
from generator.proofs.verifying import Verdict

BUILT = "下一步:双击上面的 index.html 打开;或运行 gongkai serve 边改边看;给审核人用 gongkai bundle。"
RELEASED = "下一步:把校验码抄到公开栏;用 gongkai bundle 打包,或把 site 文件夹上传到网站。"
CORRECTED = "更正写好了。下一步:在公开栏上贴更正,运行 gongkai check。"
PUBLISHED = "写好了。下一步:运行 gongkai check。"
COMPARED = "下一步:改动的页逐页看一遍;给审核人的压缩包里要带上这些变化,用 gongkai bundle --since 上次的压缩包。"
SAME = "下一步:没有变化,不用再发。"
READY = "下一步:到放 mkdocs.yml 的文件夹里运行 gongkai check。"
LACKING = "下一步:照冒号后面的办法装好写“缺”的,再运行 gongkai doctor。"
_PRINT = "下一步:先打开看一遍,再打印。"
COMPLETING = {
    "powershell": "下一步:后面加上 | Add-Content $PROFILE 再运行一次,就写进了启动文件;重开窗口,打 gongkai 再按 Tab。",
    "bash": "下一步:照 gongkai completion --help 里 bash 那一行写进 ~/.bashrc;重开窗口,打 gongkai 再按 Tab。",
    "zsh": "下一步:照 gongkai completion --help 里 zsh 那一行写进 ~/.zshrc;重开窗口,打 gongkai 再按 Tab。",
    "fish": "下一步:照 gongkai completion --help 里 fish 那一行存成文件;重开窗口,打 gongkai 再按 Tab。",
}
EXPORTED = {
    "word": "下一步:用 Word 或 WPS 打开,核对以后印发。",
    "board": "下一步:按文件名里的纸张(A3 或 A4)原样大小打印,在公开记录写的“上墙”那一天贴到公开栏。",
    "card": "下一步:打印出来发到户;长图可以发到村民群。",
    "xlsx": "下一步:用 Excel 或 WPS 填好,保存,再运行:gongkai import 这个文件 --dry-run,先看会改什么。",
    "csv": "下一步:一类一个文件,用别的程序打开;里面有不公开的内容,不要放到网上。",
    "json": "下一步:给别的程序读;里面有不公开的内容,不要放到网上。",
    "broadcast": "下一步:交给广播员,先念一遍再播。",
}
_BUNDLED = {
    Audience.PUBLIC: "下一步:把这个文件发给要看的人,解压以后双击 index.html。",
    Audience.VILLAGE: "下一步:只发给本村的人,不要放到网上;解压以后双击 index.html。",
    Audience.PARTY: "下一步:只发给党员,不要放到网上;解压以后双击 index.html。",
    Audience.REVIEW: (
        "下一步:把这个文件交给审核人,解压以后双击 index.html;审核人交回意见文件,用 gongkai comments 意见文件 收下。"
    ),
}


def after_check(counts: dict[Level, int], first: Where | None) -> str:
    """Mend, build with what is doubtful, or just build. first: where the first error is."""
    if counts[Level.ERROR]:
        place = f",从 {plain(str(first.file))} 第{first.line}行改起" if first and first.line else ""
        return f"下一步:照“改法”先改错误{place},改好再运行 gongkai check。"
    if counts[Level.WARNING] or counts[Level.NOTE]:
        return "下一步:没有错误,可以运行 gongkai build;警告能改的改,改不了的写进 acceptance.yml,写明理由和谁同意。"
    return "下一步:运行 gongkai build 生成网站。"


def after_bundle(audience: Audience) -> str:
    """To whom the archive may go; whether it was changed on the way can be looked up."""
    return f"{_BUNDLED[audience]}有没有被人改过,用 gongkai verify 查。"


def after_export(kind: str) -> str:
    """What is done with what was made."""
    return EXPORTED.get(kind, _PRINT)


def after_explain(names: Sequence[str]) -> str:
    """Of one rule: see where it found something; of all: read one."""
    if len(names) == 1:
        return f"下一步:只看这条规则查到的,运行 gongkai check --rule {names[0]}。"
    return f"下一步:要看哪一条,写上它的名字,例如 gongkai explain {names[0]}。"


def after_verify(verdict: Verdict) -> str:
    """Whole: compare the code; otherwise do not use it."""
    if verdict.wrong:
        return "下一步:不要用这一份,向发布的单位再要一份,再查。"
    return "下一步:和公开栏上的校验码比一比,一样才是同一份。"


def first_error(findings: Sequence[Finding]) -> Where | None:
    """Where the first error stands that nobody has accepted."""
    wrong = (finding.where for finding in findings if finding.level is Level.ERROR and not finding.accepted)
    return min(wrong, default=None)
