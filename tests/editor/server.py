"""A small client of the YAML language server: starts it over stdio, opens files as an editor would, asks."""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60  # seconds; a busy machine starts it slowly


class Server:
    """A running server whose workspace is the folder; its settings are those of the folder's `.vscode`."""

    def __init__(self, node: str, root: Path) -> None:
        self.root = root
        self.settings = nested(json.loads((root / ".vscode" / "settings.json").read_text("utf-8")))
        self.numbers = itertools.count(1)
        self.answers: dict[int, queue.Queue[dict[str, Any]]] = {}
        self.problems: dict[str, queue.Queue[list[dict[str, Any]]]] = {}
        command = [node, str(PROGRAM), "--stdio"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        folder = {"uri": self.root.as_uri(), "name": "site"}
        can = {
            "workspace": {"configuration": True, "workspaceFolders": True, "didChangeConfiguration": {}},
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "publishDiagnostics": {},
            },
        }
        asked = {"processId": None, "locale": "zh-cn", "rootUri": folder["uri"], "workspaceFolders": [folder]}
        self.ask("initialize", asked | {"capabilities": can})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)

    def open(self, file: str, text: str) -> list[dict[str, Any]]:
        """Opens the text as this file; the problems that the server finds in it."""
        uri = (self.root / file).as_uri()
        waiting = self.problems.setdefault(uri, queue.Queue())
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return waiting.get(timeout=PATIENCE)

    def close(self, file: str) -> None:
        """As when the editor's tab is closed."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": (self.root / file).as_uri()}})

    def at(self, what: str, file: str, line: int, character: int) -> Any:
        """`hover` or `completion` at a place of an open file."""
        place = {"position": {"line": line, "character": character}}
        return self.ask(f"textDocument/{what}", {"textDocument": {"uri": (self.root / file).as_uri()}} | place)

    def ask(self, method: str, params: Any) -> Any:
        """A request and its result."""
        number = next(self.numbers)
        waiting = self.answers[number] = queue.Queue()
        self._send({"id": number, "method": method, "params": params})
        answer = waiting.get(timeout=PATIENCE)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method: str, params: Any) -> None:
        """A notification, which nobody answers."""
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            if length:
                while stream.readline().strip():
                    pass
                self._take(json.loads(stream.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        match message.get("method"):
            case None:
                self.answers.pop(message["id"]).put(message)
            case "textDocument/publishDiagnostics":
                found = message["params"]
                self.problems.setdefault(found["uri"], queue.Queue()).put(found["diagnostics"])
            case "workspace/configuration":
                asked = [item.get("section", "") for item in message["params"]["items"]]
                self._send({"id": message["id"], "result": [self.settings.get(section) for section in asked]})
            case _ if "id" in message:
                self._send({"id": message["id"], "result": None})


def nested(settings: dict[str, Any]) -> dict[str, Any]:
    """`{"yaml.format.enable": …}` → `{"yaml": {"format": {"enable": …}}}`, as an editor answers for a section."""
    found: dict[str, Any] = {}
    for name, value in settings.items():
        level = found
        *above, last = [name] if name.startswith("[") else name.split(".")
        for part in above:
            level = level.setdefault(part, {})
        level[last] = value
    return found
