#!/bin/sh
# Makes a Debian package of what `make install` installs: make_deb.sh MAKE
set -eu
make=$1
version=$(.build/release/whosaid --version | sed -n '1s/^whosaid //p')
architecture=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
$make --no-print-directory install DESTDIR="$root" PREFIX=/usr ZSH_FUNCTIONS=share/zsh/vendor-completions
strip --strip-unneeded "$root/usr/bin/whosaid"
gzip -9n "$root/usr/share/man/man1/whosaid.1"
changelog=$root/usr/share/doc/whosaid/changelog.gz
gzip -9nc CHANGELOG.md >"$changelog"
chmod 644 "$changelog"

# The libraries that the program needs, as dpkg knows them.
work=$root/work
mkdir -p "$work/debian" "$root/DEBIAN"
echo "Source: whosaid" >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O -e"$root/usr/bin/whosaid" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
rm -rf "$work"
[ -n "$depends" ] || { echo "make deb: dpkg-shlibdeps (package dpkg-dev) found no libraries" >&2; exit 1; }

# Archives and PDF are read with libraries that are looked for when they are needed.
cat >"$root/DEBIAN/control" <<CONTROL
Package: whosaid
Version: $version
Architecture: $architecture
Maintainer: The whosaid developers <whosaid@localhost>
Installed-Size: $(du -ks "$root/usr" | cut -f 1)
Depends: $depends
Recommends: libarchive13, libpoppler-glib8
Section: text
Priority: optional
Description: find who said what in news articles
 Point it at articles; it finds every statement somebody made, says who made it,
 what it is about and which other statements it belongs with, and lets you walk
 through them with the keyboard. Everything happens on your own machine.
CONTROL
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
package=.build/whosaid_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
echo "$package"
