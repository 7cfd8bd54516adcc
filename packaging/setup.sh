#!/usr/bin/env bash
# Sets up the checkout: system libraries, .venv with the pinned packages, compiled catalogues and modules.
#
#   packaging/setup.sh [run|test|package]
#
# run      what the program needs (the default)
# test     that, the tools of the suite, and the readers that look at our papers from outside
# package  that, and what builds the bundle
#
# Every step looks first whether it is done: a second call takes a fraction of a second.
# PYTHON=/path/to/python3.12 chooses the interpreter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose=${1:-run}
case $purpose in run | test | package) ;; *)
    echo "usage: packaging/setup.sh [run|test|package]" >&2
    exit 2
    ;;
esac

# What Qt loads, and the Debian package that has it (the wheel brings all the rest):
# first what it needs at all, then what a window on a screen needs as well.
QT_LIBRARIES="
libglib-2.0.so.0:libglib2.0-0
libGL.so.1:libgl1
libEGL.so.1:libegl1
libxkbcommon.so.0:libxkbcommon0
libfontconfig.so.1:libfontconfig1
libdbus-1.so.3:libdbus-1-3
"
WINDOW_LIBRARIES="
libxcb-cursor.so.0:libxcb-cursor0
libxkbcommon-x11.so.0:libxkbcommon-x11-0
libxcb-icccm.so.4:libxcb-icccm4
libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-shape.so.0:libxcb-shape0
"
# The readers of the suite: a command, and the Debian package that has it.
READERS="
Xvfb:xvfb
xauth:xauth
pdftotext:poppler-utils
pandoc:pandoc
soffice:libreoffice-writer-nogui
"

say() { printf '%s\n' "consult: $*" >&2; }

# --- system packages -------------------------------------------------------------------------

missing_libraries() { # prints the packages of the given library:package lines that the loader does not find
    local known line
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0 # no ldconfig: nothing to say
    for line in $1; do
        grep -qF "${line%%:*} " <<<"$known" || echo "${line#*:}"
    done
}

missing_commands() { # prints the packages of the given command:package lines that are not on the path
    local line
    for line in $1; do
        command -v "${line%%:*}" >/dev/null 2>&1 || echo "${line#*:}"
    done
}

as_root() { # how to become root without a question: "", "sudo" or failure
    if [ "$(id -u)" = 0 ]; then
        echo ""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        echo "sudo"
    else
        return 1
    fi
}

package_list_read=""
install_packages() { # installs the packages named; says the command to type where it cannot
    local sudo command="apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        say "this system has no apt-get; install what these Debian packages hold: $*"
        return 1
    fi
    if ! sudo=$(as_root); then
        say "these system packages are missing; type:"
        say "    sudo $command"
        return 1
    fi
    say "installing system packages: $*"
    if [ -z "$package_list_read" ]; then
        package_list_read=yes
        if ! $sudo apt-get update -qq >&2; then
            say "the list of packages could not be brought up to date; trying with the one at hand"
        fi
    fi
    if ! $sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        install -y -qq --no-install-recommends "$@" >/dev/null; then
        say "that failed; type:"
        say "    ${sudo:+sudo }apt-get update && ${sudo:+sudo }$command"
        return 1
    fi
}

tried_today() { # true when these packages could not be installed less than a day ago: do not wait again
    [ "$(cat build/packages-tried 2>/dev/null)" = "$1" ] && [ -n "$(find build/packages-tried -mtime -1)" ]
}

system_packages() {
    local needed readers
    needed=$(missing_libraries "$QT_LIBRARIES $WINDOW_LIBRARIES")
    if [ "$purpose" = package ]; then needed="$needed $(missing_commands "objdump:binutils")"; fi
    # shellcheck disable=SC2086 # lists of words, here and below
    if [ -n "${needed//[[:space:]]/}" ] && ! install_packages $needed; then
        say "without them no window can be opened"
        # The suite draws without a screen, and the command line needs no Qt.
        if [ "$purpose" = test ] && [ -n "$(missing_libraries "$QT_LIBRARIES")" ]; then exit 1; fi
    fi
    if [ "$purpose" != test ]; then return 0; fi
    readers=$(missing_commands "$READERS")
    # LibreOffice is driven by the system's own Python, which needs a module for it
    /usr/bin/python3 -c "import uno" >/dev/null 2>&1 || readers="$readers python3-uno"
    if [ -n "$readers" ] && ! tried_today "$readers"; then
        if ! install_packages $readers; then
            say "the tests that need them will be skipped"
            mkdir -p build
            echo "$readers" >build/packages-tried
        fi
    fi
}

# --- the virtual environment -------------------------------------------------------------------

SUITABLE='
import sys
if not (3, 11) <= sys.version_info[:2] < (3, 14):
    raise SystemExit(1)
import ensurepip, venv
'

suitable_python() { # prints the first interpreter of a version that we support and that can make a .venv
    local name
    for name in "${PYTHON:-}" python3 python3.11 python3.12 python3.13 /usr/bin/python3; do
        if [ -n "$name" ] && "$name" -c "$SUITABLE" >/dev/null 2>&1; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

find_python() {
    local version
    if suitable_python; then return 0; fi
    version=$(/usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || true)
    case $version in 3.11 | 3.12 | 3.13) # Debian keeps venv and ensurepip in a package of their own
        if install_packages "python$version-venv" && suitable_python; then return 0; fi
        ;;
    *)
        say "Python 3.11, 3.12 or 3.13 is needed; name one with PYTHON=/path/to/python3 make …"
        ;;
    esac
    return 1
}

installed() { # true when this purpose was installed from these very files; what the others need includes `run`
    local stamp
    for stamp in .venv/.consult-"$purpose" $([ "$purpose" != run ] || echo .venv/.consult-test .venv/.consult-package); do
        if [ "$(cat "$stamp" 2>/dev/null)" = "$1" ]; then return 0; fi
    done
    return 1
}

environment() {
    local python fingerprint extras
    case $purpose in run) extras="" ;; test) extras="[dev]" ;; package) extras="[package]" ;; esac
    # A moved checkout is a new one: the scripts of a virtual environment hold its path.
    fingerprint=$(cat pyproject.toml constraints.txt <(pwd) | sha256sum | cut -d' ' -f1)
    if [ -x .venv/bin/consult ] && installed "$fingerprint"; then return 0; fi
    if [ "$(cat .venv/.consult-place 2>/dev/null)" != "$(pwd)" ] || ! .venv/bin/python -c "$SUITABLE" 2>/dev/null; then
        python=$(find_python) || exit 1
        say "making .venv with $python"
        rm -rf .venv
        "$python" -m venv .venv
        pwd >.venv/.consult-place
    fi
    say "installing the pinned Python packages ($purpose)"
    .venv/bin/python -m pip install --disable-pip-version-check -q -c constraints.txt setuptools Babel
    .venv/bin/python -m pip install --disable-pip-version-check -q -c constraints.txt \
        --no-build-isolation -e ".$extras"
    echo "$fingerprint" >".venv/.consult-$purpose"
}

# --- catalogues ----------------------------------------------------------------------------------

catalogues() {
    local po
    for po in locales/*/LC_MESSAGES/*.po; do
        if [ -e "$po" ] && ! [ "${po%.po}.mo" -nt "$po" ]; then
            .venv/bin/python packaging/catalogues.py compile
            return 0
        fi
    done
}

# --- bytecode ------------------------------------------------------------------------------------

bytecode() { # so that the first start is as fast as the next, also where Python may not write it by itself
    .venv/bin/python -m compileall -q consult_app
}

system_packages
environment
catalogues
bytecode
