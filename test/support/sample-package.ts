import { createHash } from 'node:crypto';
import { buildZip } from './zip-writer.js';

/** A package of difusión as the institute would send it, and what is in it. */
export interface SamplePackage {
  /** `YYYYMMDD_HHMM_PREP_ENT.zip`, in the zone of the call. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** Content of each file by its path. */
  readonly files: Readonly<Record<string, Buffer>>;
}

/** What tells one cut of the small site from another. */
export interface SampleCut {
  /** Date and time as the archive's name gives them, e.g. `20240602_2020`. */
  readonly time: string;
  /** Tally sheets counted so far; of one number of digits, cuts differ in content and not in size. */
  readonly counted: number;
}

const EXPECTED = 1200;

/** The package of one cut of a small site: page, styles, results, and a database that is itself a zip. */
export function samplePackage({ time, counted }: SampleCut): SamplePackage {
  const files = sampleFiles(time, counted);
  const entries = Object.entries(files).map(([name, content]) => ({ name, content, mode: 0o100644 }));
  const bytes = buildZip(entries);
  return { name: `${time}_PREP_BCS.zip`, bytes, sha256: sha256Of(bytes), files };
}

/**
 * Two successive cuts: `json/main.json`, `index.html` and the database change, the first of them without a change of
 * size; styles and an image stay; `avisos/bienvenida.html` goes and `avisos/cierre.html` comes.
 */
export function sampleCuts(): readonly [SamplePackage, SamplePackage] {
  return [
    samplePackage({ time: '20240602_2000', counted: 312 }),
    samplePackage({ time: '20240602_2020', counted: 655 }),
  ];
}

function sampleFiles(time: string, counted: number): Record<string, Buffer> {
  const hour = `${time.slice(9, 11)}:${time.slice(11, 13)}`;
  const csv = `CLAVE_ACTA,CONTABILIZADA\n${Array.from({ length: counted }, (_, acta) => `'${acta},1`).join('\n')}\n`;
  const notice = hour < '20:15' ? 'avisos/bienvenida.html' : 'avisos/cierre.html';
  const texts: Record<string, string | Buffer> = {
    'index.html': `<!doctype html><title>PREP</title><p>Corte de las ${hour}: ${counted} de ${EXPECTED} actas</p>\n`,
    'json/main.json': JSON.stringify({ corte: hour, contabilizadas: counted, esperadas: EXPECTED }),
    'css/sitio.css': 'body { font-family: system-ui; }\n',
    'img/acta.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>\n',
    [notice]: `<p>${hour}</p>\n`,
    [`bd/${time}_PREP_GUB_BCS.zip`]: buildZip([{ name: 'GUB.csv', content: csv }]),
  };
  return Object.fromEntries(Object.entries(texts).map(([path, content]) => [path, Buffer.from(content)]));
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
