import { isUnresolved, type Fact, type PerimeterFact } from '../../../facts.js';
import type { Gaps } from '../gaps.js';
import type { HostFile, HostFiles } from '../host-files.js';
import { followChain, innerChain, outermostChain } from '../nft/perimeter.js';
import { isRuleset } from '../nft/is-ruleset.js';
import { readRuleset, type NftChain, type NftRuleset, type NftTable } from '../nft/ruleset.js';
import { unitState } from './commands.js';
import type { HostSources } from './sources.js';

const UNITS = /^\/etc\/systemd\/system\/([^/]+\.service)$/;

/** The packet filter that a delivered rule set of nft makes; none where there is no rule set. */
export function readPerimeter({ files, lines }: HostSources, gaps: Gaps): PerimeterFact | undefined {
  const delivered = [...files.values()].filter(isRuleset).flatMap((file) => rulesOf(file, gaps));
  const found = delivered.flatMap(chainsOf);
  const first = found.find(({ outermost }) => outermost) ?? found[0];
  if (first === undefined) return undefined;
  const { file, table, chain, outermost } = first;
  reportOthers(first, found, gaps);
  reportChanges(first, delivered, gaps);
  const passage = followChain(chain, table);
  passage.problems.forEach((problem) => {
    gaps.add('hosts', file.resource, `${file.path}: ${problem}`);
  });
  return {
    resource: `${file.resource}:${file.path}`,
    defaultDrop: passage.defaultDrop,
    beforeContainers: outermost,
    persists: persists(file.path, files, lines),
    opens: passage.opens,
    newConnectionsPerSecond: passage.newConnectionsPerSecond,
    ntpOut: passage.admitsAnswers,
  };
}

/** Where one chain lets a packet pass, the kernel still asks the next: only what drops takes anything away. */
function reportOthers(first: Found, found: readonly Found[], gaps: Gaps): void {
  if (!first.table.name.startsWith('inet ') || first.chain.hook?.type !== 'filter') {
    gaps.add('hosts', first.file.resource, `${first.file.path}: table ${first.table.name}`);
  }
  const tables = new Set(found.map(({ table }) => table));
  for (const table of tables) {
    const file = found.find((one) => one.table === table)?.file ?? first.file;
    table.chains
      .filter((chain) => chain !== first.chain && chain.hook !== undefined && mayDrop(chain))
      .forEach(({ name }) => {
        gaps.add('hosts', file.resource, `${file.path}: ${table.name} ${name}`);
      });
  }
}

/** Of several files nobody knows which comes last: another one may take the filter away, or add to it. */
function reportChanges({ file, table }: Found, delivered: readonly Delivered[], gaps: Gaps): void {
  for (const { file: other, rules } of delivered) {
    if (other === file) continue;
    const touched = [...rules.clears, ...rules.tables.map(({ name }) => name)];
    if (touched.some((name) => name === 'ruleset' || name === table.name))
      gaps.add('hosts', other.resource, `${other.path}: ${table.name}`);
  }
}

function mayDrop({ hook, policy, rules }: NftChain): boolean {
  const verdicts = rules.map(({ verdict, unknown }) => unknown ?? verdict);
  return (
    hook?.type !== 'filter' ||
    policy === 'drop' ||
    verdicts.some((verdict) => verdict !== 'accept' && verdict !== 'none')
  );
}

interface Found {
  readonly file: HostFile;
  readonly table: NftTable;
  readonly chain: NftChain;
  readonly outermost: boolean;
}

interface Delivered {
  readonly file: HostFile;
  readonly rules: NftRuleset;
}

function rulesOf(file: HostFile, gaps: Gaps): Delivered[] {
  const { path, content, resource } = file;
  if (isUnresolved(content)) {
    gaps.add('hosts', resource, content.unresolved);
    return [];
  }
  const rules = readRuleset(content);
  rules.problems.forEach((problem) => {
    gaps.add('hosts', resource, `${path}: ${problem}`);
  });
  return [{ file, rules }];
}

function chainsOf({ file, rules: { tables } }: Delivered): Found[] {
  return tables.flatMap((table) => {
    const outer = outermostChain(table);
    const chain = outer ?? innerChain(table) ?? table.chains.find(({ hook }) => hook !== undefined);
    return chain === undefined ? [] : [{ file, table, chain, outermost: outer !== undefined }];
  });
}

/** A unit that loads the file and starts with the host. */
function persists(path: string, files: HostFiles, lines: readonly string[]): Fact<boolean> {
  if (path === '/etc/nftables.conf') return unitState(lines, 'nftables') === 'enabled';
  const units = [...files.values()].flatMap(({ path: unitPath, content }) => {
    const [, unit] = UNITS.exec(unitPath) ?? [];
    return unit === undefined ? [] : [{ unit, content }];
  });
  const hole = units.map(({ content }) => content).find(isUnresolved);
  const loads = units.filter(({ content }) => !isUnresolved(content) && loadsFile(content, path));
  return loads.some(({ unit }) => unitState(lines, unit) === 'enabled') || (hole ?? false);
}

function loadsFile(unit: string, path: string): boolean {
  const starts = unit.split('\n').filter((line) => /^[ \t]*ExecStart[ \t]*=/.test(line));
  return /^[ \t]*(?:WantedBy|RequiredBy)[ \t]*=/m.test(unit) && starts.some((line) => line.includes(path));
}
