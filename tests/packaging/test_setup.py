"""What the two commands say and do on machines where something is missing."""

from pathlib import Path

import pytest

OLD_PYTHON = '[ "$1" = --version ] && { echo "Python 3.9.2"; exit 0; }; exit 1'
GOOD_PYTHON = '[ "$1" = --version ] && echo "Python 3.11.2"; exit 0'
LIBRARIES_MISSING = "true"


def test_a_python_that_is_too_old_is_named(machine):
    machine.has("python3", OLD_PYTHON)
    run = machine.run("packaging/start.sh")
    assert run.returncode == 1
    assert "不能继续：需要 Python 3.11 至 3.13，这台电脑上的是 3.9.2。" in run.stderr


def test_an_older_python3_does_not_hide_a_python_that_fits(machine):
    machine.has("python3", OLD_PYTHON)
    machine.has("python3.12", GOOD_PYTHON)
    assert machine.shell("find_python").stdout.strip().endswith("python3.12")


def test_without_python_and_without_apt_the_way_out_is_told(machine):
    run = machine.run("packaging/start.sh")
    assert run.returncode == 1
    assert "python3 python3-venv" in run.stderr
    assert "这个系统没有 apt-get" in run.stderr


def test_a_plain_user_gets_the_line_for_the_administrator(machine):
    machine.has("python3", GOOD_PYTHON)
    machine.has("ldconfig", LIBRARIES_MISSING)
    machine.has("apt-get", "echo must not run >&2; exit 9")
    machine.has("sudo", "exit 1")
    machine.has("id", "echo 1000")
    run = machine.run("packaging/start.sh")
    assert run.returncode == 1
    assert "当前用户没有（或 sudo 要输密码）" in run.stderr
    assert "sudo apt-get install -y --no-install-recommends libdbus-1-3 libegl1" in run.stderr
    assert "must not run" not in run.stderr


def test_no_network_for_debian_packages_is_said_with_apt_s_own_words(machine):
    machine.has("python3", GOOD_PYTHON)
    machine.has("ldconfig", LIBRARIES_MISSING)
    machine.has("apt-get", 'echo "E: Unable to locate package libgl1"; exit 100')
    run = machine.run("packaging/start.sh")
    assert run.returncode == 1
    assert "连不上 Debian 软件源" in run.stderr
    assert "E: Unable to locate package libgl1" in run.stderr


def test_only_what_is_missing_is_asked_for(machine):
    machine.has("python3", GOOD_PYTHON)
    assert machine.shell("missing_packages").stdout == ""
    machine.has("ldconfig", "echo 'libGL.so.1 (libc6) => /libGL.so.1'")
    missing = machine.shell("missing_packages").stdout.split()
    assert "libgl1" not in missing
    assert {"libegl1", "libxcb-cursor0", "libglib2.0-0"} <= set(missing)


def test_a_python_without_ensurepip_needs_its_venv_package(machine):
    machine.has("python3", 'case "$*" in *ensurepip*) exit 1;; *print*) echo python3.11-venv;; esac')
    assert machine.shell("missing_packages").stdout.split() == ["python3.11-venv"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
            "没有网络，或网络不通",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "证书不受信任"),
        ("OSError: [Errno 28] No space left on device", "磁盘满了"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "与锁定的校验值不符"),
        ("ERROR: Something never seen before", "ERROR: Something never seen before"),
    ],
)
def test_each_way_in_which_pip_fails_has_its_sentence(machine, words, sentence):
    (machine.checkout / ".setup.log").write_text(words + "\n", encoding="utf-8")
    run = machine.shell("fail_for_pip")
    assert run.returncode == 1
    assert sentence in run.stderr


def test_pip_s_progress_is_told_in_chinese(machine):
    lines = (
        "Downloading pyside6_essentials-6.9.3-cp39-abi3-manylinux_2_28_x86_64.whl (97.5 MB)",
        "Downloading x.whl.metadata",
        "Installing collected packages: x",
    )
    run = machine.shell("printf '%s\\n' " + " ".join(f"'{line}'" for line in lines) + " | show_progress")
    assert run.stderr.splitlines() == ["  下载 pyside6_essentials 6.9.3 (97.5 MB)", "  下载完毕，正在安装……"]


def test_an_environment_killed_half_way_is_made_anew(machine):
    machine.has("python3", f'echo "$@" >>calls; {GOOD_PYTHON}')
    machine.has_in_environment("python", "exit 0")
    place = machine.checkout / ".venv" / ".place"
    place.write_text(f"{machine.checkout}\n", encoding="utf-8")
    machine.shell("make_environment")
    assert not (machine.checkout / "calls").exists()
    (machine.checkout / ".venv" / ".unfinished").touch()
    machine.shell("make_environment")
    assert f"-m venv --clear {machine.checkout}/.venv" in (machine.checkout / "calls").read_text(encoding="utf-8")


def test_an_environment_that_was_moved_is_made_anew(machine):
    machine.has("python3", f'echo "$@" >>calls; {GOOD_PYTHON}')
    machine.has_in_environment("python", "exit 0")
    (machine.checkout / ".venv" / ".place").write_text("/elsewhere\n", encoding="utf-8")
    machine.shell("make_environment")
    assert "-m venv --clear" in (machine.checkout / "calls").read_text(encoding="utf-8")


def test_the_second_time_nothing_is_installed(machine):
    machine.is_set_up()
    run = machine.run("packaging/start.sh", "demo", "示例 一")
    assert (run.returncode, run.stdout, run.stderr) == (0, "hengji:demo 示例 一\n", "")


def test_a_changed_lock_or_another_python_is_noticed(machine):
    machine.is_set_up()
    assert machine.shell("is_ready runtime").returncode == 0
    machine.has_in_environment("python", 'echo "Python 3.12.1"')
    assert machine.shell("is_ready runtime").returncode == 1
    machine.is_set_up()
    lock = machine.checkout / "packaging" / "requirements.lock"
    lock.write_text(lock.read_text(encoding="utf-8").replace("sqlmodel==", "sqlmodel==9."), encoding="utf-8")
    assert machine.shell("is_ready runtime").returncode == 1


def test_a_change_among_the_test_packages_leaves_the_program_ready(machine):
    machine.is_set_up()
    lock = machine.checkout / "packaging" / "requirements.lock"
    lock.write_text(lock.read_text(encoding="utf-8").replace("pytest==", "pytest==9."), encoding="utf-8")
    assert machine.shell("is_ready runtime").returncode == 0
    assert machine.shell("is_ready tests").returncode == 1


def test_without_a_display_the_window_is_refused_with_the_ways_round(machine):
    machine.is_set_up()
    run = machine.run("packaging/start.sh")
    assert run.returncode == 1
    assert "没有图形界面" in run.stderr
    assert "start.sh demo" in run.stderr
    assert "xvfb-run" in run.stderr
    assert machine.run("packaging/start.sh", environment={"DISPLAY": ":0"}).stdout == "hengji:\n"


def test_arguments_are_taken_in_the_folder_where_the_user_stands(machine, tmp_path):
    machine.is_set_up()
    machine.has_in_environment("hengji", "pwd")
    run = machine.run(str(machine.checkout / "packaging" / "start.sh"), "--version", cwd=tmp_path)
    assert run.stdout.strip() == str(tmp_path)


def test_every_check_runs_and_all_that_failed_are_named(machine):
    machine.is_set_up()
    machine.has_in_environment("ruff", 'echo "ruff $1"; [ "$1" = format ]')
    machine.has_in_environment("mypy", "echo mypy")
    machine.has_in_environment("lint-imports", "echo lint-imports; exit 1")
    machine.write(
        machine.checkout / ".venv" / "bin" / "python",
        'case "$*" in *pytest*) echo "pytest $*"; exit 1;; *) echo "Python 3.11.2";; esac',
    )
    run = machine.run("packaging/test.sh", "tests/domain")
    assert run.returncode == 1
    assert run.stdout.split("\n")[:4] == ["ruff format", "ruff check", "mypy", "lint-imports"]
    assert run.stdout.splitlines()[-1].startswith("pytest ")
    assert run.stdout.rstrip().endswith("tests/domain")
    told = run.stderr[run.stderr.index("没有通过的检查") :]
    assert ["ruff check" in told, "lint-imports" in told, "pytest" in told, "mypy" in told] == [True, True, True, False]


def test_ci_runs_what_a_person_runs():
    lines = (Path(__file__).parents[2] / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "exec bash packaging/test.sh"
