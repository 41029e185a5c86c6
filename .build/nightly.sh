#!/bin/sh
# Runs every check, whatever the ones before it said, and sums up. Only the symbolic checks may be
# missing: where Apalache can't be had they are shown as NOT RUN, never as passed.
set -eu

not_run=3
make=${MAKE:-make}
summary=
failed=0

note() {
    summary="$summary
  $1  $2"
}

for step in test "specs TIER=nightly" mutants faults "proofs MUTANTS=all" "sim RUNS=$1" traces \
    explore sensitivity mutation long dist "cluster-faults MINUTES=30" \
    "fuzz SECONDS=300" "symbolic TIER=nightly"; do
    echo "== make $step"
    rm -f target/symbolic.status
    # Unquoted on purpose: a step is a target and its variables.
    if $make --no-print-directory $step; then
        note "passed " "$step"
    elif [ "$(cat target/symbolic.status 2>/dev/null)" = "$not_run" ]; then
        note "NOT RUN" "$step"
    else
        note "FAILED " "$step"
        failed=1
    fi
done

echo "== nightly$summary"
exit "$failed"
