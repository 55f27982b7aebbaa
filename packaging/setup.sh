# Shared by start.sh, test.sh and build.sh: makes .venv in the checkout ready for one part of the lock.
# Sourced, not run. Says in Chinese what it does and why, asks nothing, and does nothing where nothing is missing.
# shellcheck shell=bash

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV=$ROOT/.venv
LOCK=$ROOT/packaging/requirements.lock
LOG=$ROOT/.setup.log

# The Pythons for which the lock has packages.
PYTHON_OLDEST=3.11
PYTHON_NEWEST=3.13

# Libraries that Qt needs, each with its Debian package: first those for any use, then those for a window under X.
LIBRARIES="
libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0 libfontconfig.so.1:libfontconfig1
libdbus-1.so.3:libdbus-1-3 libglib-2.0.so.0:libglib2.0-0
libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0
libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0
libxcb-shape.so.0:libxcb-shape0 libxcb-sync.so.1:libxcb-sync1 libxcb-xfixes.so.0:libxcb-xfixes0
libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0
"

say() { printf '%s\n' "$*" >&2; }

fail() {
    printf '\n不能继续：%s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
    exit 1
}

# --- Python ---------------------------------------------------------------------------------------

# Prints the first suitable Python among those in PATH; fails where there is none.
find_python() {
    local candidate
    for candidate in python3 python3.13 python3.12 python3.11; do
        if python_fits "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

python_fits() {
    command -v "$1" >/dev/null 2>&1 || return 1
    "$1" -c "import sys; v = sys.version_info[:2]; sys.exit(not (3, ${PYTHON_OLDEST#3.}) <= v <= (3, ${PYTHON_NEWEST#3.}))" \
        >/dev/null 2>&1
}

fail_for_python() {
    local found
    if found=$(python3 --version 2>&1); then
        fail "需要 Python $PYTHON_OLDEST 至 $PYTHON_NEWEST，这台电脑上的是 ${found#Python }。" \
            "请装上合适的版本（Debian 12 自带 3.11），或者改用不需要 Python 的安装包。"
    fi
    fail "这台电脑上没有 python3，也装不上。" "请装上 Python $PYTHON_OLDEST 至 $PYTHON_NEWEST，或者改用不需要 Python 的安装包。"
}

# --- Debian packages ------------------------------------------------------------------------------

# Prints the Debian packages that are missing, one a line. Asks for the library, not for the package: names differ.
missing_packages() {
    local known pair python
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
    for pair in $LIBRARIES; do
        case "$known" in *"${pair%%:*} "*) ;; *) printf '%s\n' "${pair#*:}" ;; esac
    done
    if python=$(find_python); then
        # Debian's python3 comes without ensurepip, and then no environment can be made.
        "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
            "$python" -c 'import sys; print(f"python3.{sys.version_info[1]}-venv")'
    elif ! command -v python3 >/dev/null 2>&1; then
        printf '%s\n' python3 python3-venv
    fi
}

install_packages() {
    local wanted="$*" sudo=()
    say "先装系统里缺的库（Qt 画窗口、Python 建环境要用）：" "$wanted"
    command -v apt-get >/dev/null 2>&1 ||
        fail "缺上面这些库，而这个系统没有 apt-get。" "请用系统自己的软件管理器装上与 Debian 的这些包相当的库，再运行一次。"
    if [ "$(id -u)" -ne 0 ]; then
        sudo=(sudo -n)
        "${sudo[@]}" true >/dev/null 2>&1 ||
            fail "装系统的库要管理员权限，而当前用户没有（或 sudo 要输密码）。" \
                "请管理员执行一次下面这句，然后再运行：" "sudo apt-get install -y --no-install-recommends $wanted"
    fi
    local apt=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120)
    # An update that fails is no harm where the lists are good; whether the packages come is what counts.
    "${apt[@]}" update >>"$LOG" 2>&1 </dev/null || true
    # shellcheck disable=SC2086  # one word each
    "${apt[@]}" install --no-install-recommends $wanted >>"$LOG" 2>&1 </dev/null ||
        fail "系统的库没有装上：连不上 Debian 软件源（没有网络？），或软件源里没有。" \
            "缺的是：$wanted" "软件管理器的原话：$(grep -E '^(E|W|Err)' "$LOG" | tail -n 1)" "全部记录在 $LOG。"
}

# --- the environment --------------------------------------------------------------------------------

# Prints the lines of the lock up to and including one part (runtime < tests < build).
lock_part() {
    awk -v last="$1" '/^# === /{ if (done) exit; done = ($3 == last) } { print }' "$LOCK"
}

# What an installed part depends on: the lock, the place (an environment cannot be moved) and the Python in it.
stamp_of() {
    { lock_part "$1" && printf '%s\n' "$ROOT" && "$VENV/bin/python" -VV; } 2>/dev/null | sha256sum | cut -c 1-64
}

is_ready() {
    local stamp=$VENV/.ready-$1
    [ -x "$VENV/bin/hengji" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(stamp_of "$1")" ]
}

make_environment() {
    # Made anew: an environment that was killed half way, was moved here, or whose Python is gone or too old.
    if [ ! -e "$VENV/.unfinished" ] && grep -qxF "$ROOT" "$VENV/.place" 2>/dev/null &&
        python_fits "$VENV/bin/python" && "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        return 0
    fi
    local python
    python=$(find_python) || fail_for_python
    say "建一个只给本程序用的 Python 环境：.venv（$("$python" --version)），不动系统里的 Python。"
    "$python" -m venv --clear "$VENV" >>"$LOG" 2>&1 ||
        fail "建不了 Python 环境：$(tail -n 1 "$LOG")" "请看这个文件夹能不能写、磁盘有没有满：$ROOT"
    printf '%s\n' "$ROOT" >"$VENV/.place"
}

install_part() {
    local lines=$VENV/.requirements.txt count
    lock_part "$1" >"$lines"
    count=$(grep -c '==' "$lines")
    say "按锁定的版本装 $count 个程序包，逐个核对校验值（第一次约下载 150 MB，以后不再下载）："
    # Stays behind only where we are killed: pip itself loads everything before it touches the environment.
    touch "$VENV/.unfinished"
    # Not compiled here: Python does that for what it uses, when it uses it.
    "$VENV/bin/python" -m pip install --disable-pip-version-check --no-input --progress-bar off --retries 3 --no-compile \
        --require-hashes --no-deps --only-binary=:all: -r "$lines" 2>&1 | tee -a "$LOG" | show_progress || {
        rm -f "$VENV/.unfinished"
        fail_for_pip
    }
    rm -f "$VENV/.unfinished"
}

# Turns pip's own lines into a few Chinese ones.
show_progress() {
    sed -u -n -e '/\.metadata/d' -e 's/^ *Downloading .*\/\(.*\)/Downloading \1/' \
        -e 's/^ *Downloading \([^-]*\)-\([^-]*\)-[^ ]*\.whl\(.*\)/  下载 \1 \2\3/p' \
        -e 's/^Installing collected packages:.*/  下载完毕，正在安装……/p' >&2
}

fail_for_pip() {
    local words
    words=$(tail -n 60 "$LOG")
    case "$words" in
        *"No space left"*) fail "磁盘满了，程序包没有装完。" "腾出约 1 GB 后再运行一次，会接着装。" ;;
        *"DO NOT MATCH THE HASHES"*) fail "下载到的程序包与锁定的校验值不符，没有安装。" "多半是软件源被改动或下载损坏，请换一个软件源再试。记录在 $LOG。" ;;
        *"CERTIFICATE_VERIFY_FAILED"*)
            fail "下载不到程序包：软件源的证书不受信任。" \
                "请看这台电脑的日期时间对不对；单位的网络若有自己的证书，请先给 pip 设好（pip.conf 的 cert）。" "记录在 $LOG。" ;;
        *"connection"* | *"resolution"* | *"unreachable"* | *"timed out"* | *"ProxyError"* | *"SSLError"* | *"Max retries"*)
            fail "下载不到程序包：连不上 Python 软件源（没有网络，或网络不通）。" \
                "接上网络后再运行一次即可。不能上网的电脑请用安装包。" "记录在 $LOG。" ;;
    esac
    fail "程序包没有装上：$(grep -E '^ERROR' "$LOG" | tail -n 1)" "全部记录在 $LOG。"
}

# The command of the installed program, for use from any folder.
write_command() {
    cat >"$VENV/bin/hengji" <<'COMMAND'
#!/bin/sh
# 衡绩：从源码运行，可在任何文件夹里使用。
root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
PYTHONPATH=$root${PYTHONPATH:+:$PYTHONPATH} exec "$root/.venv/bin/python" -P -m app "$@"
COMMAND
    chmod +x "$VENV/bin/hengji"
}

# Fails where a library of Qt still cannot be loaded, naming it (Qt itself blames libxcb-cursor0 for all of them).
check_qt() {
    local folder absent
    folder=$(echo "$VENV"/lib/python3.*/site-packages/PySide6)
    absent=$(ldd "$folder"/Qt/lib/libQt6Widgets.so.6 "$folder"/Qt/plugins/platforms/libqxcb.so 2>&1 |
        awk '/not found/ { print $1 }' | sort -u | tr '\n' ' ')
    [ -z "$absent" ] || fail "Qt 还缺系统的库：$absent" "请用系统的软件管理器装上含有这些文件的包，再运行一次。"
}

# Makes the environment ready for a part of the lock: runtime, tests or build.
set_up() {
    is_ready "$1" && return 0
    touch "$LOG" 2>/dev/null || fail "这个文件夹不能写：$ROOT" "请把它放到自己能写的地方（例如主文件夹）再运行。"
    # One at a time: two at once would install into the same place.
    exec 9>"$ROOT/.setup.lock"
    flock 9
    if ! is_ready "$1"; then
        : >"$LOG"
        local missing part
        # Said before anything is installed: another Python is not ours to install.
        find_python >/dev/null || ! command -v python3 >/dev/null 2>&1 || fail_for_python
        missing=$(missing_packages | sort -u | tr '\n' ' ')
        # shellcheck disable=SC2086  # one word each
        [ -z "$missing" ] || install_packages $missing
        make_environment
        install_part "$1"
        write_command
        check_qt
        for part in runtime tests build; do
            stamp_of "$part" >"$VENV/.ready-$part"
            [ "$part" != "$1" ] || break
        done
        say "环境已就绪。"
    fi
    exec 9>&-
}
