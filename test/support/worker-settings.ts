import type { SourceSettings, WorkerSettings } from '../../lib/worker-settings.js';

/** Settings of a worker for the night of 6 June 2027 in Baja California Sur, with one rehearsal. */
export const SETTINGS: WorkerSettings & { readonly source: Extract<SourceSettings, { kind: 'https' }> } = {
  convocatoria: 'bcs-2024',
  zone: 'America/Mazatlan',
  cadenceMinutes: 20,
  takeDownMinutes: 45,
  windows: [
    {
      id: 'rehearsal-1',
      kind: 'rehearsal',
      from: '2027-05-16T19:00:00-07:00',
      opensAt: '2027-05-16T20:00:00-07:00',
      until: '2027-05-17T00:00:00-07:00',
    },
    {
      id: 'election',
      kind: 'election',
      from: '2027-06-06T19:00:00-07:00',
      opensAt: '2027-06-06T20:00:00-07:00',
      lastCutAt: '2027-06-07T20:00:00-07:00',
      until: '2027-06-07T21:00:00-07:00',
    },
  ],
  source: {
    kind: 'https',
    host: 'prep.example.net',
    port: 443,
    path: '/difusores/paquete.zip',
    auth: 'basic',
    secretName: 'difusor/source',
  },
  package: { cutTime: { from: 'archive-name' }, maxBytes: 512 * 1024 * 1024 },
  cacheControl: [{ path: '/*', value: 'no-cache' }],
};
