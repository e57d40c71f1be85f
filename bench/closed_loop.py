"""How many requests a second a server answers to clients that each wait for their answer, and what that costs.

The peers' own generator (httpload.py in `../shared/bench`, or where PEERS says) does it when it is there, so that theirs
and ours are measured by the same program. Without it this module does the same by itself.
"""

from __future__ import annotations

import asyncio
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
Row = dict
"""{"m": method, "p": path, "h": headers, "b": body, "want": status, "has": text in the answer}"""


def measure(
    mode: str, port: int, rows: list[Row], *, clients: int, trees: dict[str, int], generator: Path | None
) -> dict:
    """One run: `req_s`, `p50_ms`, `p95_ms`, `errors`, `cpu_ms_per_req` (of all `trees`: name → process id)."""
    if generator is None:
        return asyncio.run(_own(port, rows, clients, trees))
    with tempfile.TemporaryDirectory() as folder:
        asked, told = Path(folder, "rows.jsonl"), Path(folder, "out.jsonl")
        asked.write_text("".join(json.dumps(row) + "\n" for row in rows))
        words = [
            sys.executable,
            "-B",
            generator,
            "run",
            mode,
            f"127.0.0.1:{port}",
            asked,
            told,
            "-c",
            str(clients),
        ]
        for name, pid in trees.items():
            words += ["--tree", f"{name}={pid}"]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
        if "errors, the first" in done.stderr:
            print(done.stderr.splitlines()[0][:300], file=sys.stderr)
        return json.loads(told.read_text())


def median(runs: list[dict]) -> dict:
    """The middle of each number; errors added up."""
    middle = {
        key: round(statistics.median(run[key] for run in runs), 3)
        for key, value in runs[0].items()
        if isinstance(value, (int, float))
    }
    return middle | {"errors": sum(run.get("errors", 0) for run in runs)}


def processor_seconds(root: int) -> float:
    """Of a process, all below it, and those of its children that ended."""
    stats: dict[int, tuple[int, list[int]]] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            rest = Path("/proc", name, "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        stats[int(name)] = int(rest[1]), [int(ticks) for ticks in rest[11:15]]
    total, todo = 0, [root]
    while todo:
        pid = todo.pop()
        ticks = stats.get(pid, (0, [0]))[1]
        total += sum(ticks) if pid == root else sum(ticks[:2])
        todo += [child for child, (parent, _ticks) in stats.items() if parent == pid]
    return total / TICK


async def _own(port: int, rows: list[Row], clients: int, trees: dict[str, int]) -> dict:
    times: list[float] = []
    errors: list[bytes] = []
    raw = [(_raw(row, port), row["want"], row["has"].encode()) for row in rows]

    async def client(number: int) -> None:
        for text, want, has in raw[number::clients]:
            began, answer = time.perf_counter(), b""
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(text)
                answer = await asyncio.wait_for(reader.read(), 60)
                writer.close()
            except OSError as problem:
                answer = repr(problem).encode()
            times.append(time.perf_counter() - began)
            if answer[9:12] != str(want).encode() or has not in answer:
                errors.append(answer[:300])

    before, began = {name: processor_seconds(pid) for name, pid in trees.items()}, time.perf_counter()
    await asyncio.gather(*(client(number) for number in range(clients)))
    took = time.perf_counter() - began
    used = {name: (processor_seconds(pid) - before[name]) * 1000 / len(rows) for name, pid in trees.items()}
    if errors:
        print(f"{len(errors)} errors, the first: {errors[0]!r}", file=sys.stderr)
    times.sort()
    part = {f"p{q}_ms": round(times[math.ceil(q / 100 * len(times)) - 1] * 1000, 2) for q in (50, 95)}
    each = {f"cpu_ms_{name}": round(ms, 3) for name, ms in used.items()}
    return {
        "n": len(rows), "req_s": round(len(rows) / took, 2), "errors": len(errors),
        "cpu_ms_per_req": round(sum(used.values()), 3), **part, **each,
    }  # fmt: skip


def _raw(row: Row, port: int) -> bytes:
    body = row["b"].encode()
    head = {"Host": f"127.0.0.1:{port}", "Connection": "close"} | row["h"]
    if body:
        head["Content-Length"] = str(len(body))
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"{row['m']} {row['p']} HTTP/1.1\r\n{lines}\r\n".encode() + body
