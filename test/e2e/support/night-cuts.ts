import { createHash } from 'node:crypto';
import { generationOf } from '../../../lib/cut/index.js';
import { buildZip } from '../../support/zip-writer.js';

/** One cut of a night as the institute sends it. */
export interface NightCut {
  /** From 0; the cut's time is as many minutes after the opening. */
  readonly number: number;
  /** As the archive's name gives the time, in the zone of the call. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly generation: string;
  /** Content of each file by its path. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** File of a cut that names it, and nothing else. */
export const CUT_FILE = 'corte.txt';

/** America/Mazatlan has had no summer time since 2022. */
const ZONE_MINUTES = -420;
const MINUTE_MS = 60_000;
const TALLIES = 10;
const STYLES = 6;

/** Cuts that differ in content and never in size, with files that change in each, some that never do, and a new acta. */
export class NightCuts {
  readonly #made = new Map<number, NightCut>();

  /** @param opensAt a full minute */
  constructor(private readonly opensAt: Date) {}

  at(number: number): NightCut {
    const known = this.#made.get(number);
    if (known !== undefined) return known;
    const cutTime = new Date(this.opensAt.getTime() + number * MINUTE_MS);
    const files = filesOf(number);
    const bytes = buildZip([...files].map(([name, content]) => ({ name, content, mode: 0o100644 })));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const name = `${localTime(cutTime)}_PREP_BCS.zip`;
    const cut = { number, name, bytes, sha256, generation: generationOf(cutTime, sha256), files };
    this.#made.set(number, cut);
    return cut;
  }

  /** The cut of a generation, of those that were made. */
  of(generation: string): NightCut | undefined {
    return [...this.#made.values()].find((cut) => cut.generation === generation);
  }

  /** All that were made, the oldest first. */
  all(): readonly NightCut[] {
    return [...this.#made.values()].sort((a, b) => a.number - b.number);
  }
}

/** Name of a cut as its files carry it; of one length for all. */
export function labelOf(number: number): string {
  return `corte-${String(number).padStart(6, '0')}`;
}

function localTime(at: Date): string {
  const local = new Date(at.getTime() + ZONE_MINUTES * MINUTE_MS).toISOString();
  return `${local.slice(0, 10).replaceAll('-', '')}_${local.slice(11, 16).replace(':', '')}`;
}

function filesOf(number: number): ReadonlyMap<string, Buffer> {
  const label = labelOf(number);
  const texts: [string, string][] = [
    [CUT_FILE, `${label}\n`],
    ['index.html', `<!doctype html><title>PREP</title><p>${label}</p>\n`],
    ['json/main.json', JSON.stringify({ corte: label, filler: 'x'.repeat(3000) })],
    [`actas/${label}.svg`, `<svg id="${label}"/>`],
  ];
  for (let tally = 0; tally < TALLIES; tally += 1)
    texts.push([`json/distrito/${tally}.json`, JSON.stringify({ tally, corte: label })]);
  for (let style = 0; style < STYLES; style += 1)
    texts.push([`css/${style}.css`, `/* ${style} */\n${'body { margin: 0 }\n'.repeat(100)}`]);
  return new Map(texts.map(([path, text]) => [path, Buffer.from(text)]));
}
