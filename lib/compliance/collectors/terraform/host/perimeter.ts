import { isUnresolved, type Fact, type PerimeterFact } from '../../../facts.js';
import type { Gaps } from '../gaps.js';
import type { HostFile, HostFiles } from '../host-files.js';
import { followChain, innerChain, outermostChain } from '../nft/perimeter.js';
import { readRuleset, type NftChain, type NftTable } from '../nft/ruleset.js';
import { unitState } from './commands.js';
import type { HostSources } from './sources.js';

const UNITS = /^\/etc\/systemd\/system\/([^/]+\.service)$/;

/** The packet filter that a delivered rule set of nft makes; none where there is no rule set. */
export function readPerimeter({ files, lines }: HostSources, gaps: Gaps): PerimeterFact | undefined {
  const found = [...files.values()].filter(isRuleset).flatMap((file) => chainsOf(file, gaps));
  const first = found.find(({ outermost }) => outermost) ?? found[0];
  if (first === undefined) return undefined;
  const { file, table, chain, outermost } = first;
  reportOthers(first, found, gaps);
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

function isRuleset({ path, content }: HostFile): boolean {
  if (path.endsWith('.nft') || path === '/etc/nftables.conf') return true;
  return !isUnresolved(content) && /^#!\S*\bnft\b/.test(content);
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

function chainsOf(file: HostFile, gaps: Gaps): Found[] {
  const { path, content, resource } = file;
  if (isUnresolved(content)) {
    gaps.add('hosts', resource, content.unresolved);
    return [];
  }
  const { tables, problems } = readRuleset(content);
  problems.forEach((problem) => {
    gaps.add('hosts', resource, `${path}: ${problem}`);
  });
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
