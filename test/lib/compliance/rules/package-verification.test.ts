import { packageVerification } from '../../../../lib/compliance/rules/package-verification.js';
import { HOLE, settings, worker } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';

const told = (overrides: Parameters<typeof settings>[0]) => ({
  workers: [worker({ settings: settings(overrides) })],
});
const inbox = { kind: 'inbox', path: '/srv/inbox', complete: { when: 'rename' } } as const;
const sidecar = { cutTime: { from: 'arrival' }, maxBytes: 1_000_000, sidecar: 'sha256' } as const;

testRule(packageVerification, [
  ['packages over HTTPS', told({}), 'met', 'package-verification.met'],
  [
    'packages in an inbox',
    told({ source: { ...inbox, form: 'archive' } }),
    'met',
    'package-verification.met',
  ],
  ['packages with a digest beside them', told({ package: sidecar }), 'met', 'package-verification.digests'],
  [
    'a tree in an inbox',
    told({ source: { ...inbox, form: 'tree' } }),
    'breached',
    'package-verification.tree',
  ],
  [
    'a worker without settings',
    { workers: [worker({ settings: undefined })] },
    'breached',
    'opening-gate.no-settings',
  ],
  ['no worker', { workers: [] }, 'breached', 'no-worker'],
  ['unread settings', { workers: [worker({ settings: HOLE })] }, 'undetermined', 'unread'],
]);
