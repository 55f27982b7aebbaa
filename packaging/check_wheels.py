#!/usr/bin/env python3
"""Prove with pip's own download that the lock gives wheels, and wheels only, on the other machines too.

    .venv/bin/python packaging/check_wheels.py                     Windows x86-64 and Linux aarch64, Python 3.11
    .venv/bin/python packaging/check_wheels.py windows-x86_64/3.12 linux-aarch64/3.13
    .venv/bin/python packaging/check_wheels.py --keep DIR …        keep the wheels, for an install without a network

Every wheel is downloaded and its hash compared. Then each wheel's own metadata is asked what it needs on that machine:
all of it must be among the wheels. Markers are evaluated for the target, which pip itself does not do.
"""

import argparse
import contextlib
import email
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lock import direct_requirements
from lockfile import PARTS, read
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from targets import TARGETS, Target

USUAL = ("windows-x86_64/3.11", "linux-aarch64/3.11")


@dataclass(frozen=True)
class Found:
    """A downloaded wheel: what it is and what it says that it needs."""

    name: str
    version: str
    needs: tuple[Requirement, ...]


def download(target: Target, place: Path) -> None:
    """Let pip fetch every wheel of the lock for the target; raises CalledProcessError where one is not to be had."""
    environment = target.environment()
    # Each line as for a machine of the target's kind: pip would read the markers for the one that it runs on.
    lines = [
        " ".join([f"{pin.name}=={pin.version}", *(f"--hash=sha256:{digest}" for digest in pin.hashes)])
        for pin in read()
        if pin.applies(environment)
    ]
    asked = place / "asked.txt"
    asked.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--require-hashes", *target.pip_options()]
    subprocess.run([*command, f"--dest={place}", f"--requirement={asked}"], check=True)
    asked.unlink()


def read_wheel(path: Path) -> Found:
    """Read a wheel's name, version and needs from the file itself."""
    name, version, _, _ = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as archive:
        metadata = next(entry for entry in archive.namelist() if entry.endswith(".dist-info/METADATA"))
        message = email.message_from_bytes(archive.read(metadata))
    return Found(name, str(version), tuple(Requirement(text) for text in message.get_all("Requires-Dist", [])))


def unmet(target: Target, wheels: dict[str, Found]) -> Iterator[str]:
    """Tell what the program or one of the wheels needs on the target that is not among the wheels."""
    environment = target.environment()
    queue = [("pyproject.toml", "", need) for part in PARTS for need in direct_requirements()[part]]
    seen: set[tuple[str, str]] = set()
    while queue:
        asker, extra, need = queue.pop()
        if need.marker and not need.marker.evaluate({**environment, "extra": extra}):
            continue
        wheel = wheels.get(canonicalize_name(need.name))
        if wheel is None or not need.specifier.contains(wheel.version, prereleases=True):
            yield f"{asker} needs {need}, there is {wheel.version if wheel else 'none'}"
            continue
        for asked in {"", *need.extras} - {asked for name, asked in seen if name == wheel.name}:
            seen.add((wheel.name, asked))
            queue += [(wheel.name, asked, further) for further in wheel.needs]


def check(target: Target, place: Path) -> list[str]:
    """Give what is wrong with the lock on the target."""
    place.mkdir(parents=True, exist_ok=True)
    download(target, place)
    others = [path.name for path in place.iterdir() if path.suffix != ".whl"]
    wheels = {wheel.name: wheel for wheel in map(read_wheel, place.glob("*.whl"))}
    size = sum(path.stat().st_size for path in place.iterdir()) / 1_000_000
    print(f"{target}: {len(wheels)} wheels, {size:.0f} MB", flush=True)
    return [f"not a wheel: {name}" for name in others] + list(unmet(target, wheels))


def main() -> int:
    """Check the targets named on the command line; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known = {str(target): target for target in TARGETS}
    parser.add_argument("targets", nargs="*", default=USUAL, metavar="TARGET", help=", ".join(known))
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the wheels in DIR")
    asked = parser.parse_args()
    if strangers := set(asked.targets) - set(known):
        parser.error(f"unknown target: {', '.join(sorted(strangers))}; known: {', '.join(known)}")
    faults: list[str] = []
    with contextlib.ExitStack() as stack:
        place = asked.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for name in asked.targets:
            try:
                faults += [f"{name}: {fault}" for fault in check(known[name], place / name.replace("/", "-"))]
            except subprocess.CalledProcessError:
                faults.append(f"{name}: pip could not download every wheel, see above")
    print("\n".join(faults) if faults else "every wheel is there, nothing else is needed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
