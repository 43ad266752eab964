import type { ServerSettings } from '../../../lib/config/index.js';
import type { MessageId, Messages } from '../../../lib/messages/index.js';
import { shellWord } from '../../../lib/shell-word.js';

/** Shell functions of the set-up script: each changes only what differs, and tells what it changed. */
export function setUpFunctions(
  messages: Messages,
  system: Pick<ServerSettings, 'ubuntu' | 'otherSystem'>,
): string {
  const say = sayIn(messages);
  return `
kept=$(mktemp -d)
trap 'rm -rf "$kept"' EXIT
changes=0
written=''
marks=/var/lib/difusor/set-up

refuse() { printf ${say('host.set-up.refused')} "$1" >&2; exit 1; }

fit() {
  [ "$(id -u)" = 0 ] || refuse ${shellWord(messages.text('host.set-up.not-root'))}
  ID='' VERSION_ID='' PRETTY_NAME=''
  # shellcheck disable=SC1091 # of the host
  if [ -r /etc/os-release ]; then . /etc/os-release; fi
  fit_system "$ID" "$VERSION_ID" "\${PRETTY_NAME:-?}"
  mkdir -p "$marks"
}

fit_system() { # system, version, its name for people
${fitSystem(messages, system)}
}

packages() {
  missing=''
  for name; do
    state=$(dpkg-query --show --showformat='\${db:Status-Status}' "$name" 2> /dev/null) || state=none
    if [ "$state" != installed ]; then missing="$missing $name"; fi
  done
  if [ -z "$missing" ]; then return; fi
  # A fresh host's own updates may hold the lock.
  apt-get update --quiet=2 --option DPkg::Lock::Timeout=300
  # shellcheck disable=SC2086 # one word a package
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends \\
    --option DPkg::Lock::Timeout=300 --option Dpkg::Options::=--force-confold $missing
  changes=$((changes + 1))
  printf ${say('host.set-up.installed')} "$missing"
}

account() { # user, groups by commas
  if ! id -u "$1" > /dev/null 2>&1; then
    useradd --create-home --shell /bin/bash "$1"
    changes=$((changes + 1))
    printf ${say('host.set-up.account')} "$1"
  fi
  for group in $(echo "$2" | tr ',' ' '); do
    if id -nG "$1" | tr ' ' '\\n' | grep -qx "$group"; then continue; fi
    getent group "$group" > /dev/null || groupadd --system "$group"
    usermod --append --groups "$group" "$1"
    changes=$((changes + 1))
    printf ${say('host.set-up.account')} "$1"
  done
}

put() { # path, mode, owner; the content as input
  new=$(mktemp "$kept/XXXXXX")
  cat > "$new"
  if [ -f "$1" ] && cmp -s "$new" "$1" && [ "$(stat -c '0%a %U:%G' "$1")" = "$2 $3" ]; then rm "$new"; return; fi
  mkdir -p "$(dirname "$1")"
  if [ -e "$1" ]; then mkdir -p "$kept/was$(dirname "$1")"; cp -p "$1" "$kept/was$1"; fi
  chown "$3" "$new"
  chmod "$2" "$new"
  # Beside it first: a rename is whole or did not happen.
  cp -p "$new" "$1.difusor-new"
  mv -f "$1.difusor-new" "$1"
  written="$written $1"
  changes=$((changes + 1))
  printf ${say('host.set-up.written')} "$1"
}

restore() {
  for path in $written; do
    if [ -e "$kept/was$path" ]; then cp -p "$kept/was$path" "$path"; else rm -f "$path"; fi
  done
}

undone() { # part
  printf ${say('host.set-up.undone')} "$1" >&2
  exit 1
}

settle() { # part, whose mark tells that it took effect whole
  part=$(echo "$1" | tr - _)
  if [ -z "$written" ] && [ -e "$marks/$1" ]; then return; fi
  rm -f "$marks/$1"
  "check_$part" || { restore; undone "$1"; }
  "apply_$part" || { restore; "apply_$part" || true; undone "$1"; }
  touch "$marks/$1"
  written=''
  changes=$((changes + 1))
  printf ${say('host.set-up.applied')} "$1"
}
`;
}

/** A word of the shell's: the format of a sentence for `printf`. */
function sayIn(messages: Messages): (id: MessageId, params?: Readonly<Record<string, string>>) => string {
  return (id, params) => shellWord(`${messages.text(id, { what: '%s', ...params })}\n`);
}

/** The call may name the system, so that another one is taken only where the plan says so. */
function fitSystem(
  messages: Messages,
  { ubuntu, otherSystem }: Pick<ServerSettings, 'ubuntu' | 'otherSystem'>,
): string {
  const say = sayIn(messages);
  const other = `if [ "$1 $2" != 'ubuntu ${ubuntu}' ]; then`;
  if (!otherSystem)
    return `  ${other} printf ${say('host.set-up.other-refused', { ubuntu })} "$3" >&2; exit 1; fi`;
  return `  case $1 in
    ubuntu | debian) ;;
    *) refuse "$3" ;;
  esac
  ${other} printf ${say('host.set-up.other-version')} "$3"; fi`;
}
