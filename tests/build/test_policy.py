"""The content security policy: hashes of the theme's inline scripts, taken from an empty page."""

from __future__ import annotations

import base64
import hashlib

from generator.build.policy import content_security_policy


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_every_inline_script_is_allowed_by_its_hash() -> None:
    """In the order of the page, each once; blanks and line ends belong to the script."""
    page = "<head><script>one()</script></head><body><script type='x'>\n two() </script><script>one()</script></body>"

    assert f"script-src 'self' {hashed('one()')} {hashed(chr(10) + ' two() ')};" in content_security_policy(page)


def test_files_and_data_need_no_hash() -> None:
    """Scripts with src are allowed by 'self'; JSON does not run."""
    page = '<script src="a.js"></script><script id="__config" type="application/json">{"a":1}</script>'

    assert "sha256" not in content_security_policy(page)


def test_nothing_but_the_sites_own_files_is_allowed() -> None:
    """No inline styles, no eval, no frames, no forms, no base, no foreign host."""
    policy = dict(part.strip().split(" ", 1) for part in content_security_policy("").split(";"))

    assert policy["default-src"] == "'none'"
    assert {policy[name] for name in ("frame-src", "base-uri", "form-action", "object-src")} == {"'none'"}
    assert {policy[name].strip() for name in ("script-src", "style-src", "font-src", "connect-src", "worker-src")} == {
        "'self'"
    }
    assert policy["img-src"] == "'self' data:"
    assert not any(word in " ".join(policy.values()) for word in ("unsafe", "http", "*"))
