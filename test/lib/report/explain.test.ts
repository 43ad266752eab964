import { listConvocatorias, loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { createMessages, LOCALES } from '../../../lib/messages/index.js';
import { displayWidth } from '../../../lib/report/display-width.js';
import { explainClause, listClauses } from '../../../lib/report/index.js';
import { call, clause } from '../compliance/call-builder.js';

const es = createMessages('es');
const READING = {
  id: 'r',
  kind: 'silence' as const,
  clauses: ['II'],
  finding: { es: 'No dice cómo.', en: 'It does not say how.' },
  reading: { es: 'Como sea.', en: 'Any way.' },
};
const CALL = call({
  readings: [
    READING,
    { ...READING, id: 'other', clauses: ['II.b.1'], reading: { es: 'Nunca.', en: 'Never.' } },
  ],
  clauses: [
    clause({ id: 'I', clause: 'I', kind: 'human' }),
    clause({
      id: 'II.a.1',
      clause: 'II.a',
      rule: 'shield',
      params: { days: 3 },
      deadline: 'report',
      appliesTo: ['pull', 'push'],
    }),
    clause({ id: 'II.a.2', clause: 'II.a', rule: 'gone' }),
  ],
});

describe('explainClause', () => {
  test('tells all that is known of one clause', () => {
    expect(explainClause(CALL, 'II.a.1', es).split('\n')).toEqual([
      'ficticia-2030 II.a.1 · IF, cláusula II.a',
      '  Deber         Hacer algo.',
      '  Obliga a      el difusor',
      '  Con entrega   pull, push',
      '  Prueba        Plantilla: se prueba con el JSON sintetizado.',
      '  Regla         shield',
      '  Parámetros    {"days":3}',
      '  Cómo se juzga La distribución declara en qué nivel de AWS Shield se apoya; si',
      '                es Advanced, hay protección para ella y para cada IP fija.',
      '  Remedio       Hágalo.',
      '  Plazo         2030-06-17 · Memoria',
      '  Silencio      No dice cómo. → Como sea.',
      '',
    ]);
  });

  test('explains every duty below a clause', () => {
    const text = explainClause(CALL, 'II.a', createMessages('en'));
    expect(text.match(/^ficticia-2030 .*$/gm)).toEqual([
      'ficticia-2030 II.a.1 · IF, clause II.a',
      'ficticia-2030 II.a.2 · IF, clause II.a',
    ]);
    expect(text).toContain('  Rule          gone\n  Remedy');
  });

  test('leaves out what a clause does not have', () => {
    expect(explainClause(CALL, 'I', es)).not.toMatch(
      /Regla|Parámetros|Plazo|Silencio|Cómo se juzga|Con entrega/,
    );
  });

  test('refuses a clause that the call does not have', () => {
    expect(() => explainClause(CALL, 'X', es)).toThrow(expect.objectContaining({ code: 'CLAUSE_NOT_FOUND' }));
  });
});

describe('listClauses', () => {
  test('has one line for each clause', () => {
    expect(listClauses(CALL, es).split('\n')).toEqual([
      'ficticia-2030 · Convocatoria ficticia',
      '',
      'I           persona    Hacer algo.',
      'II.a.1      plantilla  Hacer algo.',
      'II.a.2      plantilla  Hacer algo.',
      '',
    ]);
  });
});

describe.each(listConvocatorias())('%s', (id) => {
  test.each(LOCALES)('can be listed and explained in 80 columns in %s', (locale) => {
    const convocatoria = loadConvocatoria(id);
    const messages = createMessages(locale);
    const texts = convocatoria.clauses.map((own) => explainClause(convocatoria, own.id, messages));
    const lines = [...texts, listClauses(convocatoria, messages)].flatMap((text) => text.split('\n'));
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
  });
});
