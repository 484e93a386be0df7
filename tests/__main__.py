"""Everything that must hold before a change goes in: format, lint, types, contracts, tests.

``python -m tests`` runs it all; further arguments go to pytest.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ("dashboard", "data/season", "tests", "benchmarks")
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk")


def main(pytest_arguments: list[str]) -> int:
    """Run every check, all of them even where one fails; 0 where all passed."""
    browser_there = provide_browser()
    checks = [
        ["ruff", "format", "--check", *PYTHON],
        ["ruff", "check", *PYTHON],
        ["mypy"],
        ["sqlfluff", "lint", "queries", "--processes", "2", "--disable-progress-bar"],
        ["lint-imports", "--no-cache"],
    ]
    failed = [one[0] for one in checks if run(one) != 0]
    selection = [] if browser_there else ["-m", "not browser"]
    tests = ["pytest", "-n", "2", "--dist", "loadfile", *selection, *pytest_arguments]
    if run(tests) != 0:
        failed.append("pytest")
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)  # noqa: T201
    return 1 if failed else 0


def run(command: list[str]) -> int:
    """Run a tool of this environment from the project's root."""
    tool = Path(sys.executable).with_name(command[0])
    print(f"== {' '.join(command)}", flush=True)  # noqa: T201
    return subprocess.run([str(tool), *command[1:]], cwd=ROOT, check=False).returncode


def provide_browser() -> bool:
    """Whether the browser tests can run; installs Debian's browser and font where it may."""
    if _browser() and _chinese_font():
        return True
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", *DEBIAN_PACKAGES]):
            subprocess.run(["apt-get", *command], env=environment, check=False)
        if _browser() and _chinese_font():
            return True
    message = (
        "left out: the browser tests (marker 'browser'), for want of Debian's packages "
        f"{' and '.join(DEBIAN_PACKAGES)}"
    )
    print(message, flush=True)  # noqa: T201
    if os.environ.get("CI"):
        raise SystemExit("nothing may be left out here")
    return False


def _browser() -> bool:
    return importlib.util.find_spec("playwright") is not None and bool(shutil.which("chromium"))


def _chinese_font() -> bool:
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    listed = subprocess.run([lister, ":lang=zh-cn"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
