import { collectTerraform } from '../../../../../lib/compliance/index.js';

const one = (body: object) =>
  collectTerraform([
    { name: 'uno', template: { resource: { docker_container: { x: { image: 'i', ...body } } } } },
  ]).containers[0];
const mounting = (host_path: string) => one({ volumes: [{ host_path, container_path: '/x' }] });

describe('a container', () => {
  test.each([
    ['/var/run/docker.sock', true],
    ['/other/docker.sock', true],
    ['/var/run', true],
    ['/run/', true],
    ['/', true],
    ['/srv/run', false],
    ['volume', false],
  ])('that sees %s reaches the socket of Docker: %s', (path, reaches) => {
    expect(mounting(path)?.dockerSocket).toBe(reaches);
  });

  test.each([
    [{ capabilities: [{ drop: ['ALL'] }] }, []],
    [{ capabilities: [{ drop: ['ALL'], add: ['CAP_SYS_ADMIN'] }] }, ['SYS_ADMIN']],
    [{ capabilities: [{ drop: ['ALL'] }], pid_mode: 'host' }, ['HOST_PID']],
    [
      { capabilities: [{ drop: ['ALL'] }], ipc_mode: 'host', devices: [{ host_path: '/dev/sda' }] },
      ['HOST_IPC', 'DEVICES'],
    ],
    [{ capabilities: [{ drop: ['${var.x}'] }] }, { unresolved: 'var.x' }],
  ])('with %j may %j', (body, capabilities) => {
    expect(one(body)?.capabilities).toEqual(capabilities);
  });

  test('keeps what docker leaves it where nothing is dropped', () => {
    expect(one({})?.capabilities).toContain('MKNOD');
  });
});
