import { WELL_KNOWN_ATTRIBUTES } from '../../../../lib/testing/cloudformation/well-known-attributes.js';

describe('WELL_KNOWN_ATTRIBUTES', () => {
  it('makes up public addresses only in the block that is kept for documentation', () => {
    const addresses = Object.values(WELL_KNOWN_ATTRIBUTES).filter(
      (template) => /^\d/.test(template) && template !== '1',
    );
    expect(addresses).toEqual(['203.0.113.${Octet}']);
  });

  it('is sorted', () => {
    const keys = Object.keys(WELL_KNOWN_ATTRIBUTES);
    expect(keys).toEqual([...keys].sort((left, right) => left.localeCompare(right)));
  });
});
