import { domainFaults } from '../../../../lib/config/checks/domain.js';
import { sampleConfig } from '../sample-config.js';

const faultsOf = (domain: string) => domainFaults({ config: sampleConfig({ domain }) });

describe('domainFaults', () => {
  test.each(['example.org', 'prep.example.org', 'a.b.example.org'])('accepts %s in example.org', (domain) => {
    expect(faultsOf(domain)).toEqual([]);
  });

  test.each(['prep.example.com', 'notexample.org', 'example.org.mx'])('refuses %s outside of it', (got) => {
    const params = { got, zone: 'example.org' };
    expect(faultsOf(got)).toEqual([{ id: 'problem.domain-not-covered', path: ['domain'], params }]);
  });

  it('refuses the name of the source', () => {
    expect(faultsOf('prep.example.net').map(({ id }) => id)).toEqual(['problem.domain-is-source']);
  });

  it('says nothing where the domain or the zone is missing', () => {
    const { domain, source } = sampleConfig();
    expect(domainFaults({ config: { source } })).toEqual([]);
    expect(domainFaults({ config: { domain } })).toEqual([]);
  });

  it('refuses a name that a new certificate could not carry, and lets an existing one cover it', () => {
    const long = `${'a'.repeat(55)}.example.org`;
    expect(faultsOf(long)).toEqual([
      { id: 'problem.domain-too-long', path: ['domain'], params: { got: 67, limit: 64 } },
    ]);
    const { source } = sampleConfig();
    expect(domainFaults({ config: { domain: long, certificate: { arn: 'arn' }, source } })).toEqual([]);
  });
});
