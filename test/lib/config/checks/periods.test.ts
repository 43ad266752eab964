import { periodFaults } from '../../../../lib/config/checks/periods.js';
import { loadConvocatoria } from '../../../../lib/convocatorias/index.js';

const faultsOf = (call: string, config: { cadenceMinutes?: number; takeDownMinutes?: number }) =>
  periodFaults({ config, convocatoria: loadConvocatoria(call) });

describe('periodFaults', () => {
  it('asks for nothing, and takes the call’s own value, where the call is clear', () => {
    expect(faultsOf('bcs-2024', {})).toEqual([]);
    expect(faultsOf('bcs-2024', { cadenceMinutes: 20, takeDownMinutes: 45 })).toEqual([]);
  });

  it('refuses periods that are not the call’s, with the clause that sets them', () => {
    expect(faultsOf('bcs-2024', { cadenceMinutes: 15, takeDownMinutes: 60 })).toEqual([
      {
        id: 'problem.period-not-the-calls',
        path: ['cadenceMinutes'],
        params: { name: 'cadenceMinutes', got: 15, allowed: 20, clause: 'I.d' },
      },
      {
        id: 'problem.period-not-the-calls',
        path: ['takeDownMinutes'],
        params: { name: 'takeDownMinutes', got: 60, allowed: 45, clause: 'IV-2.b.4' },
      },
    ]);
  });

  it('asks for the periods on which the call is silent', () => {
    expect(faultsOf('puebla-2024', {}).map(({ id, path }) => [id, path[0]])).toEqual([
      ['problem.period-needed', 'cadenceMinutes'],
      ['problem.period-needed', 'takeDownMinutes'],
    ]);
    expect(faultsOf('puebla-2024', { cadenceMinutes: 20, takeDownMinutes: 60 })).toEqual([]);
  });

  it('refuses an interruption before the next cut is due', () => {
    expect(faultsOf('puebla-2024', { cadenceMinutes: 20, takeDownMinutes: 19 })).toEqual([
      { id: 'problem.take-down-before-cut', path: ['takeDownMinutes'], params: { got: 19, minimum: 20 } },
    ]);
  });

  it('says nothing without a call', () => {
    expect(periodFaults({ config: { cadenceMinutes: 1 } })).toEqual([]);
  });

  it('asks a page that frames for none, since no packages come', () => {
    const given = { frame: { official: 'https://prep.example.net/' } };
    expect(periodFaults({ config: {}, given, convocatoria: loadConvocatoria('chiapas-2024') })).toEqual([]);
  });
});
