#!/bin/sh
# Makes of an app's folder what a server runs: build.sh APP TARGET. The Dockerfile runs these same steps.
set -eu
app=$1
target=$2

cd "$app"
npm ci
npm test
npm run build
mkdir -p "$target"
cp -R dist/. "$target"
