import { parseProcessorSpeed } from '../../../../lib/audit/parse/processor-speed.js';
import { expectBounded } from './hostile-output.js';

const NAMED = 'model name\t: Intel(R) Xeon(R) CPU E5-2650 v4 @ 2.20GHz\ncpu MHz\t\t: 1200.000\n';
const BARE = 'model name\t: AMD EPYC 7543 32-Core Processor\ncpu MHz\t\t: 2794.748\ncpu MHz\t\t: 2500.1\n';

describe('parseProcessorSpeed', () => {
  test.each([
    ['the name of the model first', NAMED, 'CPU max MHz:  2900.0000\n', 2.2, 'name'],
    ['the maximum next', BARE, 'CPU max MHz:                     3737.8899\n', 3.738, 'maximum'],
    ['a maximum with a comma', BARE, 'CPU max MHz: 3700,0000\n', 3.7, 'maximum'],
    ['the fastest of this instant last', BARE, '', 2.795, 'current'],
  ])('takes %s', (_what, cpuinfo, lscpu, gigahertz, from) => {
    expect(parseProcessorSpeed(cpuinfo, lscpu)).toEqual({ value: { gigahertz, from } });
  });

  it('tells where nothing says it', () => {
    expect(parseProcessorSpeed('model name\t: Neoverse-N1\n', '')).toMatchObject({ why: 'untold' });
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded((text) => parseProcessorSpeed(text, ''), NAMED);
    expectBounded((text) => parseProcessorSpeed('', text), 'CPU max MHz: 3700.0000\n');
  });
});
