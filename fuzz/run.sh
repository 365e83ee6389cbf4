#!/bin/sh
# Fuzzes the feed reader for the given number of seconds: `read`, or the target that is named.
set -eu
cd "$(dirname "$0")"
seconds=${1:?how many seconds to fuzz for}
name=${2:-read}
mkdir -p corpus artifacts
# The flags are those of cargo-fuzz without a sanitizer: the reader has no unsafe code, so that
# only panics, hangs and memory are to be found.
RUSTFLAGS="-Cpasses=sancov-module \
-Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
-Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares \
-Ccodegen-units=1 --cfg fuzzing" \
    cargo build --release --target "$(rustc -vV | sed -n 's/^host: //p')"
target=${CARGO_TARGET_DIR:-target}/$(rustc -vV | sed -n 's/^host: //p')/release/$name
exec "$target" corpus seeds -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=65536 -dict=dictionary.txt -artifact_prefix=artifacts/
