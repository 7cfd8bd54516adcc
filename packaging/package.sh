#!/usr/bin/env bash
# Builds dist/consult/ with PyInstaller and puts beside the program what makes it at home on a desktop:
# the menu entry, the icon and the type of .consult files, with a script that puts them in their places.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

.venv/bin/python packaging/catalogues.py compile
QT_QPA_PLATFORM=offscreen .venv/bin/python -m PyInstaller --noconfirm --log-level WARN \
    --distpath dist --workpath build/pyinstaller packaging/consult.spec

bundle=dist/consult
desktop=$bundle/desktop
mkdir -p "$desktop"
cp packaging/consult.desktop packaging/consult-mime.xml packaging/install-desktop.sh "$desktop/"
cp resources/icons/consult.svg resources/icons/consult.png "$desktop/"
cp LICENSE NOTICE README.md "$bundle/"
chmod +x "$desktop/install-desktop.sh"

# The bundle must stand by itself: started without the environment and from elsewhere.
program=$(pwd)/$bundle/consult
(cd / && env -i HOME="$HOME" PATH=/usr/bin:/bin QT_QPA_PLATFORM=offscreen "$program" commands >/dev/null)
echo "$bundle: $(du -sh "$bundle" | cut -f1); start $bundle/consult, or put it on the desktop with $desktop/install-desktop.sh"
