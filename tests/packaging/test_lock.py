"""The lock and what is asked for in pyproject.toml agree, and nothing in it is open or tied to one place."""

import re
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture(scope="module", autouse=True)
def scripts() -> None:
    """The scripts import one another by their own names, as when they are run."""
    if str(PACKAGING) not in sys.path:
        sys.path.append(str(PACKAGING))


def pins(target=None):
    import lockfile

    return [pin for pin in lockfile.read() if target is None or pin.applies(target.environment())]


def targets():
    from targets import TARGETS

    return TARGETS


def test_every_requirement_is_pinned_as_asked_on_every_target():
    from lock import direct_requirements

    for target in targets():
        versions = {canonicalize_name(pin.name): pin.version for pin in pins(target)}
        for part, requirements in direct_requirements().items():
            for need in requirements:
                if not need.marker or need.marker.evaluate(dict(target.environment())):
                    assert need.specifier.contains(versions[canonicalize_name(need.name)]), (target, part, need)


def test_no_target_has_two_versions_of_a_package():
    for target in targets():
        names = [pin.name for pin in pins(target)]
        assert len(names) == len(set(names)), target


def test_every_pin_has_hashes_and_no_place_is_named():
    text = (PACKAGING / "requirements.lock").read_text(encoding="utf-8")
    assert all(pin.hashes and all(re.fullmatch("[0-9a-f]{64}", digest) for digest in pin.hashes) for pin in pins())
    assert "://" not in text
    assert "index" not in text


def test_aarch64_has_the_qt_that_its_glibc_allows():
    qt = {str(target): pin.version for target in targets() for pin in pins(target) if pin.name == "pyside6-essentials"}
    assert {name: version for name, version in qt.items() if "aarch64" in name} == {
        f"linux-aarch64/{python}": "6.8.0.2" for python in ("3.11", "3.12", "3.13")
    }
    assert {version for name, version in qt.items() if "aarch64" not in name} == {"6.9.3"}


def test_what_the_program_runs_on_does_not_need_the_test_packages():
    runtime = {canonicalize_name(pin.name) for pin in pins() if pin.part == "runtime"}
    assert not runtime & {"pytest", "hypothesis", "ruff", "mypy", "pyinstaller"}
    for name in runtime:
        for text in metadata.requires(name) or []:
            need = Requirement(text)
            if not need.marker or need.marker.evaluate({"extra": ""}):
                assert canonicalize_name(need.name) in runtime, f"{name} needs {need}"


def test_these_checks_run_with_the_locked_versions():
    here = [pin for pin in pins() if pin.part != "build" and pin.applies(dict(default_environment()))]
    assert {pin.name: metadata.version(pin.name) for pin in here} == {pin.name: pin.version for pin in here}


def test_the_lock_survives_being_read_and_written(tmp_path):
    import lockfile

    lockfile.write(pins(), tmp_path / "again.lock")
    assert (tmp_path / "again.lock").read_text(encoding="utf-8") == lockfile.LOCK.read_text(encoding="utf-8")


def test_a_marker_says_exactly_on_which_targets_a_package_is_needed():
    from lock import marker_for

    windows = {target for target in targets() if target.machine.name.startswith("windows")}
    assert marker_for(windows) == 'sys_platform == "win32"'
    assert marker_for(set(targets())) == ""
    with pytest.raises(ValueError, match="no marker"):
        marker_for({targets()[0]})


def test_what_another_machine_needs_is_found_in_the_packages_own_words():
    from lock import Wheel, closure

    wheels = {
        "click": Wheel(
            "click", "8", "", (Requirement("colorama; sys_platform == 'win32'"), Requirement("x; extra == 'y'"))
        )
    }
    missing = {
        str(target): [need.name for need in closure([Requirement("click")], wheels, target)[1]] for target in targets()
    }
    assert {name: needs for name, needs in missing.items() if needs} == {
        f"windows-x86_64/{python}": ["colorama"] for python in ("3.11", "3.12", "3.13")
    }


def test_a_wheel_that_is_missing_or_of_a_wrong_version_is_told():
    from check_wheels import Found, unmet

    target = targets()[0]
    wheels = {canonicalize_name(pin.name): Found(pin.name, pin.version, ()) for pin in pins(target)}
    assert list(unmet(target, wheels)) == []
    wheels["sqlmodel"] = Found("sqlmodel", "0.0.1", ())
    del wheels["pypinyin"]
    assert sorted(unmet(target, wheels)) == [
        "pyproject.toml needs pypinyin==0.55.0, there is none",
        "pyproject.toml needs sqlmodel==0.0.50, there is 0.0.1",
    ]
