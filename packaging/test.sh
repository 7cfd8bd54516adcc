#!/usr/bin/env bash
# Everything that must be green, as quickly as two cores allow: the linters take a second and go first;
# types and the import contract run beside the suite, and what they say is printed after it.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bin=.venv/bin
scripts=(packaging/*.py setup.py)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=()
# with its bytecode kept, the next run need not rewrite the assertions of four hundred files, in each worker
unset PYTHONDONTWRITEBYTECODE

step() { # step NAME COMMAND…: runs it now
    echo "== $1"
    "${@:2}" || failed+=("$1")
}

later() { # later NAME COMMAND…: runs it beside the rest; `collect` prints what it said
    local name=$1
    (
        "${@:2}" >"$work/$name.said" 2>&1
        echo $? >"$work/$name.status"
    ) &
}

collect() {
    local name=$1
    echo "== $name"
    cat "$work/$name.said"
    [ "$(cat "$work/$name.status")" = 0 ] || failed+=("$name")
}

types() {
    # the scripts are no package; with the same settings mypy needs to read nothing a second time
    "$bin/mypy" && "$bin/mypy" --no-namespace-packages --no-explicit-package-bases "${scripts[@]}"
}

step "ruff check" "$bin/ruff" check .
step "ruff format" "$bin/ruff" format --check .
later "types" types
later "import contract" env PYTHONPATH=. "$bin/lint-imports" --no-logo
step "catalogues" "$bin/python" packaging/catalogues.py check
step "suite" "$bin/python" -m pytest -n 2 --dist loadfile --no-loadscope-reorder "$@"
wait
collect "types"
collect "import contract"

if [ ${#failed[@]} -gt 0 ]; then
    printf 'FAILED: %s\n' "${failed[*]}"
    exit 1
fi
echo "All green."
