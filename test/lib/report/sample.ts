import { summarize, type Verdict } from '../../../lib/compliance/index.js';
import type { Convocatoria } from '../../../lib/convocatorias/index.js';
import { createMessages, type Locale } from '../../../lib/messages/index.js';
import { createCheckDocument, type CheckDocument } from '../../../lib/report/index.js';
import { call, clause } from '../compliance/call-builder.js';

const LONG =
  'Mantener publicada, sin interrupción y sin alteración, la copia más reciente que entregue el instituto.';

/** One verdict of each status, over several kinds. */
export function sampleVerdicts(): Verdict[] {
  const met = { text: 'rule.shield.standard', resource: 'difusor/Distribution' } as const;
  const waiver = { clause: 'I.c', reason: 'Acordado', owner: 'Dirección', expires: '2030-06-10' };
  return [
    { clause: clause({ id: 'I.a', rule: 'shield' }), status: 'met', evidence: [met] },
    {
      clause: clause({ id: 'I.b', rule: 'take-down-alarm', duty: { es: LONG, en: 'Keep the copy.' } }),
      status: 'breached',
      evidence: [
        { text: 'rule.take-down-alarm.late', params: { minutes: 60, limit: 45 }, resource: 'difusor/Alarm' },
      ],
    },
    {
      clause: clause({ id: 'I.c' }),
      status: 'waived',
      evidence: [{ text: 'verdict.waived', params: { ...waiver } }],
      waiver,
    },
    {
      clause: clause({ id: 'I.d', kind: 'worker' }),
      status: 'undetermined',
      evidence: [{ text: 'verdict.no-rule' }],
    },
    {
      clause: clause({ id: 'II', kind: 'document', deadline: 'report' }),
      status: 'manual',
      evidence: [{ text: 'verdict.document' }],
    },
    {
      clause: clause({ id: 'III', kind: 'human', bearer: 'institute' }),
      status: 'not-applicable',
      evidence: [{ text: 'verdict.institute' }],
    },
  ];
}

export function sampleDocument(
  verdicts: readonly Verdict[] = sampleVerdicts(),
  { locale = 'es', convocatoria = {} }: { locale?: Locale; convocatoria?: Partial<Convocatoria> } = {},
): CheckDocument {
  const input = {
    convocatoria: call(convocatoria),
    domain: 'prep.example.org',
    delivery: 'pull' as const,
    today: '2030-06-01',
  };
  return createCheckDocument({ ...input, verdicts, summary: summarize(verdicts) }, createMessages(locale));
}
