import { collectTerraform } from '../../../../../lib/compliance/index.js';

const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----canary';
const places = (resource: object, cloudInit?: string) =>
  collectTerraform([
    {
      name: 'uno',
      template: { resource },
      ...(cloudInit === undefined ? {} : { cloudInit: `#cloud-config\n${cloudInit}\n` }),
    },
  ]).literalSecrets.map(({ path }) => path);
const env = (...lines: string[]) => ({ docker_container: { x: { env: lines } } });

describe('collectLiteralSecrets', () => {
  test.each([
    [{ terraform_data: { x: { input: { password: 'hunter2' } } } }, ['input.password']],
    [{ terraform_data: { x: { input: { password: '${var.x}' } } } }, []],
    [{ terraform_data: { x: { input: { password: '/run/secrets/x' } } } }, []],
    [{ terraform_data: { x: { input: { password: '' } } } }, []],
    [env('URL=https://user:hunter2@example.org/'), ['env.0']],
    [env('URL=https://user:$PASSWORD@example.org/'), []],
  ])('finds in %j: %j', (resource, found) => {
    expect(places(resource)).toEqual(found);
  });

  test('looks through user data and its files', () => {
    expect(places({}, 'password: hunter2')).toEqual(['password']);
    expect(places({}, `write_files: [{ path: /etc/key, content: "${KEY}" }]`)).toEqual([
      'write_files./etc/key',
    ]);
  });
});
