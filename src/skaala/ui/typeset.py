"""
Documents as accessible PDF (PDF/UA-1), typeset in a child process.

The typesetter and its fonts take some 60 MB, which must not stay in a web process. Run as a module, this is that child: it
knows nothing of Django.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

LONGEST = 30


class UnableToTypeset(Exception):
    """The typesetter has refused a template or its data, which is a fault of the program."""


def to_pdf(template: Path, data: Mapping[str, Any], *, now: datetime) -> bytes:
    """
    Return the Typst template filled with ``data`` as PDF/UA-1.

    The template reads it as ``json(bytes(sys.inputs.data))``; strings in it stay what they are, whatever signs are in them.

    :raises UnableToTypeset: saying what the typesetter says
    """
    order = {"template": str(template), "data": json.dumps(data), "at": int(now.timestamp())}
    done = subprocess.run(
        [sys.executable, "-m", "skaala.ui.typeset"],
        input=json.dumps(order).encode(),
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    if done.returncode:
        raise UnableToTypeset(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout


def _typeset(order: Mapping[str, Any]) -> bytes:
    import typst

    made: bytes = typst.compile(
        order["template"],
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": order["data"]},
        ignore_system_fonts=True,
        timestamp=order["at"],
    )
    return made


if __name__ == "__main__":
    sys.stdout.buffer.write(_typeset(json.loads(sys.stdin.buffer.read())))
