"""Participants who vote and write at a given rate, as browsers do: keep-alive connections, cookies, forms.

Run as a process of its own (`python -m benchmarks.voters`): a task as JSON on standard input, what came of it
on standard output. They go by the clock, not by the answers, so that a slow server is not spared.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
import uuid
from typing import Any

import psycopg

from benchmarks.clients import post

CONNECTIONS = 32


class Line:
    """One keep-alive connection."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, path: str, form: dict[str, Any], cookie: str) -> int:
        """Send a form and return the answer's status; 0 where there was none."""
        request = post(self.host, path, form).replace(
            b"\r\n\r\n", f"\r\nCookie: {cookie}\r\n\r\n".encode(), 1
        )
        try:
            if self.streams is None:
                name, _, port = self.host.partition(":")
                self.streams = await asyncio.open_connection(name, int(port))
            reader, writer = self.streams
            writer.write(request)
            head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)).lower()
            length = head.partition(b"\r\ncontent-length: ")[2].partition(b"\r\n")[0]
            await reader.readexactly(int(length or 0))
        except (TimeoutError, OSError, asyncio.IncompleteReadError):
            self.streams = None
            return 0
        return int(head[9:12])


async def main() -> None:
    """Do the task."""
    task = json.load(sys.stdin)
    lines: asyncio.Queue[Line] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        lines.put_nowait(Line(task["host"]))
    taken: list[list[Any]] = []
    seconds: list[float] = []
    errors: dict[str, int] = {}
    written: dict[int, list[float]] = {}
    committed: list[float] = []
    note = committed.append

    async def hear() -> None:
        """Note when the database tells of a change: the moment in which it was committed."""
        async with await psycopg.AsyncConnection.connect(task["database_url"], autocommit=True) as wire:
            await wire.execute("LISTEN skaala_board")
            async for _notify in wire.notifies():
                note(time.monotonic())

    hearing = asyncio.create_task(hear())
    await asyncio.sleep(0.3)
    begin, until = time.monotonic(), time.monotonic() + task["seconds"]

    async def vote(pair: list[str]) -> None:
        who, statement, action = pair
        line = await lines.get()
        began = time.monotonic()
        form = {"statement": statement, "action": action, "vote": str(uuid.uuid4())}
        status = await line.post(task["act"], form, task["cookies"][who])
        lines.put_nowait(line)
        if status == 302:
            taken.append(pair)
            seconds.append(time.monotonic() - began)
        else:
            errors[str(status)] = errors.get(str(status), 0) + 1

    async def write(number: int) -> None:
        line = Line(task["host"])
        who = task["authors"][number % len(task["authors"])]
        form = {"text": f"Ajatus numero {number} mittauksen ajalta", "language": "fi", "anyway": "1"}
        sent = time.monotonic()
        status = await line.post(task["write"], form, task["cookies"][who])
        if status == 302:
            done = time.monotonic()
            written[number] = [sent, next((at for at in committed if sent < at <= done), done)]
        else:
            errors[f"statement {status}"] = errors.get(f"statement {status}", 0) + 1

    async def in_time(rate: float, actions: Any) -> None:
        running = []
        for count, action in enumerate(actions):
            at = begin + count / rate
            if at > until:
                action.close()
                break
            await asyncio.sleep(max(0.0, at - time.monotonic()))
            running.append(asyncio.create_task(action))
        await asyncio.gather(*running)

    first = task["first_number"]
    await asyncio.gather(
        in_time(1, (write(number) for number in range(first, first + 1000))),
        in_time(task["rate"], (vote(pair) for pair in task["votes"])) if task["rate"] else asyncio.sleep(0),
    )
    took = time.monotonic() - begin
    hearing.cancel()
    json.dump(
        {"taken": taken, "seconds": sorted(seconds), "errors": errors, "written": written, "took": took},
        sys.stdout,
    )


if __name__ == "__main__":
    asyncio.run(main())
