#!/bin/sh
# Puts Consult into the menu of the person who runs this, and opens .consult files with it.
# Run it again after moving the folder; --remove takes everything away.
set -e
here=$(cd "$(dirname "$0")" && pwd)
program=$(dirname "$here")/consult
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/consult.desktop
mime=$share/mime/packages/consult-mime.xml
svg=$share/icons/hicolor/scalable/apps/consult.svg
png=$share/icons/hicolor/256x256/apps/consult.png

if [ "$1" = --remove ]; then
    rm -f "$entry" "$mime" "$svg" "$png"
else
    mkdir -p "$(dirname "$entry")" "$(dirname "$mime")" "$(dirname "$svg")" "$(dirname "$png")"
    quoted=$(printf '%s' "$program" | sed 's/[\\"`$]/\\\\&/g; s/[&|]/\\&/g')
    sed "s|^Exec=consult|Exec=\"$quoted\"|" "$here/consult.desktop" >"$entry"
    cp "$here/consult-mime.xml" "$mime"
    cp "$here/consult.svg" "$svg"
    cp "$here/consult.png" "$png"
fi

if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime"; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$share/applications"; fi
