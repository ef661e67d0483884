#!/usr/bin/env bash
# Builds the project outside as a stranger would, and trains its experiment.
#
# Simulacra is installed into a temporary local repository that begins with the libraries of the user's own, so that
# nothing is downloaded twice and nothing of the user's changes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$(cd ../.. && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/repository"
if [[ -d ~/.m2/repository ]]; then
    cp -R ~/.m2/repository/. "$work/repository"
    rm -rf "$work/repository/dev/simulacra"
fi
maven=(mvn -q -B -ntp -Dstyle.color=never -Dmaven.repo.local="$work/repository" -Dmaven.test.skip=true)

"${maven[@]}" -f "$root/pom.xml" -Dspotless.check.skip -pl bom,cli -am install
"${maven[@]}" package

# The jar alone adds the experiment to the command line.
export SIMULACRA_CLASSPATH=$PWD/target/own-experiments-1.jar
"$root/simulacra" train own-experiment --steps 100 --quiet --out "$work/run"
"$root/simulacra" evaluate "$work/run"
