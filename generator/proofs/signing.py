"""Signatures by `ssh-keygen -Y`, which every Windows 10, macOS and Linux has: of `SHA256SUMS`, and so of every file.

The list of signers is OpenSSH's `allowed_signers`: one line a person, with `valid-after` and `valid-before`, kept and handed
out by the county. The namespace keeps a signature from being used for anything else.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.model import Unusable
from generator.proofs.opening import Damaged, opened
from generator.proofs.verifying import SIGNATURE, SUMS, Wrong

NAMESPACE = "gongkai"
_BEGIN = b"-----BEGIN SSH SIGNATURE-----"


def sign(sums: bytes, key: Path) -> bytes:
    """The signature of the sums; asks for the key's pass phrase on the terminal if it has one.

    Raises Unusable when there is no such key, or the tool is missing.
    """
    if not key.is_file():
        raise Unusable(f"没有 {key} 这个私钥。先用 ssh-keygen -t ed25519 做一个,见 docs/proofs.md。")
    done = subprocess.run(
        [_tool(), "-Y", "sign", "-q", "-n", NAMESPACE, "-f", str(key)], input=sums, stdout=subprocess.PIPE, check=False
    )
    if done.returncode or not done.stdout.startswith(_BEGIN):
        raise Unusable(f"没有签成名:私钥 {key} 打不开,或密码不对。账簿没有记入新的一行。")
    return done.stdout


def check(path: Path, signers: Path) -> tuple[Wrong, ...]:
    """What is wrong with the signature of a release."""
    if not signers.is_file():
        raise Unusable(f"没有 {signers} 这个名单。请向县里要 allowed_signers 文件。")
    with opened(path) as release:
        if SIGNATURE not in release.names or SUMS not in release.names:
            return (Wrong("missing", SIGNATURE, "没有签名"),)
        try:
            signature, sums = release.read(SIGNATURE), release.read(SUMS)
        except Damaged as damaged:
            return (Wrong("damaged", str(damaged), "打不开"),)
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        file = Path(folder) / SIGNATURE
        file.write_bytes(signature)
        names = _asked("find-principals", "-s", str(file), "-f", str(signers)).stdout.decode("utf-8", "replace").split()
        verified = (
            _asked("verify", "-n", NAMESPACE, "-I", name, "-f", str(signers), "-s", str(file), given=sums)
            for name in names
        )
        if any(one.returncode == 0 for one in verified):
            return ()
    return (Wrong("signature", SIGNATURE, "签名不对:不是名单上的人签的、已过期,或内容被改过"),)


def _asked(what: str, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([_tool(), "-Y", what, *arguments], input=given, capture_output=True, check=False)


def _tool() -> str:
    found = shutil.which("ssh-keygen")
    if found is None:
        raise Unusable("这台电脑没有 ssh-keygen。Windows:设置 → 应用 → 可选功能 → 添加“OpenSSH 客户端”。")
    return found
