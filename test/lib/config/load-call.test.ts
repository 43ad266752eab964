import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateCall, loadCall } from '../../../lib/config/load-call.js';
import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { ConfigFolder } from './sample-config.js';

describe('loadCall', () => {
  it('gives a built-in call by its id', () => {
    expect(loadCall('bcs-2024', '.').convocatoria?.id).toBe('bcs-2024');
  });

  it('makes of an unknown call a fault that names the known ones', () => {
    const { faults, error } = loadCall('bcs-2025', '.');
    expect(error).toBeUndefined();
    expect(faults).toEqual([
      {
        id: 'problem.convocatoria-not-found',
        path: ['convocatoria'],
        params: { got: '"bcs-2025"', known: expect.stringContaining('bcs-2024') as string },
      },
    ]);
  });

  it('keeps the errors of a call that stand in its own files', () => {
    const folder = new ConfigFolder();
    mkdirSync(join(folder.path, 'mine'));
    writeFileSync(join(folder.path, 'mine', 'convocatoria.yaml'), 'id: mine\n');
    const { error, faults } = loadCall('./mine', folder.path);
    folder.remove();
    expect(faults).toEqual([]);
    expect(error?.code).toBe('CONVOCATORIA_INVALID');
  });
});

describe('dateCall', () => {
  const call = loadConvocatoria('bcs-2024');

  it('puts the dates into the call', () => {
    const { convocatoria } = dateCall(call, { closing: '2024-06-03T21:00:00-07:00' });
    expect(convocatoria?.closing?.at).toBe('2024-06-03T21:00:00-07:00');
  });

  it('makes of what the call refuses a fault of the date', () => {
    const { faults } = dateCall(call, { closing: '2024-06-03T20:00:00-06:00' });
    expect(faults.map(({ id, path }) => [id, path])).toEqual([
      ['problem.convocatoria.offset', ['dates', 'closing']],
    ]);
  });
});
