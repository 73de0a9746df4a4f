"""The content security policy: nothing but the site's own files, and the theme's own inline scripts by their hashes."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL)


def content_security_policy(reference: str) -> str:
    """The policy for a site whose reference page (built from an empty document) is this HTML."""
    scripts = dict.fromkeys(found[1] for found in _INLINE.finditer(reference))
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
