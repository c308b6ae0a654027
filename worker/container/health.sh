#!/bin/bash
# Asks the service for its health, with nothing but bash: the image has no curl.
#
# health.sh [PORT]
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${1:-5000}"
printf 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
grep -q '"status":"ok"' <&3
