#!/usr/bin/env bash
# install-packages.sh FOLDER PACKAGE...: installs Debian's packages, and starts none of their services. FOLDER is the run's
# own: what is to be had is asked once for all that the run installs, and one installation waits for another.
set -euo pipefail
folder=$1
shift

policy=/usr/sbin/policy-rc.d
apt() {
  DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get --quiet --option Acquire::Retries=3 \
    --option DPkg::Lock::Timeout=300 --option Dpkg::Options::=--force-unsafe-io "$@" \
    </dev/null >>"$folder/apt.log"
}

exec 9>"$folder/install.lock"
flock 9
# A policy that the machine already has stays as it is; 101 forbids that a service is started.
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 0755 "$policy"
fi
if [ ! -e "$folder/updated" ]; then
  apt update 9>&-
  touch "$folder/updated"
fi
apt install --yes --no-install-recommends "$@" 9>&-
