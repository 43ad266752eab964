import type { MessageId, Messages } from '../../../lib/messages/index.js';
import { shellWord } from '../../../lib/shell-word.js';

/** What the watch found, by the exit code of `difusor status`. */
const FOUND = [
  { code: '0', state: 'fine' },
  { code: '3', state: 'late' },
  { code: '4', state: 'failing' },
  { code: '*', state: 'silent' },
] as const satisfies readonly { code: string; state: 'fine' | 'late' | 'failing' | 'silent' }[];

/**
 * A program that asks the publisher how old the copy is, writes one line, and posts JSON (`text`, `host`, `site`, `state`,
 * `ageSeconds`) where the state changed, and again now and then while it is not fine.
 */
export function watchProgram(messages: Messages): string {
  const say = (id: MessageId): string => shellWord(messages.text(id));
  const cases = FOUND.map(
    ({ code, state }) => `  ${code}) state=${state} text=${say(`host.watch.${state}`)} ;;`,
  ).join('\n');
  return `#!/bin/sh
set -u
now=$(date +%s)
was=none
posted=0
if [ -r "$STATE_DIRECTORY/last" ]; then read -r was posted < "$STATE_DIRECTORY/last"; fi

report=$(timeout 30 docker exec "$CONTAINER" difusor status --json --config "$CONFIG" --directory "$SITE" 2> /dev/null)
case $? in
${cases}
esac
age=$(printf '%s' "$report" | jq -r '.freshness.ageSeconds // 0 | floor' 2> /dev/null)
age=\${age:-0}
if [ "$state" != fine ] && [ "$age" -gt "$MAX_AGE_SECONDS" ]; then
  state="$state-overdue"
  text="$text "${say('host.watch.overdue')}
fi
# Before the first publisher there is nothing to watch; once it was there, it must be.
if [ "$state$was" = silentnone ] && ! docker container inspect "$CONTAINER" > /dev/null 2>&1; then
  echo ${say('host.watch.absent')}
  exit 0
fi
echo "$state, $age s: $text"

if [ "$state" = "$was" ]; then
  if [ "$state" = fine ] || [ $((now - posted)) -lt "$REPEAT_SECONDS" ]; then exit 0; fi
elif [ "$was" = none ] && [ "$state" = fine ]; then
  echo "$state $now" > "$STATE_DIRECTORY/last"
  exit 0
fi

if [ -n "$WEBHOOK_FILE" ] && [ ! -s "$WEBHOOK_FILE" ]; then
  echo ${say('host.watch.no-webhook')}
  exit 0
fi
if [ -n "$WEBHOOK_FILE" ]; then
  body=$(jq -n --arg text "$SITE_NAME ($HOST): $text" --arg host "$HOST" --arg site "$SITE_NAME" \\
    --arg state "$state" --argjson age "$age" '{$text, $host, $site, $state, ageSeconds: $age}')
  # By its input, so that no list of processes shows the address.
  if ! printf 'url = "%s"\\n' "$(cat "$WEBHOOK_FILE")" |
    curl --config - --silent --fail --max-time 15 --output /dev/null \\
      --header 'Content-Type: application/json' --data "$body"; then
    # Asked again at the next run.
    echo ${say('host.watch.not-posted')}
    exit 0
  fi
fi
echo "$state $now" > "$STATE_DIRECTORY/last"
`;
}
