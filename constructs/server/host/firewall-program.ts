import type { Messages } from '../../../lib/messages/index.js';
import { shellWord } from '../../../lib/shell-word.js';

/**
 * A program that loads the rules, and puts back those before it where the new ones would shut out the SSH session
 * from which it runs. That session is found in the environment of the processes above, which sudo takes away below.
 */
export function firewallProgram(rulesPath: string, sshPort: number, messages: Messages): string {
  const text = (id: 'host.firewall.no-session' | 'host.firewall.kept-open' | 'host.firewall.shut-out') =>
    shellWord(messages.text(id, { address: '%s', port: sshPort }));
  return `#!/bin/sh
set -eu
rules=\${1:-${rulesPath}}

session() {
  pid=$$
  while [ "\${pid:-0}" -gt 1 ]; do
    found=$(tr '\\0' '\\n' 2>/dev/null < "/proc/$pid/environ" | sed -n 's/^SSH_CONNECTION=//p')
    if [ -n "$found" ]; then echo "$found"; return; fi
    pid=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$pid/status")
  done
}

may_enter() { # client, port of the host
  [ "$2" = ${sshPort} ] || return 1
  case $1 in *:*) family=6 ;; *) family=4 ;; esac
  for set in trusted administrators; do
    if nft get element inet difusor "$set$family" "{ $1 }" > /dev/null 2>&1; then return 0; fi
  done
  return 1
}

put_back() {
  { printf 'table inet difusor\\ndelete table inet difusor\\n'; cat "$before"; } | nft --file -
}

nft --check --file "$rules"
before=$(mktemp)
trap 'rm -f "$before"' EXIT
nft --stateless list table inet difusor > "$before" 2> /dev/null || true
nft --file "$rules"

# shellcheck disable=SC2046 # four words: client and its port, host and its port
set -- $(session)
if [ $# -lt 4 ]; then
  echo ${text('host.firewall.no-session')}
  exit 0
fi
if [ "$1" = "$3" ] || may_enter "$1" "$4"; then
  printf ${text('host.firewall.kept-open')}'\\n' "$1"
  exit 0
fi
put_back
printf ${text('host.firewall.shut-out')}'\\n' "$1" >&2
exit 1
`;
}
