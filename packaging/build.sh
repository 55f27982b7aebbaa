#!/usr/bin/env bash
# Makes dist/hengji: a folder that runs without Python. Build on the oldest system that it shall run on.
# Ends with the built program's own test, so that what packaging broke is seen here and not at the court.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

command -v objdump >/dev/null 2>&1 || install_packages binutils
set_up build

cd "$ROOT" || exit
say "正在打包……"
log=build/pyinstaller.log
mkdir -p build
QT_QPA_PLATFORM=offscreen "$VENV/bin/python" -P -m PyInstaller --noconfirm --clean --log-level WARN \
    --distpath dist --workpath build packaging/hengji.spec >"$log" 2>&1 ||
    fail "打包没有成功：$(tail -n 1 "$log")" "全部记录在 $ROOT/$log。"

# A library that the build machine lacks is only a warning to PyInstaller, and no window on the user's machine.
if lost=$(grep -oE 'Library not found: could not resolve .*(libxcb|libxkb|libEGL|libGL)[^ ]*' "$log" | sort -u) && [ -n "$lost" ]; then
    fail "打包的机器上缺库，做出的程序会打不开窗口：" "$lost"
fi

# Debugging symbols, a third of these files, are of no use to a court.
strip --strip-unneeded dist/hengji/_internal/libpython3.*.so.* dist/hengji/_internal/sqlcipher3/*.so

say "打包完成，试运行做出的程序……"
QT_QPA_PLATFORM=offscreen dist/hengji/hengji --self-test ||
    fail "做出的程序自检没有通过。"
say "做好了：$ROOT/dist/hengji（$(du -sh dist/hengji | cut -f 1)）"
