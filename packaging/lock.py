#!/usr/bin/env python3
"""Make requirements.lock from pyproject.toml: every package for every target, with hashes.

    .venv/bin/python packaging/lock.py             keep the versions that still fit, add what is missing
    .venv/bin/python packaging/lock.py --upgrade   take the newest versions that pyproject.toml allows

pip chooses the versions and tells the hashes (its dry run with a report). But pip reads environment markers for the
machine it runs on, so what another machine needs besides is worked out here from the packages' own metadata and asked
for until nothing is missing.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lockfile import PARTS, Pin, read, write
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from targets import TARGETS, Target

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"

# These have another version on aarch64 (see pyproject.toml), so one target's choice does not bind the next.
VARYING = {"pyside6-essentials", "shiboken6"}

# The ways in which targets may differ; the first that fits is written into the lock.
MARKERS = [
    *(f'sys_platform {sign} "win32"' for sign in ("==", "!=")),
    *(f'platform_machine {sign} "aarch64"' for sign in ("==", "!=")),
    *(f'python_version {sign} "{python}"' for python in ("3.12", "3.13") for sign in ("<", ">=")),
    'sys_platform == "win32" and python_version < "3.12"',
]


@dataclass(frozen=True)
class Wheel:
    """What pip chose for one package on one target."""

    name: str
    version: str
    digest: str
    needs: tuple[Requirement, ...]


def direct_requirements() -> dict[str, list[Requirement]]:
    """Give what pyproject.toml asks for, by part of the lock."""
    settings = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    groups = {"runtime": settings["project"]["dependencies"], **settings["dependency-groups"]}
    groups["build"] = [*groups["build"], *settings["build-system"]["requires"]]
    return {part: [Requirement(text) for text in groups[part]] for part in PARTS}


def chosen(requirements: Iterable[str], constraints: Iterable[str], target: Target) -> dict[str, Wheel]:
    """Ask pip which wheels it would install on the target; raises CalledProcessError where it finds none."""
    with tempfile.TemporaryDirectory() as place:
        asked, limits, report = Path(place, "asked.txt"), Path(place, "limits.txt"), Path(place, "report.json")
        asked.write_text("\n".join(requirements), encoding="utf-8")
        limits.write_text("\n".join(constraints), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--dry-run",
            "--ignore-installed",
            f"--target={place}/x",
        ]
        command += [*target.pip_options(), f"--report={report}", f"--requirement={asked}", f"--constraint={limits}"]
        subprocess.run(command, check=True)
        installs = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {wheel.name: wheel for wheel in map(_wheel, installs)}


def _wheel(install: dict[str, dict[str, object]]) -> Wheel:
    metadata, archive = install["metadata"], install["download_info"]["archive_info"]
    assert isinstance(archive, dict)
    needs = metadata.get("requires_dist", [])
    assert isinstance(needs, list)
    digest = str(archive["hashes"]["sha256"])
    return Wheel(
        canonicalize_name(str(metadata["name"])), str(metadata["version"]), digest, tuple(map(Requirement, needs))
    )


def closure(
    wanted: Iterable[Requirement], wheels: dict[str, Wheel], target: Target
) -> tuple[set[str], list[Requirement]]:
    """Give the names that the target needs for the wanted ones, and the requirements for which pip was not yet asked."""
    names: set[str] = set()
    seen: set[tuple[str, str]] = set()
    missing: list[Requirement] = []
    queue = [(requirement, "") for requirement in wanted]
    while queue:
        requirement, extra = queue.pop()
        if requirement.marker and not requirement.marker.evaluate({**target.environment(), "extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        if name not in wheels:
            missing.append(requirement)
            continue
        names.add(name)
        for asked in {"", *requirement.extras}:
            if (name, asked) not in seen:
                seen.add((name, asked))
                queue += [(need, asked) for need in wheels[name].needs]
    return names, missing


def without_marker(requirement: Requirement) -> str:
    """Give the requirement's text for a machine on which its marker is known to be true."""
    extras = f"[{','.join(sorted(requirement.extras))}]" if requirement.extras else ""
    return f"{requirement.name}{extras}{requirement.specifier}"


def resolved(target: Target, constraints: Iterable[str]) -> dict[str, tuple[str, Wheel]]:
    """Give every package that the target needs: name -> (part, wheel)."""
    direct = direct_requirements()
    environment = target.environment()
    everything = [need for part in PARTS for need in direct[part]]
    asked = {without_marker(need) for need in everything if not need.marker or need.marker.evaluate(dict(environment))}
    while True:
        wheels = chosen(sorted(asked), constraints, target)
        _, missing = closure(everything, wheels, target)
        if not missing:
            break
        asked |= {without_marker(need) for need in missing}
    parts: dict[str, tuple[str, Wheel]] = {}
    for part in PARTS:
        for name in closure(direct[part], wheels, target)[0]:
            parts.setdefault(name, (part, wheels[name]))
    return parts


def marker_for(targets: set[Target]) -> str:
    """Give the marker that is true exactly on these targets; raises ValueError where no known one is."""
    if targets == set(TARGETS):
        return ""
    for marker in MARKERS:
        probe = Pin("", "", "", marker, ())
        if {target for target in TARGETS if probe.applies(target.environment())} == targets:
            return marker
    raise ValueError(f"no marker for {sorted(map(str, targets))}")


def main() -> None:
    """Resolve target after target, each bound by the versions of those before, and write the lock."""
    kept = [] if "--upgrade" in sys.argv[1:] else read()
    versions: dict[str, str] = {canonicalize_name(pin.name): pin.version for pin in kept}
    found: dict[tuple[str, str, str], dict[Target, str]] = {}
    for target in TARGETS:
        print(f"{target} …", flush=True)
        limits = [f"{name}=={version}" for name, version in versions.items() if name not in VARYING]
        for name, (part, wheel) in resolved(target, limits).items():
            versions[name] = wheel.version
            found.setdefault((part, name, wheel.version), {})[target] = wheel.digest
    pins = [
        Pin(part, name, version, marker_for(set(digests)), tuple(sorted(set(digests.values()))))
        for (part, name, version), digests in found.items()
    ]
    write(pins)
    print(f"{len(pins)} pins, {sum(len(pin.hashes) for pin in pins)} wheels")


if __name__ == "__main__":
    main()
