"""How many transactions a second the database commits for a bare client: the bound of any program above it.

Run as a process of its own (`python -m benchmarks.bare`): the task, pickled, on standard input. Each client is a
thread with a connection; two such processes share the clients of a level.
"""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
import threading
import time
import uuid
from typing import Any

import psycopg

from benchmarks.recorded import ADDRESS, Statement

UUID = re.compile(r"\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b")
ONE_INSERT = [
    ("INSERT INTO bench_bare (words) VALUES (repeat('a', 100))", None, False),
]


def limit(url: str, statements: list[Statement], *, clients: int, seconds: float) -> float:
    """Return the transactions a second that ``clients`` bare connections commit, with the recorded ``statements``."""
    processes = min(2, clients)
    running = []
    for number in range(processes):
        share = clients // processes + (number < clients % processes)
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.bare"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ,
        )
        assert process.stdin is not None
        task = {"url": url, "statements": statements, "clients": share, "seconds": seconds}
        process.stdin.write(pickle.dumps(task))
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
    task = pickle.load(sys.stdin.buffer)  # noqa: S301  written by the function above
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


def transact(connection: psycopg.Connection[Any], statements: list[Statement]) -> None:
    """Send the statements once, with fresh keys and a fresh e-mail address in place of those recorded."""
    fresh = {old: uuid.uuid4() for old in _made_by(statements)}
    address = f"{uuid.uuid4()}@example.org"
    inside = False
    for sql, parameters, in_transaction in statements:
        if in_transaction and not inside:
            connection.execute("BEGIN")
            inside = True
        elif inside and not in_transaction:
            connection.execute("COMMIT")
            inside = False
        # Prepared, as the program's own become after a few times.
        connection.execute(sql, _renewed(parameters, fresh, address), prepare=True)
    if inside:
        connection.execute("COMMIT")


def _renewed(value: Any, fresh: dict[uuid.UUID, uuid.UUID], address: str) -> Any:
    """The parameters of one more registration in place of those recorded."""
    if isinstance(value, uuid.UUID):
        return fresh.get(value, value)
    if isinstance(value, str):
        text = value.replace(ADDRESS, address)
        return UUID.sub(lambda found: str(fresh.get(uuid.UUID(found[0]), found[0])), text)
    if isinstance(value, dict):
        return {name: _renewed(one, fresh, address) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_renewed(one, fresh, address) for one in value]
    return value


def _made_by(statements: list[Statement]) -> set[uuid.UUID]:
    """The UUIDs that the recorded transaction itself brought into the world."""
    return {
        uuid.UUID(one)
        for _sql, parameters, in_transaction in statements
        if in_transaction
        for one in UUID.findall(repr(parameters))
    }


if __name__ == "__main__":
    main()
