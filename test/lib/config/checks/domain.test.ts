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
});
