#!/usr/bin/env bash
# Makes dist/hengji_VERSION_ARCH.deb from dist/hengji (packaging/build.sh) for Debian, Kylin and UOS.
# Everything lies under /opt/apps, as those systems' own stores want it; /usr has links only.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

cd "$ROOT" || exit
[ -x dist/hengji/hengji ] || fail "还没有 dist/hengji。" "请先运行：bash packaging/build.sh"

version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
arch=$(dpkg --print-architecture)
tree=build/deb
home=opt/apps/org.hengji
rm -rf "$tree"
mkdir -p "$tree/DEBIAN" "$tree/$home/entries/applications" "$tree/$home/entries/icons/hicolor/scalable/apps" \
    "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/icons/hicolor/scalable/apps"

cp -a dist/hengji "$tree/$home/files"
sed "s|^Exec=.*|Exec=/$home/files/hengji|" packaging/hengji.desktop >"$tree/$home/entries/applications/hengji.desktop"
cp resources/icons/hengji.svg "$tree/$home/entries/icons/hicolor/scalable/apps/hengji.svg"
cat >"$tree/$home/info" <<INFO
{"appid": "org.hengji", "name": "衡绩", "version": "$version", "arch": ["$arch"], "permissions": {}}
INFO
ln -s "/$home/files/hengji" "$tree/usr/bin/hengji"
ln -s "/$home/entries/applications/hengji.desktop" "$tree/usr/share/applications/hengji.desktop"
ln -s "/$home/entries/icons/hicolor/scalable/apps/hengji.svg" "$tree/usr/share/icons/hicolor/scalable/apps/hengji.svg"

# The build's own glibc is what it needs at least; dpkg then refuses an older system instead of the program dying there.
glibc=$(ldd --version | sed -n '1s/.* //p')
cat >"$tree/DEBIAN/control" <<CONTROL
Package: org.hengji
Version: $version
Architecture: $arch
Maintainer: Hengji <hengji@example.invalid>
Section: office
Priority: optional
Installed-Size: $(du -sk "$tree" | cut -f 1)
Depends: libc6 (>= $glibc), libgl1, libegl1, libxkbcommon0, libfontconfig1, libdbus-1-3, libglib2.0-0 | libglib2.0-0t64,
 libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0,
 libxcb-sync1, libxcb-xfixes0, libxcb-xkb1, libxkbcommon-x11-0
Description: 衡绩：法院全员绩效考核
 收各部门的表格，按本年的实施办法算分，讲清楚每一分的来历，定等次，印通报和档案。单机离线使用。
CONTROL

say "正在压缩……"
# xz: the dpkg of those systems cannot read zstd.
dpkg-deb --root-owner-group -Zxz -b "$tree" "dist/hengji_${version}_$arch.deb" >/dev/null
say "做好了：$ROOT/dist/hengji_${version}_$arch.deb（$(du -h "dist/hengji_${version}_$arch.deb" | cut -f 1)）"
