#!/usr/bin/env bash
# Prints the name of a base image that holds all that the Dockerfiles of a server install, so that building them needs no
# registry. Made of Debian's packages, and then kept by the engine of DOCKER_HOST.
set -euo pipefail

packages=ca-certificates,certbot,curl,libnginx-mod-http-modsecurity,logrotate,modsecurity-crs,nginx-light
packages=$packages,openssh-server,openssh-sftp-server,openssl,rsync,rsyslog,rsyslog-gnutls
tag=difusor-e2e-debian:$(printf %s "$packages" | sha256sum | cut -c 1-12)

if ! docker image inspect "$tag" >/dev/null 2>&1; then
  docker import "$(bash "$(dirname "$0")/debian-tree.sh" "--include=$packages")" "$tag" >/dev/null
fi
echo "$tag"
