import { deliveryOf, targetOf } from '../../../lib/config/target.js';
import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { difusorSchema } from '../../../lib/config/schema.js';
import { CHIAPAS_FRAME, VERACRUZ } from '../../support/server-plan.js';
import { sampleConfig } from './sample-config.js';

describe('targetOf', () => {
  it('counts a key that is there, whatever stands in it', () => {
    expect(targetOf({ server: null })).toEqual({ hosted: true, framed: false });
    expect(targetOf({ frame: 'x' })).toEqual({ hosted: false, framed: true });
    expect(targetOf({})).toEqual({ hosted: false, framed: false });
  });
});

describe('deliveryOf', () => {
  const inbox = { kind: 'inbox', path: 'buzon', complete: 'rename' };

  test.each([
    ['frame', 'a frame', difusorSchema.parse(CHIAPAS_FRAME), 'chiapas-2024'],
    ['push', 'an ingest', difusorSchema.parse(VERACRUZ), 'veracruz-2024'],
    ['pull', 'a source', sampleConfig(), 'bcs-2024'],
    ['pull', 'a source also where the call only pushes', sampleConfig(), 'veracruz-2024'],
    ['pull', 'an inbox that is filled with what was pulled', sampleConfig({ source: inbox }), 'bcs-2024'],
    ['push', 'an inbox into which the institute pushes', sampleConfig({ source: inbox }), 'chiapas-2024'],
  ])('is %s by %s', (expected, _name, config, call) => {
    expect(deliveryOf(config, loadConvocatoria(call))).toBe(expected);
  });
});
