#!/bin/sh
# A long trace with one wrong event near its end must be rejected, at that event: otherwise that the
# trace itself is accepted says nothing. The trace is broken on its way into the validator.
# Usage: long-control.sh TRACE COMMAND... ; the command validates the standard input.
set -eu

trace=$1
shift
# So many lines before the end a wrong event is looked for.
near=2000
lines=$(wc -l <"$trace")
broken=$(mktemp)
said=$(mktemp)
trap 'rm -f "$broken" "$said"' EXIT

status=0
awk -v from=$((lines - near)) -v broken="$broken" '
    !done && NR > from && /"action":"(EnterView|Execute)"/ {
        sub(/"post":\{"(view|executed)":[0-9]+/, "&0"); done = 1; print NR >broken; close(broken)
    }
    { print }' "$trace" | "$@" >"$said" || status=$?

# The validator may have given up before the reading came that far.
line=$(cat "$broken")
if [ -z "$line" ]; then
    cat "$said" >&2
    echo "long-control: no event of the last $near lines of $trace got broken (status $status);" \
        "is the trace cut off, or can't the validator run?" >&2
    exit 1
fi
if [ "$status" -ne 1 ] || ! grep -q "standard input:$line: rejected" "$said"; then
    cat "$said" >&2
    echo "long-control: line $line of $trace was broken, and isn't what is rejected" \
        "(status $status)" >&2
    exit 1
fi
echo "rejected, as it must be, with line $line of $lines broken: $trace"
