import { collectTerraform } from '../../../../../lib/compliance/index.js';
import { inboxSettings } from '../../whole-server.js';

const SETTINGS = JSON.stringify(inboxSettings());
const VOLUMES = [
  { host_path: '/srv/prep/etc', container_path: '/etc/prep' },
  { host_path: '/srv/prep/site', container_path: '/srv/site' },
];
const collected = (body: object, files: object = {}) =>
  collectTerraform([
    {
      name: 'uno',
      template: {
        resource: {
          docker_container: { x: { image: 'i', volumes: VOLUMES, ...body } },
          terraform_data: { x: { input: { files } } },
        },
      },
    },
  ]).workers;
const LABEL = { labels: [{ label: 'difusor.service', value: 'publisher' }] };

describe('collectContainerWorkers', () => {
  test.each([
    [{ labels: [{ label: 'difusor.settings', value: SETTINGS }] }],
    [{ labels: { 'difusor.settings': SETTINGS } }],
    [{ env: [`DIFUSOR_SETTINGS=${SETTINGS}`] }],
  ])('reads the settings of %j', (body) => {
    expect(collected(body)).toMatchObject([
      {
        settings: inboxSettings(),
        siteBucket: 'uno:/srv/prep/site',
        archiveFolder: 'uno/docker_container.x:/srv/packages',
      },
    ]);
  });

  test('reads the files that it sees, and those that its command names', () => {
    const files = { '/srv/prep/etc/settings.json': SETTINGS, '/srv/prep/etc/d.yaml': 'domain: x' };
    const command = ['sync', '--config', '/etc/prep/d.yaml', '--directory', '/srv/other'];
    expect(collected({ ...LABEL, command }, files)).toMatchObject([
      {
        settings: inboxSettings(),
        configuration: 'domain: x',
        siteBucket: 'uno/docker_container.x:/srv/other',
      },
    ]);
  });

  test.each([
    [{ labels: { 'difusor.settings': '{' } }, { unresolved: 'difusor.settings: JSON' }],
    [{ labels: { 'difusor.settings': '${var.x}' } }, { unresolved: 'var.x' }],
    [LABEL, undefined],
  ])('does not know the settings of %j', (body, settings) => {
    expect(collected(body)).toMatchObject([{ settings }]);
  });

  test('takes no other container for one', () => {
    expect(collected({ labels: { 'difusor.service': 'web' } })).toEqual([]);
  });
});
