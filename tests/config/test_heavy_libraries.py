"""What a web process does not load."""

from __future__ import annotations

import subprocess
import sys


def test_the_web_does_not_load_the_engine_s_heavy_libraries():
    code = "import tests.conftest, django; django.setup(); import skaala.config.urls, sys; print([m for m in ('numpy', 'scipy', 'simplemma', 'typst', 'pptx', 'openpyxl', 'lxml', 'PIL') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
