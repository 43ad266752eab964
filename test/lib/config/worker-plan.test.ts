import { secretNameOf, workerSettings } from '../../../lib/config/worker-plan.js';
import { difusorSchema } from '../../../lib/config/schema.js';
import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { workerSettingsSchema } from '../../../lib/worker-settings.js';
import { thrownBy } from '../../support/thrown.js';
import { CHIAPAS, VERACRUZ } from '../../support/server-plan.js';
import { sampleConfig } from './sample-config.js';

const settings = (content: object, folder = '/etc/prep') => {
  const config = difusorSchema.parse(content);
  return workerSettings(
    config,
    { convocatoria: loadConvocatoria(config.convocatoria), folder },
    'difusor-prueba',
  );
};

describe('workerSettings', () => {
  it('are what the worker’s own schema accepts, for each ingest', () => {
    for (const content of [VERACRUZ, CHIAPAS]) {
      expect(workerSettingsSchema.parse(settings(content))).toEqual(settings(content));
    }
  });

  it('are the same wherever the file lies, at the desk and in the publisher’s container', () => {
    expect(settings(VERACRUZ, '/home/guardia')).toEqual(settings(VERACRUZ, '/etc/prep'));
  });

  it('carry the header that the call asks for as what is stored with each object', () => {
    expect(settings(CHIAPAS).cacheControl).toContainEqual({
      path: '/json/main.json',
      value: 'no-cache, no-store, must-revalidate',
    });
  });

  it('never come of a configuration without any source', () => {
    const server = { ...VERACRUZ.server, ingest: undefined };
    expect(thrownBy(() => settings({ ...VERACRUZ, server }))).toMatchObject({ code: 'INTERNAL' });
  });
});

describe('secretNameOf', () => {
  it('is the source’s own, else made of the plan’s name', () => {
    const source = { kind: 'https', host: 'a.example.net', path: '/p', auth: 'basic', secretName: 'mio' };
    expect(secretNameOf(sampleConfig({ source }), 'difusor-prueba')).toBe('mio');
    expect(secretNameOf(sampleConfig(), 'difusor-prueba')).toBe('difusor-prueba/source');
    expect(secretNameOf(difusorSchema.parse(VERACRUZ), 'difusor-prueba')).toBe('difusor-prueba/source');
  });
});
