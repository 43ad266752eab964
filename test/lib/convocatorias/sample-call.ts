import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  clausesFileSchema,
  convocatoriaFileSchema,
  type Clause,
  type ConvocatoriaFacts,
} from '../../../lib/convocatorias/schema.js';

/** A text in both languages. */
export function text(es: string): { readonly es: string; readonly en: string } {
  return { es, en: `${es} (en)` };
}

const FACTS = {
  id: 'mar-2027',
  title: text('Convocatoria de prueba'),
  institute: { name: 'Instituto de Prueba', acronym: 'IP', clause: 'I' },
  electionDay: '2027-06-06',
  zone: 'America/Mazatlan',
  opening: { at: '2027-06-06T20:00:00-07:00', clause: 'I.a' },
  closing: { at: '2027-06-07T20:00:00-07:00', clause: 'I.a', reading: 'last-cut' },
  holdUntil: { at: '2027-06-16T23:59:00-07:00', clause: 'I.a' },
  cadence: { minutes: 15, clause: 'I.b' },
  takeDown: { minutes: 45, periods: 3, clause: 'I.b' },
  delivery: [{ method: 'pull', clause: 'II.a' }],
  package: { contents: { text: text('Todo el sitio'), clause: 'II' } },
  headers: [],
  ports: [],
  statistics: { from: '2027-06-06', to: '2027-06-16', clause: 'II.b' },
  deadlines: [{ id: 'application', date: '2027-05-20', what: text('Solicitud'), clause: 'I.b' }],
  rehearsals: [{ date: '2027-05-23', clause: 'II.b' }],
  readings: [
    {
      id: 'last-cut',
      kind: 'silence',
      clauses: ['I.a'],
      finding: text('Calla'),
      reading: text('Se lee así'),
    },
  ],
};

const duty = (id: string, clause = id) => ({
  id,
  clause,
  bearer: 'difusor',
  duty: text(`Deber ${id}`),
  kind: 'human',
  remedy: text('Hágalo'),
});

const CLAUSES = [
  duty('I.a'),
  { ...duty('I.b.1', 'I.b'), deadline: 'application' },
  duty('I.b.2', 'I.b'),
  { ...duty('II.a'), appliesTo: ['pull'] },
  duty('II.b'),
];

/** Facts of a small, valid call, with some keys replaced. */
export function sampleFacts(changes: Record<string, unknown> = {}): ConvocatoriaFacts {
  return convocatoriaFileSchema.parse({ ...FACTS, ...changes });
}

/** The call's clauses, with the keys of one of them replaced. */
export function sampleClauses(index = 0, changes: Record<string, unknown> = {}): readonly Clause[] {
  return clausesFileSchema.parse(rawClauses(index, changes));
}

/** As {@link sampleFacts}, unchecked, for a file that may be wrong. */
export function rawFacts(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...structuredClone(FACTS), ...changes };
}

/** As {@link sampleClauses}, unchecked. */
export function rawClauses(index = 0, changes: Record<string, unknown> = {}): Record<string, unknown>[] {
  return CLAUSES.map((clause, at) => (at === index ? { ...clause, ...changes } : clause));
}

/** A temporary folder that holds the folders of calls. */
export class CallFolders {
  readonly root = mkdtempSync(join(tmpdir(), 'calls-'));

  /** Writes a call's two files; text is written as it is, data as YAML, `null` not at all. */
  write(name: string, facts: unknown = rawFacts(), clauses: unknown = rawClauses()): void {
    const folder = join(this.root, name);
    mkdirSync(folder, { recursive: true });
    this.file(name, 'convocatoria.yaml', facts);
    this.file(name, 'clauses.yaml', clauses);
  }

  private file(name: string, file: string, content: unknown): void {
    if (content === null) return;
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(
      join(this.root, name, file),
      isText ? content : stringify(content, { aliasDuplicateObjects: false }),
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
