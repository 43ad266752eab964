import { waiverFaults } from '../../../../lib/config/checks/waivers.js';
import { loadConvocatoria } from '../../../../lib/convocatorias/index.js';

const convocatoria = loadConvocatoria('bcs-2024');
const waiver = (clause: string, expires = '2024-07-01') => ({ clause, reason: 'r', owner: 'o', expires });
const found = (...waivers: ReturnType<typeof waiver>[]) =>
  waiverFaults({ config: { waivers }, convocatoria }).map(({ id, path }) => [id, path.join('.')]);

describe('waiverFaults', () => {
  it('accepts duties of the call, until a year after the election', () => {
    expect(found(waiver('II.c.1'), waiver('II.b', '2025-06-02'))).toEqual([]);
  });

  test.each(['II.c', 'II.z', 'XX', '', 'II.c.', 'I'.repeat(20)])(
    'refuses %j, which is no duty of the call',
    (clause) => {
      expect(found(waiver(clause))).toEqual([['problem.waiver-clause-unknown', 'waivers.0.clause']]);
    },
  );

  test.each([
    ['II.c', 'II.c.1, II.c.2'],
    ['I', 'I.a, I.b, I.c.1'],
    ['II.c.9', 'II.c.1'],
    ['XX.yy', 'none'],
  ])('suggests for %s the duties within it, else one that is near', (clause, suggestion) => {
    const [fault] = waiverFaults({ config: { waivers: [waiver(clause)] }, convocatoria });
    expect(fault?.params).toMatchObject({ suggestion });
  });

  it('refuses one that outlives the election by more than a year', () => {
    expect(found(waiver('II.b', '2025-06-03'))).toEqual([['problem.waiver-too-long', 'waivers.0.expires']]);
  });

  it('counts that year from the later election of the file', () => {
    const config = { waivers: [waiver('II.b', '2028-06-06')], dates: { electionDay: '2027-06-06' } };
    expect(waiverFaults({ config, convocatoria })).toEqual([]);
  });

  it('refuses a clause that is waived twice', () => {
    expect(found(waiver('II.b'), waiver('II.b'))).toEqual([['problem.duplicate-item', 'waivers.1.clause']]);
  });

  it('says nothing without a call', () => {
    expect(waiverFaults({ config: { waivers: [waiver('XX')] } })).toEqual([]);
  });
});
