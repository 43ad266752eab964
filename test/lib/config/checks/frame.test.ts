import { frameFaults } from '../../../../lib/config/checks/frame.js';
import { CHIAPAS_FRAME, VERACRUZ } from '../../../support/server-plan.js';
import { faultsIn } from './server-faults.js';

describe('frameFaults', () => {
  it('lets a page frame another site, or none', () => {
    expect(faultsIn(frameFaults, CHIAPAS_FRAME)).toEqual([]);
    expect(faultsIn(frameFaults, VERACRUZ)).toEqual([]);
  });

  it('refuses a page that frames itself', () => {
    const frame = { official: `https://${VERACRUZ.domain}/resultados` };
    expect(faultsIn(frameFaults, { ...CHIAPAS_FRAME, frame })).toEqual([['frame-is-own', 'frame.official']]);
  });
});
