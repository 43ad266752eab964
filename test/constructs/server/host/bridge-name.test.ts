import { bridgeName } from '../../../../constructs/server/host/bridge-name.js';

describe('bridgeName', () => {
  it('is short enough for an interface, and another for each plan', () => {
    const names = ['difusor-veracruz-2024', 'difusor-veracruz-2027'].map((name) => bridgeName({ name }));
    for (const name of names) expect(name).toMatch(/^difusor-[0-9a-f]{6}$/);
    expect(new Set(names).size).toBe(2);
  });
});
