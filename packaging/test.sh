#!/usr/bin/env bash
# Runs every check, installing what is missing first. What is told besides goes to pytest: bash packaging/test.sh tests/domain
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

set_up tests

cd "$ROOT" || exit
export QT_QPA_PLATFORM=offscreen
bin=$VENV/bin
failed=()

# Runs one check and goes on, whatever comes of it.
check() {
    local name=$1
    shift
    say "" "── $name"
    "$@" || failed+=("$name")
}

check "格式（ruff format）" "$bin/ruff" format --check .
check "写法（ruff check）" "$bin/ruff" check .
check "类型（mypy）" "$bin/mypy"
check "层次（lint-imports）" "$bin/lint-imports"
check "测试（pytest）" "$bin/python" -m pytest -n 2 --dist loadgroup "$@"

[ ${#failed[@]} -eq 0 ] || fail "没有通过的检查：" "${failed[@]}"
say "全部检查通过。"
