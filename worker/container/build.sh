#!/bin/sh
# What the Dockerfile's build does: from a clean checkout to build/mnist-classifier, one executable
# with workerd, the Worker, the page and the API's description in it.
set -eu
cd "$(dirname "$0")/../.."
rm -rf build dist
npm ci
npm run compile:here
