#!/usr/bin/env bash
# debian-tree.sh WORD...: prints the path of an archive of Debian's packages that mmdebstrap made with these words. It is
# made once on a machine, by whichever test comes to it first, and then kept in the temporary folder.
set -euo pipefail

folder=${TMPDIR:-/tmp}/difusor-e2e-trees-$(id -u)
tree=$folder/$(printf '%s\n' "$@" | sha256sum | cut -c 1-12).tar
(umask 077 && mkdir -p "$folder")
exec {lock}>"$folder/lock"
flock "$lock"
if [ ! -f "$tree" ]; then
  # In a mount namespace of its own: what it mounts goes with it, however it ends. If power fails, it is made anew.
  unshare --mount --propagation private \
    mmdebstrap --quiet --variant=minbase --format=tar --dpkgopt=force-unsafe-io "$@" bookworm "$tree.part" {lock}>&-
  mv "$tree.part" "$tree"
fi
echo "$tree"
