#!/bin/sh
# Runs each fuzz target for so many seconds (60 by default), with AddressSanitizer, beginning with test files:
#   Tests/Fuzz/fuzz.sh PROGRAM FOLDER [SECONDS [TARGET...]]
# FOLDER keeps what was found to be interesting. Stops at the first finding, which lies there as crash-…, timeout-… or oom-….
set -eu
program=$1 folder=$2 seconds=${3:-60}
shift 2
[ $# -gt 0 ] && shift
tests=$(dirname "$0")/..
[ $# -gt 0 ] || set -- all tokenizer query $(sed -n 's/^public struct \(.*\): \(Article\|Container\)Format.*/\1/p' "$tests"/../Sources/ArticleImport/Formats/*.swift)
for target; do
  mkdir -p "$folder/$target"
  case $target in
    query) seeds=$tests/Fuzz/Queries ;;
    tokenizer) seeds=$tests/../Resources/Samples ;;
    *) seeds=$tests/ArticleImportTests/Fixtures ;;
  esac
  echo "== $target"
  WHOSAID_FUZZ=$target ASAN_OPTIONS=detect_leaks=0 "$program" -max_total_time="$seconds" -max_len=65536 -timeout=20 \
    -rss_limit_mb=4096 -print_final_stats=1 -verbosity=0 -artifact_prefix="$folder/" "$folder/$target" "$seeds"
done
