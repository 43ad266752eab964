import { DifusorError } from '../../../lib/errors.js';
import { createMessages } from '../../../lib/messages/index.js';
import type { SyncOutcome } from '../../../lib/sync/outcome.js';
import { renderOutcome, renderProgress } from '../../../lib/sync/render-outcome.js';

const GENERATION = '20270607T032000Z-aaaaaaaa';
const PUBLISHED = {
  kind: 'published',
  generation: GENERATION,
  rehearsal: false,
  shown: 'live',
  sentFiles: 3,
  copiedFiles: 1,
  sentBytes: 12345,
} as const;

const OUTCOMES: readonly SyncOutcome[] = [
  PUBLISHED,
  { kind: 'unchanged', generation: GENERATION },
  {
    kind: 'held',
    reason: 'before-opening',
    generation: GENERATION,
    opensAt: '2027-06-06T20:00:00-07:00',
    sentBytes: 1,
  },
  { kind: 'held', reason: 'rehearsal', generation: GENERATION },
  { kind: 'held', reason: 'rolled-back', generation: GENERATION },
  { kind: 'awaiting', opensAt: '2027-06-06T20:00:00-07:00' },
  { kind: 'paused', until: '2027-06-07T03:25:00.000Z', code: 'SOURCE_REFUSED' },
  { ...PUBLISHED, shown: 'closed', pendingActas: 2, more: true },
  { kind: 'outside-window', nextFrom: '2027-06-06T19:00:00-07:00' },
  { kind: 'outside-window' },
  { kind: 'refused', error: new DifusorError('ARCHIVE_EMPTY', { package: 'x.zip' }) },
  {
    kind: 'refused',
    error: new DifusorError('CUT_GAP', { package: 'b.zip', missing: 'a.zip', reason: 'ARCHIVE_EMPTY' }),
  },
  { kind: 'failed', error: new DifusorError('SOURCE_REFUSED', { host: 'h', status: 401 }) },
];

describe('renderOutcome', () => {
  it.each(['es', 'en'] as const)('has words for every outcome in %s', (locale) => {
    const messages = createMessages(locale);
    for (const outcome of OUTCOMES) {
      const lines = renderOutcome(outcome, messages);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.join('\n')).not.toMatch(/undefined|\{\w/);
    }
  });

  it('names the cut and what it cost', () => {
    const lines = renderOutcome(PUBLISHED, createMessages('en'));
    expect(lines).toEqual([
      `Published cut ${GENERATION}: 3 new or changed files (12,345 bytes), one unchanged.`,
    ]);
  });

  it('says that a rehearsal and a notice are what they are', () => {
    const lines = renderOutcome({ ...PUBLISHED, rehearsal: true, shown: 'notice' }, createMessages('es'));
    expect(lines).toHaveLength(3);
    expect(lines.join()).toMatch(/simulacro.*aviso/);
  });

  it('says that a person closed the site', () => {
    const lines = renderOutcome({ ...PUBLISHED, shown: 'closed' }, createMessages('es'));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('cerrado por orden de una persona');
  });

  it.each([
    [undefined, []],
    [0, []],
    [1, ['Faltan por llegar la imagen de un acta.']],
    [27, ['Faltan por llegar las imágenes de 27 actas.']],
  ])('says of %p images that have yet to come what there is to say', (pendingActas, said) => {
    const outcome = { ...PUBLISHED, ...(pendingActas === undefined ? {} : { pendingActas }) };
    expect(renderOutcome(outcome, createMessages('es')).slice(1)).toEqual(said);
  });

  it('gives of an error its code, its remedy, and what readers see meanwhile', () => {
    const error = new DifusorError('SOURCE_REFUSED', { host: 'h', status: 401 });
    const lines = renderOutcome({ kind: 'failed', error }, createMessages('es'));
    expect(lines[0]).toMatch(/^SOURCE_REFUSED: h contestó 401/);
    expect(lines[1]).toMatch(/^→ /);
    expect(lines[2]).toContain('sigue en su lugar');
  });
});

describe('renderProgress', () => {
  it.each(['es', 'en'] as const)('has a line for every step in %s', (locale) => {
    const messages = createMessages(locale);
    const lines = [
      renderProgress({ step: 'asking', host: 'h' }, messages),
      renderProgress({ step: 'received', name: 'x.zip', bytes: 1 }, messages),
      renderProgress({ step: 'verified', files: 1, bytes: 2 }, messages),
      renderProgress({ step: 'staged', sent: 2, copied: 3 }, messages),
      renderProgress({ step: 'looking', url: 'https://prep.example.mx' }, messages),
    ];
    expect(new Set(lines).size).toBe(5);
    expect(lines.join('\n')).not.toMatch(/undefined|\{\w/);
  });
});
