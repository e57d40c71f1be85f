"""The till's JavaScript modules that need no browser, run by Node."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted(path.name for path in (ROOT / "tests/js").glob("till_*.test.mjs"))


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node on this machine")
@pytest.mark.parametrize("name", FILES)
def test_node_runs_it(name):
    run = subprocess.run(
        ["node", "--test", f"tests/js/{name}"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# fail 0" in run.stdout or "ℹ fail 0" in run.stdout
