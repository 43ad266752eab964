import { isUnresolved, type Fact, type WebServerFact } from '../../../facts.js';
import type { Directive } from './parse.js';
import type { Runtime } from './runtime.js';
import { inForce } from './scope.js';

const ENGINE = /^[ \t]*SecRuleEngine[ \t]+"?(On|Off|DetectionOnly)"?[ \t\r]*$/gim;
const RULES = /^[ \t]*(?:SecRule|SecRuleScript|Include|SecRemoteRules)[ \t]/im;
/** A rule may turn the engine off for the requests that it fits. */
const TURNS_OFF = /ctl:ruleEngine=(?:Off|DetectionOnly)/i;

/** ModSecurity, wherever in a server it is on; what it enforces is in the rules that it reads. */
export function applicationFirewall(
  server: readonly Directive[],
  http: readonly Directive[],
  runtime: Runtime,
): WebServerFact['applicationFirewall'] {
  const all = [...flat(server), ...http];
  if (!all.some(({ name, args }) => name === 'modsecurity' && args[0] === 'on')) return undefined;
  const inline = inForce([all], 'modsecurity_rules').map(({ args }) => args.join(' '));
  const paths = inForce([all], 'modsecurity_rules_file').map(({ args: [path = ''] }) => path);
  return { name: 'ModSecurity', enforced: enforced(inline, paths, runtime) };
}

/** The last word of the rules on their own engine counts; a file that is not delivered may say anything. */
function enforced(inline: readonly string[], paths: readonly string[], { files }: Runtime): Fact<boolean> {
  const contents = paths.map((path) => files.get(path)?.content ?? { unresolved: path });
  const hole = contents.find(isUnresolved);
  const texts = [...inline, ...contents.filter((content) => typeof content === 'string')];
  const states = texts.flatMap((text) =>
    [...text.matchAll(ENGINE)].map(([, state = '']) => state.toLowerCase()),
  );
  const last = states.at(-1);
  if (last === undefined) return hole ?? false;
  if (texts.some((text) => TURNS_OFF.test(text))) return { unresolved: 'ctl:ruleEngine' };
  if (!texts.some((text) => RULES.test(text))) return hole ?? false;
  return last === 'on' && hole !== undefined ? hole : last === 'on';
}

function flat(directives: readonly Directive[]): Directive[] {
  return directives.flatMap((directive) => [directive, ...flat(directive.block ?? [])]);
}
