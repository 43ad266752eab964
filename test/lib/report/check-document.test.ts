import { checkDocumentSchema, checkJsonSchema } from '../../../lib/report/index.js';
import { sampleDocument, sampleVerdicts } from './sample.js';

describe('createCheckDocument', () => {
  test('gives a document of its own schema', () => {
    expect(checkDocumentSchema.parse(sampleDocument())).toEqual(sampleDocument());
  });

  test('puts each verdict into words, and keeps ids and params for programs', () => {
    expect(sampleDocument().clauses[1]).toMatchObject({
      id: 'I.b',
      verdict: 'breached',
      rule: 'take-down-alarm',
      evidence: [
        {
          id: 'rule.take-down-alarm.late',
          text: 'Avisaría a los 60 min; el límite es de 45 min.',
          params: { minutes: 60, limit: 45 },
          resource: 'difusor/Alarm',
        },
      ],
      remedy: 'Hágalo.',
    });
  });

  test('tells the remedy of what is open only', () => {
    const open = sampleDocument().clauses.filter(({ remedy }) => remedy !== undefined);
    expect(open.map(({ verdict }) => verdict)).toEqual(['breached', 'undetermined', 'manual']);
  });

  test('has deadline and waiver where there is one', () => {
    const { clauses } = sampleDocument();
    expect(clauses.map(({ deadline }) => deadline?.date)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '2030-06-17',
      undefined,
    ]);
    expect(clauses[2]?.waiver).toEqual({ reason: 'Acordado', owner: 'Dirección', expires: '2030-06-10' });
  });

  test('speaks English too', () => {
    const { clauses, convocatoria } = sampleDocument(sampleVerdicts(), { locale: 'en' });
    expect([convocatoria.title, clauses[0]?.evidence[0]?.text]).toEqual([
      'Made-up call',
      'States AWS Shield Standard, which CloudFront includes.',
    ]);
  });
});

describe('checkJsonSchema', () => {
  test('describes the document, closed to other keys', () => {
    const schema = checkJsonSchema();
    expect(schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: { schema: { const: 'difusor/check/1' }, summary: { type: 'object' } },
    });
    expect(schema.required).toEqual(Object.keys(sampleDocument()));
  });
});
