"""A checkout in a folder with a blank and Chinese in its name, and a machine of which only chosen commands are there."""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"

# What any Debian has; python3, apt-get, sudo, ldconfig and id are for each test to say.
ALWAYS_THERE = [
    "awk", "bash", "cat", "chmod", "cut", "dirname", "env", "flock", "grep", "readlink", "rm", "sed", "sh", "sha256sum",
    "sort", "tail", "tee", "touch", "tr",
]  # fmt: skip


@dataclass(frozen=True)
class Machine:
    """A pretended machine with a checkout of the program."""

    checkout: Path
    commands: Path

    def has(self, command: str, script: str) -> None:
        """Give it a command, told as a shell script."""
        self.write(self.commands / command, script)

    def has_in_environment(self, command: str, script: str) -> None:
        """Give .venv of the checkout a command."""
        self.write(self.checkout / ".venv" / "bin" / command, script)

    def write(self, path: Path, script: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(
        self, *command: str, environment: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        variables = {"PATH": str(self.commands), "HOME": str(self.checkout.parent), "LC_ALL": "C.UTF-8"} | dict(
            environment or {}
        )
        return subprocess.run(
            ["/bin/bash", *command],
            env=variables,
            cwd=cwd or self.checkout,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def shell(self, script: str) -> subprocess.CompletedProcess[str]:
        """Run some lines with the functions of setup.sh at hand."""
        return self.run("-c", f"source packaging/setup.sh; {script}")

    def is_set_up(self) -> None:
        """Pretend that everything was installed before."""
        self.has_in_environment("python", 'echo "Python 3.11.2"')
        self.has_in_environment("hengji", 'echo "hengji:$*"')
        self.shell('for part in runtime tests; do stamp_of $part >"$VENV/.ready-$part"; done')


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    checkout, commands = tmp_path / "考核 程序", tmp_path / "bin"
    (checkout / "packaging").mkdir(parents=True)
    commands.mkdir()
    for path in [*PACKAGING.glob("*.sh"), PACKAGING / "requirements.lock"]:
        shutil.copy(path, checkout / "packaging")
    for command in ALWAYS_THERE:
        found = shutil.which(command)
        assert found
        (commands / command).symlink_to(found)
    made = Machine(checkout, commands)
    made.has("id", "echo 0")
    made.has("ldconfig", f"printf '%s\\n' {ALL_LIBRARIES}")
    return made


ALL_LIBRARIES = " ".join(
    f"'{name} (libc6) => /{name}'"
    for name in [
        "libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0", "libfontconfig.so.1", "libdbus-1.so.3", "libglib-2.0.so.0",
        "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1", "libxcb-randr.so.0",
        "libxcb-render-util.so.0", "libxcb-shape.so.0", "libxcb-sync.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1",
        "libxkbcommon-x11.so.0",
    ]
)  # fmt: skip
