import { collectTerraform } from '../../../../../lib/compliance/index.js';

const collected = (resource: object) => collectTerraform([{ name: 'uno', template: { resource } }]);
const NGINX =
  'events {}\nhttp { server { listen 443 ssl; server_name a.example; root /srv/site/live; location / {} } }\n';

describe('collectWebServers', () => {
  test('reads nginx in a container, by the files that it sees', () => {
    const { webServers } = collected({
      docker_container: {
        x: {
          image: 'i',
          ports: [{ internal: 443, external: 8443 }],
          volumes: [{ host_path: '/srv/e', container_path: '/etc/nginx' }],
        },
      },
      terraform_data: { x: { input: { files: { '/srv/e/nginx.conf': NGINX } } } },
    });
    expect(webServers).toMatchObject([
      { container: 'uno/docker_container.x', software: 'nginx', tlsPort: 8443 },
    ]);
  });

  test('reads nginx of the host itself', () => {
    const { webServers } = collected({
      terraform_data: { x: { input: { files: { '/etc/nginx/nginx.conf': NGINX } } } },
    });
    expect(webServers).toMatchObject([{ container: undefined, tlsPort: 443 }]);
  });

  test.each([[{ image: 'httpd:2' }], [{ image: 'i', command: ['caddy', 'run'] }]])(
    'leaves a gap for %j',
    (body) => {
      const { gaps, webServers } = collected({ docker_container: { x: body } });
      expect(webServers).toEqual([]);
      expect(gaps.map(({ area }) => area)).toContain('webServers');
    },
  );
});
