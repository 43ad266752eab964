import { globsOverlap } from '../../../glob.js';
import { isUnresolved, type Fact } from '../../../facts.js';
import type { Runtime } from './runtime.js';

const ENGINE = /^SecRuleEngine\s+"?(On|Off|DetectionOnly)"?$/i;
const INCLUDE = /^Include\s+"?([^\s"]+)"?$/i;
/** The core rules as packages install them, all of them. */
const CORE = /^\/(?:[\w.-]+\/)*(?:modsecurity-crs|crs|owasp-crs|coreruleset)(?:\/[\w.-]+)*\/\*\.conf$/;
const CORE_SETTINGS = /^\/(?:[\w.-]+\/)*(?:modsecurity-crs|crs|owasp-crs|coreruleset)\/crs-setup\.conf$/;
/** Settings that take nothing away from the rules. */
const SETTING =
  /^Sec(?:RequestBodyAccess\s+On|ResponseBodyAccess\s+(?:On|Off)|ResponseBody(?:MimeType|Limit|LimitAction)\s.*|Audit\w+\s.*|Debug\w+\s.*|PcreMatchLimit(?:Recursion)?\s+\d{3,}|TmpDir\s.*|DataDir\s.*|Upload\w+\s.*|RequestBody(?:Limit|NoFilesLimit|InMemoryLimit)\s+\d+|RequestBodyLimitAction\s+Reject|ArgumentSeparator\s+&|CookieFormat\s+0|UnicodeMapFile\s.*|StatusEngine\s.*|ComponentSignature\s.*|CollectionTimeout\s.*)$/i;
/** A rule of its own that refuses what it fits, and nothing else. */
const RULE =
  /^SecRule\s.*"(?=[^"]*\b(?:deny|block|drop)\b)(?![^"]*\b(?:ctl|allow|pass|chain|skip\w*|phase:5))[^"]*"$/i;

/** Whether rules are in force that refuse; a line that is not known may take from them. */
export function enforces(texts: readonly Fact<string>[], runtime: Runtime): Fact<boolean> {
  const read = texts.map((text) => (isUnresolved(text) ? [] : linesOf(text, runtime)));
  const lines = read.flat();
  const states = lines.flatMap((line) => ENGINE.exec(line)?.[1]?.toLowerCase() ?? []);
  const hole = texts.find(isUnresolved);
  if (states.length === 0) return hole ?? false;
  if (states.at(-1) !== 'on') return false;
  const strange = lines.find((line) => !isKnown(line));
  if (strange !== undefined) return { unresolved: strange.slice(0, 120) };
  // Of several texts it is not plain which one has the last word.
  const said = read.filter((some) => some.some((line) => ENGINE.test(line)));
  if (said.length > 1 && new Set(states).size > 1) return { unresolved: 'SecRuleEngine' };
  return hole ?? refuses(lines);
}

/** By the core rules; what rules of one's own refuse, nobody knows. */
function refuses(lines: readonly string[]): Fact<boolean> {
  if (lines.some((line) => CORE.test(INCLUDE.exec(line)?.[1] ?? ''))) return true;
  const own = lines.find((line) => RULE.test(line));
  return own === undefined ? false : { unresolved: own.slice(0, 120) };
}

function isKnown(line: string): boolean {
  const path = INCLUDE.exec(line)?.[1] ?? '';
  return (
    ENGINE.test(line) || SETTING.test(line) || RULE.test(line) || CORE.test(path) || CORE_SETTINGS.test(path)
  );
}

/** Lines without comments; what an include reads from a delivered file is not followed, and so not known. */
function linesOf(text: string, { files }: Runtime): string[] {
  return text
    .replace(/\\\r?\n[ \t]*/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const path = INCLUDE.exec(line)?.[1];
      const replaced = path !== undefined && [...files.keys()].some((file) => globsOverlap(path, file));
      return replaced ? `# ${line}` : line;
    });
}
