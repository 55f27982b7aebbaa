#!/usr/bin/env bash
# Opens the program from a checkout, installing what is missing first.
#
#   bash packaging/start.sh              the window
#   bash packaging/start.sh demo DIR     the sample court, without a window
#   bash packaging/start.sh …            any other command: see --help
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

set_up runtime

if [ $# -eq 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    fail "这里没有图形界面（DISPLAY 没有设），窗口打不开。程序已经装好，可以：" \
        "在桌面上打开终端，再运行同一句；" \
        "或者不开窗口，直接做出示例法院：bash packaging/start.sh demo 目录；" \
        "或者用虚拟屏幕：apt-get install xvfb xauth，然后 xvfb-run -a bash packaging/start.sh。"
fi

exec "$VENV/bin/hengji" "$@"
