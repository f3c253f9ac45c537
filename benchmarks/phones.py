"""A workshop played by phones: each joins by the code, follows its stream, writes, votes and looks at the results.

Run as a process of its own (`python -m benchmarks.phones`): a task as JSON on standard input, what came of it on standard output.
Phones go by the clock, not by the answers, so that a slow server is not spared.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import resource
import sys
import time
import uuid
import zlib
from typing import Any
from urllib.parse import urlencode

PATIENCE = 30
STREAM = re.compile(r'data-live="([^"]+)"')
BROWSER = "Accept-Encoding: gzip\r\nAccept-Language: fi\r\nSec-Fetch-Site: same-origin\r\nX-Forwarded-Proto: https\r\n"
BALLOT = re.compile(r'name="statement" value="([^"]+)"')
ACTIONS = ("agree", "disagree", "pass")


class Phone:
    """
    One phone: a keep-alive connection, a cookie, a stream, and a network address of its own.

    :ivar frames: how many times its stream has said something
    """

    def __init__(self, number: int, task: dict[str, Any]) -> None:
        self.number, self.task = number, task
        self.chance = random.Random(number)  # noqa: S311  not a secret
        self.cookie = ""
        self.wires: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.stream: asyncio.Task[None] | None = None
        self.frames = 0
        self.ballots: list[str] = []
        self.status = 0
        self.was_kept = False

    async def ask(self, path: str, form: dict[str, Any] | None = None) -> tuple[int, str, str]:
        """Return status, address to go on to and page of a request; status 0 where no answer came."""
        host = self.task["host"]
        body = urlencode(form).encode() if form is not None else b""
        head = [
            f"{'GET' if form is None else 'POST'} {path} HTTP/1.1",
            f"Host: {host}",
            f"X-Forwarded-For: 10.{self.number >> 8}.{self.number & 255}.1",
            *([f"Cookie: {self.cookie}"] if self.cookie else []),
            *(
                ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
                if form is not None
                else []
            ),
        ]
        request = ("\r\n".join(head) + "\r\n" + BROWSER + "\r\n").encode() + body
        came = await self._send(request)
        if (
            came is None and self.was_kept
        ):  # the server had closed a connection that was idle: a browser sends again
            came = await self._send(request)
        if came is None:
            self.status = 0
            return 0, "", ""
        answer, page = came
        self.status = int(answer[9:12])
        if given := re.search(r"\r\nset-cookie: ([^;\r]+)", answer, re.IGNORECASE):
            self.cookie = given[1]
        if "content-encoding: gzip" in answer.lower():
            page = zlib.decompress(page, 31)
        to = re.search(r"\r\nlocation: ([^\r]+)", answer, re.IGNORECASE)
        return self.status, to[1] if to else "", page.decode()

    async def _send(self, request: bytes) -> tuple[str, bytes] | None:
        """Return head and body of the answer; None where none came. ``was_kept``: over a connection that stood open before."""
        self.was_kept = self.wires is not None
        try:
            if self.wires is None:
                name, _, port = self.task["host"].partition(":")
                self.wires = await asyncio.open_connection(name, int(port))
            reader, writer = self.wires
            writer.write(request)
            answer = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)).decode("latin-1")
            length = re.search(r"\r\ncontent-length: (\d+)", answer, re.IGNORECASE)
            return answer, await reader.readexactly(int(length[1]) if length else 0)
        except (TimeoutError, OSError, asyncio.IncompleteReadError):
            self.wires = None
            return None

    async def join(self) -> bool:
        """Come in by the code as a guest, and follow the stream of the first page."""
        code = {"code": self.task["code"], "perspective": "receiver", "municipality": ""}
        status, _to, _page = await self.ask(f"{self.task['join']}?code={self.task['code']}")
        if status != 200:
            return False
        status, to, _page = await self.ask(self.task["join"], code)
        if status != 302:
            return False
        status, _to, page = await self.ask(to)
        found = STREAM.search(page)
        if status != 200 or found is None:
            return False
        self.stream = asyncio.create_task(self._follow(found[1]))
        return True

    async def _follow(self, path: str) -> None:
        name, _, port = self.task["live_host"].partition(":")
        try:
            reader, writer = await asyncio.open_connection(name, int(port))
            writer.write(
                f"GET {path} HTTP/1.1\r\nHost: {self.task['live_host']}\r\nAccept: text/event-stream\r\n"
                f"X-Forwarded-For: 10.{self.number >> 8}.{self.number & 255}.1\r\n\r\n".encode()
            )
            while line := await reader.readline():
                self.frames += line.startswith(b"data:")
        except OSError:
            pass

    async def write(self) -> bool:
        """Send a statement of one's own."""
        words = f"Puhelimen {self.number} ajatus {uuid.uuid4().hex[:8]}"
        form = {"text": words, "language": "fi", "anyway": "1"}
        return (await self.ask(self.task["write"], form))[0] == 302

    async def open_ballots(self) -> bool:
        """Open the page for voting: one statement is shown, some more are ready."""
        status, _to, page = await self.ask(self.task["weigh"])
        self.ballots = list(dict.fromkeys(BALLOT.findall(page)))
        return status == 200

    async def vote(self) -> tuple[str, str] | None:
        """Vote on the statement shown, as the page's script does: the answer brings what comes after those that are ready."""
        statement, *self.ballots = self.ballots
        action = self.chance.choice(ACTIONS)
        form = {"statement": statement, "action": action, "vote": str(uuid.uuid4())}
        form |= {"answer": "next", "have": ",".join([*self.ballots, statement])}
        status, _to, page = await self.ask(self.task["act"], form)
        if status != 200:
            return None
        self.ballots += [each for each in BALLOT.findall(page) if each not in self.ballots]
        return statement, action

    async def look(self) -> bool:
        """Look at the results, or at the first page while there are none."""
        status, to, _page = await self.ask(self.task["look"])
        return status == 200 or (status == 302 and (await self.ask(to))[0] == 200)


class Measured:
    """How long one kind of act took each time, and how often it failed."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.failed: dict[str, int] = {}

    async def take(self, phone: Phone, act: Any) -> Any:
        """Do an act and note how long it took."""
        began = time.monotonic()
        outcome = await act
        if outcome:
            self.seconds.append(time.monotonic() - began)
        else:
            self.failed[str(phone.status)] = self.failed.get(str(phone.status), 0) + 1
        return outcome

    def figures(self) -> dict[str, Any]:
        ordered = sorted(self.seconds)

        def at(percent: int) -> float:
            return (
                round(1000 * ordered[min(len(ordered) - 1, len(ordered) * percent // 100)], 1)
                if ordered
                else 0
            )

        return {"done": len(ordered), "failed": self.failed, "p50_ms": at(50), "p99_ms": at(99)}


async def in_turn(acts: list[Any], seconds: float) -> None:
    """Begin acts evenly over some seconds, whether the ones before are done or not, and wait for all."""
    begin = time.monotonic()
    running = []
    for place, act in enumerate(acts):
        await asyncio.sleep(max(0.0, begin + place * seconds / len(acts) - time.monotonic()))
        running.append(asyncio.create_task(act))
    await asyncio.gather(*running)


async def main() -> None:
    """Play the workshop, a phase a line: `join`, `write`, `vote`, `look` as lines of standard input, their figures as lines of output."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    task = json.loads(sys.stdin.readline())
    phones = [Phone(number, task) for number in range(task["phones"])]
    taken: list[list[str]] = []
    opened = Measured()
    loop = asyncio.get_running_loop()

    async def votes_of(phone: Phone, measured: Measured) -> None:
        """Vote so many times, evenly over the phase; one at a time, as a person does. The page is opened first, and not measured as a vote."""
        gap = task["vote_seconds"] / task["votes"]
        begin = time.monotonic() + phone.chance.random() * gap
        for place in range(task["votes"]):
            await asyncio.sleep(max(0.0, begin + place * gap - time.monotonic()))
            if not phone.ballots:
                await opened.take(phone, phone.open_ballots())
            if phone.ballots and (vote := await measured.take(phone, phone.vote())):
                taken.append([phone.cookie, *vote])

    while phase := (await loop.run_in_executor(None, sys.stdin.readline)).strip():
        measured = Measured()
        began = time.monotonic()
        if phase == "join":
            await in_turn([measured.take(phone, phone.join()) for phone in phones], task["join_seconds"])
        elif phase == "write":
            await in_turn([measured.take(phone, phone.write()) for phone in phones], task["write_seconds"])
        elif phase == "vote":
            await asyncio.gather(*(votes_of(phone, measured) for phone in phones))
        else:
            await in_turn([measured.take(phone, phone.look()) for phone in phones], task["look_seconds"])
        figures = measured.figures() | {
            "took_s": round(time.monotonic() - began, 1),
            "streams": sum(phone.stream is not None and not phone.stream.done() for phone in phones),
            "phones_that_heard": sum(phone.frames > 0 for phone in phones),
            "taken": taken if phase == "vote" else [],
            "pages": opened.figures() if phase == "vote" else {},
        }
        sys.stdout.write(json.dumps(figures) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
