import type { Verdict } from '../../../lib/compliance/index.js';
import { createMatrixRenderer } from '../../../lib/report/index.js';
import { displayWidth } from '../../../lib/report/display-width.js';
import { clause } from '../compliance/call-builder.js';
import { sampleDocument, sampleVerdicts } from './sample.js';

const render = createMatrixRenderer();

describe('the matrix', () => {
  test('says which dates are not the call’s own', () => {
    const own = { ...sampleDocument(), overriddenDates: ['closing', 'opening'] };
    expect(render(own)).toContain(
      'Con fechas propias (closing, opening); los plazos son los de la convocatoria.',
    );
    expect(render(sampleDocument())).not.toContain('fechas propias');
  });

  test('shows each clause with verdict, duty, evidence, resource and remedy', () => {
    expect(
      render(sampleDocument())
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual([
      'ficticia-2030 · Convocatoria ficticia',
      'prep.example.org · el difusor jala los cortes · 2030-06-01',
      '',
      'Plantilla: se prueba con el JSON sintetizado.',
      '1 cumplida · 1 incumplida · 1 dispensada',
      '─'.repeat(80),
      'I.a         CUMPLIDA       Hacer algo.',
      '    · Declara AWS Shield Standard, que CloudFront incluye.',
      '      difusor/Distribution',
      'I.b         INCUMPLIDA     Mantener publicada, sin interrupción y sin…',
      '    · Avisaría a los 60 min; el límite es de 45 min.',
      '      difusor/Alarm',
      '    → Hágalo.',
      'I.c         DISPENSADA     Hacer algo.',
      '    · Dispensada hasta el 2030-06-10 por Dirección: Acordado',
      '',
      'Trabajador: se prueba con los ajustes y permisos de quien publica.',
      '1 indeterminada',
      '─'.repeat(80),
      'I.d         INDETERMINADA  Hacer algo.',
      '    · Ninguna regla la prueba todavía con una plantilla.',
      '    → Hágalo.',
      '',
      'Documento: se entrega por escrito.',
      '1 por acreditar',
      '─'.repeat(80),
      'II          POR ACREDITAR  Hacer algo.',
      '    → Hágalo. (plazo: 2030-06-17)',
      '',
      'Persona: necesita evidencia, responsable y fecha.',
      '1 no aplica',
      '─'.repeat(80),
      'III         NO APLICA      Hacer algo.',
      '    · Es deber del Instituto.',
      '',
      '─'.repeat(80),
      '1 cumplida · 1 incumplida · 1 dispensada · 1 por acreditar · 1 no aplica · 1',
      'indeterminada',
      'No pasa: una incumplida, una indeterminada.',
      'Por acreditar no es cumplida: falta la evidencia de una cláusula.',
      '',
    ]);
  });

  test('says so where all that templates can prove is met', () => {
    expect(render(sampleDocument(sampleVerdicts().slice(0, 1)))).toContain(
      'Todo lo que las plantillas pueden probar',
    );
  });

  test.each([
    [80, 'es'],
    [60, 'es'],
    [20, 'es'],
    [120, 'en'],
  ] as const)('fits %i columns in %s, 60 at least, whatever it has to say', (columns, locale) => {
    const verdicts = [...sampleVerdicts(), hostile()];
    const lines = createMatrixRenderer({ columns })(sampleDocument(verdicts, { locale })).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBe(Math.max(columns, 60));
  });

  test('lets no template steer the terminal', () => {
    expect(render(sampleDocument([hostile()]))).not.toMatch(/[\u001b\u202e]/);
  });

  test('tells a few observations and the number of the others', () => {
    const evidence = Array.from(
      { length: 8 },
      (_, index) => ({ text: 'rule.fixed-ip.met', resource: `difusor/Eip${index}` }) as const,
    );
    const text = render(sampleDocument([{ clause: clause(), status: 'met', evidence }]));
    expect(text.match(/difusor\/Eip/g)).toHaveLength(5);
    expect(text).toContain('3 observaciones más, en --json.');
  });

  test('colours the verdict only where asked, and never instead of its word', () => {
    const document = sampleDocument();
    const colored = createMatrixRenderer({ color: true })(document);
    expect(render(document)).not.toContain('\u001b');
    expect(colored).toContain('\u001b[31mINCUMPLIDA');
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(render(document));
  });
});

function hostile(): Verdict {
  const duty = { es: `${'選挙'.repeat(60)}\u001b[2J`, en: '\u202eduty '.repeat(40) };
  const resource = `difusor/${'X'.repeat(200)}\u001b[31m`;
  return {
    clause: clause({ id: 'IV', duty }),
    status: 'breached',
    evidence: [{ text: 'rule.no-worker', resource }],
  };
}
