import { readdirSync, readFileSync } from 'node:fs';
import { EXIT } from '../../lib/cli/exit-codes.js';
import { ARCHIVE_LIMITS, MIB } from '../../lib/cut/archive/archive-limits.js';
import { readInstant } from '../../lib/cut/cut-time/cut-time-instant.js';
import { ERROR_CODES } from '../../lib/errors.js';
import { documentPath } from './documents.js';

const textOf = (name: string): string => readFileSync(documentPath(name), 'utf8');
/** What the first column of the tables of a document names between backquotes. */
const firstColumn = (name: string): readonly string[] =>
  [...textOf(name).matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map(([, code = '']) => code);

describe('docs/politica-de-paquetes.md', () => {
  it('has each code of a package’s faults once, and no other', () => {
    const ofPackages = ERROR_CODES.filter((code) => /^(?:ARCHIVE|CUT|INTEGRITY)_/.test(code));
    // An order names a cut that is not there; no package is at fault.
    const expected = ofPackages.filter((code) => code !== 'CUT_NOT_FOUND');
    expect([...firstColumn('docs/politica-de-paquetes.md')].sort()).toEqual([...expected].sort());
  });

  it('tells the limits that count', () => {
    const text = textOf('docs/politica-de-paquetes.md').replace(/\s+/g, ' ');
    const { maxEntries, maxBytes, maxRatio, maxSegmentBytes, maxPathBytes, maxDepth } = ARCHIVE_LIMITS;
    for (const limit of [
      `${maxSegmentBytes} bytes por segmento`,
      `${maxPathBytes} por ruta`,
      `${maxDepth} niveles`,
      `${maxEntries.toLocaleString('en')} entradas`,
      `${maxBytes / MIB} MiB expandidos`,
      `${maxRatio} veces`,
    ]) {
      expect(text).toContain(limit);
    }
  });
});

describe('docs/operar.md', () => {
  it('tells each exit status', () => {
    const told = [...textOf('docs/operar.md').matchAll(/^\| (\d) \| /gm)].map(([, status]) => Number(status));
    expect(told).toEqual(Object.values(EXIT));
  });

  it('names no code that the toolkit does not have', () => {
    const known: readonly string[] = [...ERROR_CODES, 'WORKER_SILENT'];
    const named = [...textOf('docs/operar.md').matchAll(/`([A-Z]+(?:_[A-Z0-9]+)+)`/g)].map(
      ([, code = '']) => code,
    );
    expect(named.filter((code) => !known.includes(code))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });
});

describe('docs/fuentes.md', () => {
  it('shows dates that are read as the one instant that all of them name', () => {
    const [, shown = ''] =
      /Fechas que se entienden[^:]*: (.*?)\. El día/s.exec(textOf('docs/fuentes.md')) ?? [];
    const dates = [...shown.matchAll(/`([^`]+)`/g)].map(([, date = '']) => date);
    expect(dates.length).toBeGreaterThan(4);
    for (const date of dates) {
      const reading = readInstant(date, 'America/Mexico_City');
      expect([date, reading]).toEqual([date, { kind: 'instant', at: new Date('2027-06-07T02:20:00Z') }]);
    }
  });
});

describe('docs/decisions', () => {
  it('has each decision in its index, with a number of its own', () => {
    const files = readdirSync(documentPath('docs/decisions')).filter((name) => name !== 'README.md');
    const indexed = [...textOf('docs/decisions/README.md').matchAll(/^\| \[(\d{4})\]\((.*?)\) \|/gm)];
    expect(indexed.map(([, , file]) => file)).toEqual([...files].sort());
    expect(indexed.map(([, number]) => number)).toEqual(files.sort().map((name) => name.slice(0, 4)));
  });
});
