"""How many transactions a second the database commits for a bare client: the bound of any program above it.

Run as a process of its own (`python -m skaala.config.benches.bare`): the task as JSON on standard input. Each client is a
thread with a connection; two such processes share the clients of a level.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
import uuid
from typing import Any

import psycopg

from skaala.config.benches.recorded import ADDRESS, ATTENDANCE

UUID = re.compile(r"\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b")
ONE_INSERT = [
    {"sql": "INSERT INTO bench_bare (words) VALUES (repeat('a', 100))", "in_transaction": False},
]


def limit(url: str, statements: list[dict[str, Any]], *, clients: int, seconds: float) -> float:
    """Return the transactions a second that ``clients`` bare connections commit, with the recorded ``statements``."""
    processes = min(2, clients)
    running = []
    for number in range(processes):
        share = clients // processes + (number < clients % processes)
        process = subprocess.Popen(
            [sys.executable, "-m", "skaala.config.benches.bare"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ,
        )
        assert process.stdin is not None
        task = {"url": url, "statements": statements, "clients": share, "seconds": seconds}
        process.stdin.write(json.dumps(task).encode())
        running.append(process)
    for process in running:
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    total = 0.0
    for process in running:
        out, _ = process.communicate(timeout=120)
        if process.returncode:
            raise RuntimeError("the bare client failed; its words are above")
        total += json.loads(out)["per_s"]
    return total


def main() -> None:
    """Do the task on standard input."""
    task = json.load(sys.stdin)
    counts = [0] * task["clients"]
    problems: list[Exception] = []
    until = time.perf_counter() + task["seconds"]

    def work(number: int) -> None:
        try:
            with psycopg.connect(task["url"], autocommit=True) as connection:
                while time.perf_counter() < until:
                    transact(connection, task["statements"])
                    counts[number] += 1
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=work, args=[number]) for number in range(task["clients"])]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    json.dump({"per_s": sum(counts) / (time.perf_counter() - began)}, sys.stdout)


def transact(connection: psycopg.Connection[Any], statements: list[dict[str, Any]]) -> None:
    """Send the statements once, with fresh keys and a fresh e-mail address in place of those recorded."""
    fresh = {old: uuid.uuid4().hex for old in _made_by(statements)}
    address = f"{uuid.uuid4()}@example.org"
    attendance = 0
    inside = False
    for statement in statements:
        if statement["in_transaction"] and not inside:
            connection.execute("BEGIN")
            inside = True
        elif inside and not statement["in_transaction"]:
            connection.execute("COMMIT")
            inside = False
        text = statement["sql"].replace(ADDRESS, address)
        text = UUID.sub(lambda found: fresh.get(_plain(found[0]), found[0]), text)
        answer = connection.execute(text.replace(str(ATTENDANCE), str(attendance)))
        if text.startswith('INSERT INTO "registration_attendance"'):
            ((attendance, *_),) = answer.fetchall()
    if inside:
        connection.execute("COMMIT")


def _made_by(statements: list[dict[str, Any]]) -> set[str]:
    """The UUIDs that the recorded transaction itself brought into the world."""
    return {_plain(one) for text in statements if text["in_transaction"] for one in UUID.findall(text["sql"])}


def _plain(uuid_text: str) -> str:
    return uuid_text.replace("-", "")


if __name__ == "__main__":
    main()
