import {
  isKnownType,
  unknownOfData,
  unknownOfNetwork,
  unknownOfTop,
} from '../../../../../../lib/compliance/collectors/terraform/known/resources.js';

const resource = (type: string, body: object) => ({
  id: `uno/${type}.x`,
  type,
  name: 'x',
  body: { ...body },
});

describe('unknownOfTop', () => {
  test('names parts that may bring anything', () => {
    expect(unknownOfTop({ terraform: {}, resource: {}, import: {}, moved: {} })).toEqual(['import', 'moved']);
  });
});

describe('isKnownType', () => {
  test.each(['docker_container', 'terraform_data', 'aws_instance', 'random_id'])('knows %s', (type) => {
    expect(isKnownType(type)).toBe(true);
  });
  test.each(['docker_service', 'docker_plugin', 'ansible_playbook', 'awsome_thing'])(
    'does not know %s',
    (type) => {
      expect(isKnownType(type)).toBe(false);
    },
  );
});

describe('unknownOfData', () => {
  test('names keys of what runs scripts, and of nothing else', () => {
    expect(unknownOfData(resource('terraform_data', { input: 1, provider: 'x' }))).toEqual(['provider']);
    expect(unknownOfData(resource('aws_instance', { provider: 'x' }))).toEqual([]);
  });
});

describe('unknownOfNetwork', () => {
  test.each<[object, readonly string[]]>([
    [{ name: 'n', driver: 'bridge', options: { 'com.docker.network.bridge.name': 'b' } }, []],
    [{ name: 'n', driver: 'macvlan' }, ['driver: "macvlan"']],
    [{ name: 'n', internal: true }, ['internal: true']],
    [{ name: 'n', ipv6: true }, ['ipv6: true']],
    [
      { options: { 'com.docker.network.bridge.gateway_mode_ipv4': 'routed' } },
      ['options: {"com.docker.network.bridge.gateway_mode_ipv4":"routed"}'],
    ],
  ])('of %j names %j', (body, unknown) => {
    expect(unknownOfNetwork(resource('docker_network', body))).toEqual(unknown);
  });
});
