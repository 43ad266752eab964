import { deliveryFaults } from '../../../../lib/config/checks/delivery.js';
import { loadConvocatoria } from '../../../../lib/convocatorias/index.js';
import { CHIAPAS, CHIAPAS_FRAME, VERACRUZ } from '../../../support/server-plan.js';
import { sampleConfig } from '../sample-config.js';
import { faultsIn } from './server-faults.js';

describe('deliveryFaults', () => {
  it('finds nothing where the call has the way', () => {
    for (const content of [VERACRUZ, CHIAPAS, CHIAPAS_FRAME])
      expect(faultsIn(deliveryFaults, content)).toEqual([]);
    expect(deliveryFaults({ config: sampleConfig(), convocatoria: loadConvocatoria('bcs-2024') })).toEqual(
      [],
    );
  });

  it('names the ways of the call where it has another', () => {
    expect(
      deliveryFaults({ config: sampleConfig(), convocatoria: loadConvocatoria('chiapas-2024') }),
    ).toEqual([
      {
        id: 'problem.delivery-not-the-calls',
        path: ['source'],
        params: { got: 'pull', allowed: 'push, frame', convocatoria: 'chiapas-2024' },
      },
    ]);
  });

  it('points at the key that decides', () => {
    const refused = (content: object) => faultsIn(deliveryFaults, content);
    expect(refused({ ...VERACRUZ, convocatoria: 'bcs-2024' })).toEqual([
      ['delivery-not-the-calls', 'server.ingest'],
    ]);
    expect(refused({ ...CHIAPAS_FRAME, convocatoria: 'puebla-2024' })).toEqual([
      ['delivery-not-the-calls', 'frame'],
    ]);
  });

  it('waits until the key that decides has the right shape', () => {
    const convocatoria = loadConvocatoria('veracruz-2024');
    for (const given of [{ server: 1 }, { frame: 1 }, {}]) {
      expect(deliveryFaults({ config: {}, given, convocatoria })).toEqual([]);
    }
    expect(deliveryFaults({ config: sampleConfig() })).toEqual([]);
  });
});
