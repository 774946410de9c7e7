#!/bin/sh
# Prints the tables of docs/accuracy.md: `score.sh SHARED`, with whosaid and Benchmarks built in .build/release.
# Says what it leaves out, and why.
set -u
shared=$1
programs=.build/release
eval=$shared/eval
dev=$shared/corpora/polnear/dev
gap=$shared/corpora/gap/gap-development.tsv
here=$(dirname "$0")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0

title() { printf '\n== %s\n' "$1"; }
skip() { printf 'left out: %s\n' "$1"; }
fail() { printf 'failed: %s\n' "$1"; status=1; }

# quotations NAME [OPTION]: the quotations of the PolNeAR articles and how good they are.
quotations() {
  name=$1
  shift
  "$programs/whosaid" extract "$@" "$dev/text" --format jsonl >"$work/$name.jsonl" || { fail "extract"; return; }
  title "PolNeAR dev, $name"
  score "$name" | tee "$work/$name.score"
}

score() {
  python3 "$eval/score_quotes.py" --text "$dev/text" --ann "$dev/attributions" --pred "$work/$1.jsonl" || fail "scoring"
}

# The rest of what there is to say of them: confidence and errors.
details() {
  title "confidence, $1: how many of those said to be so sure have the right words and source"
  "$programs/Benchmarks" --reliability "$dev" ${2:-} || fail "reliability"
  title "errors, $1"
  python3 "$here/errors.py" "$eval" "$dev" "$work/$1.jsonl" || fail "errors"
}

# Whether the Swift scorer that `make test` uses gives the same figures.
same() {
  title "the scorer of make test, $1"
  "$programs/Benchmarks" --score "$dev" ${2:-} | tr -s ' ' >"$work/$1.swift"
  if tr -s ' ' <"$work/$1.score" | diff - "$work/$1.swift"; then echo "the same figures"; else fail "they differ"; fi
}

command -v python3 >/dev/null || { skip "everything: the scorers need python3"; exit 0; }
[ -d "$eval" ] || { skip "everything: there is no $eval"; exit 0; }

if [ -d "$dev" ]; then
  quotations quick
  same quick
  details quick
  if "$programs/whosaid" --help | grep -q -- --careful; then
    quotations careful --careful
    same careful careful
    details careful careful
  else
    skip "the careful parser: extract has no option --careful"
  fi
else
  skip "PolNeAR: there is no $dev"
fi

article=$shared/seed/turkey-serbia-drones.txt
if [ -f "$article" ]; then
  title "the article the project began with"
  "$programs/whosaid" extract "$article" --format jsonl >"$work/seed.jsonl" || fail "extract"
  # Its words stay where they are: only how many are right is shown.
  python3 "$eval/score_seed.py" <"$work/seed.jsonl" >"$work/seed.txt" || fail "fewer than wanted are right"
  tail -n 1 "$work/seed.txt"
else
  skip "the first article: there is no $article"
fi

if [ -f "$gap" ]; then
  title "pronouns, GAP development"
  python3 "$eval/score_gap.py" --gold "$gap" --write "$work/gap" >/dev/null || fail "writing the snippets"
  "$programs/whosaid" mentions "$work/gap" --format jsonl | python3 "$eval/score_gap.py" --gold "$gap" || fail "GAP"
else
  skip "GAP: there is no $gap"
fi

if [ -d "$shared/corpora/gum/dev" ]; then
  title "parts of speech, GUM dev"
  "$programs/Benchmarks" --parts-of-speech "$shared/corpora/gum/dev" || fail "parts of speech"
else
  skip "GUM: there is no $shared/corpora/gum/dev"
fi
exit $status
