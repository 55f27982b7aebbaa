"""Reading and writing requirements.lock: one file, three parts, each pin with the hashes of its wheels."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement

LOCK = Path(__file__).with_name("requirements.lock")
PARTS = ("runtime", "tests", "build")

HEADING = """\
# 由 packaging/lock.py 生成，请勿手改；改 pyproject.toml 后重新生成。
# 三段：运行所需（runtime）、检查另需（tests）、打包另需（build）。后一段以前一段为基础。
# 每个哈希对应一个预编译包：Windows x86-64、Linux x86-64（glibc 2.28 起）、Linux aarch64（glibc 2.31），Python 3.11 至 3.13。
"""


@dataclass(frozen=True)
class Pin:
    """One package at one version, where it is needed and which files may be installed."""

    part: str
    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def applies(self, environment: dict[str, str]) -> bool:
        """Whether a machine with this environment needs the package."""
        return not self.marker or Marker(self.marker).evaluate(dict(environment))

    def text(self) -> str:
        """Give the lines for pip."""
        first = f"{self.name}=={self.version}" + (f" ; {self.marker}" if self.marker else "")
        return " \\\n    ".join([first, *(f"--hash=sha256:{digest}" for digest in self.hashes)]) + "\n"


def write(pins: Iterable[Pin], path: Path = LOCK) -> None:
    """Write the lock, the parts in order and the names sorted within each."""
    ordered = sorted(pins, key=lambda pin: (PARTS.index(pin.part), pin.name, pin.version))
    parts = [f"\n# === {part} ===\n" + "".join(pin.text() for pin in ordered if pin.part == part) for part in PARTS]
    path.write_text(HEADING + "".join(parts), encoding="utf-8")


def read(path: Path = LOCK) -> list[Pin]:
    """Give all pins of the lock; none where there is no lock yet."""
    if not path.exists():
        return []
    pins: list[Pin] = []
    part = ""
    for line in path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        if heading := re.fullmatch(r"# === (\w+) ===", line):
            part = heading[1]
        elif line and not line.startswith("#"):
            pins.append(_pin(part, line))
    return pins


def _pin(part: str, line: str) -> Pin:
    words = line.split(" --hash=sha256:")
    requirement = Requirement(words[0].strip())
    version = str(requirement.specifier).removeprefix("==")
    marker = str(requirement.marker) if requirement.marker else ""
    return Pin(part, requirement.name, version, marker, tuple(word.strip() for word in words[1:]))
