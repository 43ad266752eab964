import { att, IF, ref, resource, stack } from './stack.js';

describe('TemplateValue', () => {
  test('reads plain values by path', () => {
    const value = read({ a: { b: ['x', 2, 'true'] } }).get('a', 'b');
    const [text, number, flag] = value.items();
    expect([text?.text(), number?.number(), flag?.flag()]).toEqual(['x', 2, true]);
  });

  test('takes numbers and flags written as text, and says where it can not', () => {
    expect(read({ a: '20' }).get('a').number()).toBe(20);
    expect(read({ a: 'many' }).get('a').number()).toEqual({ unresolved: 'Properties.a: many' });
    expect(read({ a: '' }).get('a').number()).toMatchObject({ unresolved: 'Properties.a: ' });
    expect(read({ a: 'yes' }).get('a').flag()).toMatchObject({ unresolved: 'Properties.a: yes' });
  });

  test('gives undefined for what is absent, also below it', () => {
    const absent = read({ a: null, b: ref('AWS::NoValue') });
    for (const value of [absent.get('a'), absent.get('b'), absent.get('c', 'd'), absent.get('toString')]) {
      expect([value.isAbsent, value.text(), value.number(), value.reference(), value.items()]).toEqual([
        true,
        undefined,
        undefined,
        undefined,
        [],
      ]);
    }
  });

  test('drops items and entries that are no value', () => {
    expect(
      read({ a: ['x', ref('AWS::NoValue')] })
        .get('a')
        .items(),
    ).toHaveLength(1);
    expect(read({ a: 1, b: ref('AWS::NoValue') }).entries()).toHaveLength(1);
  });

  test('takes a single value for a list of one, also one that is put together', () => {
    expect(read({ a: 'x' }).get('a').items()).toHaveLength(1);
    expect(
      read({ a: { 'Fn::Join': ['', [att('Bucket'), '/*']] } })
        .get('a')
        .items(),
    ).toHaveLength(1);
  });

  test('gives the resource that a value points to, whatever the deploy adds around it', () => {
    const arn = { 'Fn::Sub': 'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Cdn}' };
    expect(read({ a: arn }).get('a').reference()).toBe('site/Cdn');
    expect(read({ a: 'arn:aws:x' }).get('a').reference()).toBe('arn:aws:x');
  });

  test('does not choose between two resources, nor trust one beside something unknown', () => {
    expect(
      read({ a: { 'Fn::Sub': '${A}${B}' } })
        .get('a')
        .reference(),
    ).toMatchObject({ unresolved: expect.any(String) });
    expect(
      read({ a: { 'Fn::Join': ['', [IF, ref('A')]] } })
        .get('a')
        .reference(),
    ).toEqual({
      unresolved: 'Properties.a: ${Fn::If}${site/A.Ref}',
    });
  });

  test('names the attribute of the one resource', () => {
    expect(
      read({ a: att('Bucket', 'WebsiteURL') })
        .get('a')
        .attribute(),
    ).toBe('WebsiteURL');
    expect(
      read({ a: { 'Fn::Sub': '${A}${B}' } })
        .get('a')
        .attribute(),
    ).toBeUndefined();
  });

  test('reports a list or map that is hidden behind a function', () => {
    const hidden = stack({ B: resource('AWS::S3::Bucket', { list: IF, map: IF, text: IF }) });
    const [bucket] = hidden.resources;
    expect(bucket?.properties.get('text').text()).toEqual({ unresolved: 'Properties.text: ${Fn::If}' });
    expect(hidden.gaps).toEqual([]);
    expect(bucket?.properties.get('list').items()).toEqual([]);
    expect(bucket?.properties.get('map', 'key').isAbsent).toBe(true);
    expect(hidden.gaps).toEqual([
      { area: 'buckets', resource: 'site/B', reason: 'Properties.list: Fn::If' },
      { area: 'buckets', resource: 'site/B', reason: 'Properties.map: Fn::If' },
    ]);
  });
});

function read(properties: Readonly<Record<string, unknown>>) {
  return stack({ B: resource('AWS::S3::Bucket', properties) }).resources[0]!.properties;
}
