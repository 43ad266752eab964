import { isRuleset } from '../../../../../../lib/compliance/collectors/terraform/nft/is-ruleset.js';

describe('isRuleset', () => {
  test.each([
    ['/srv/x.nft', '', true],
    ['/etc/nftables.conf', '', true],
    ['/srv/x', '#!/usr/sbin/nft -f\n', true],
    ['/srv/late.conf', 'flush ruleset\n', false],
    ['/srv/x.nft.bak', '#!/bin/sh\nnft flush ruleset\n', false],
  ])('of %s with %j is %s', (path, content, is) => {
    expect(isRuleset({ path, content, resource: 'r' })).toBe(is);
  });

  test('knows by its path one whose text is not known', () => {
    expect(isRuleset({ path: '/srv/x.nft', content: { unresolved: 'x' }, resource: 'r' })).toBe(true);
    expect(isRuleset({ path: '/srv/x', content: { unresolved: 'x' }, resource: 'r' })).toBe(false);
  });
});
