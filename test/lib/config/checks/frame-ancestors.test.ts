import { frameAncestorFaults } from '../../../../lib/config/checks/frame-ancestors.js';
import { sampleConfig } from '../sample-config.js';

const idsOf = (...frameAncestors: string[]) =>
  frameAncestorFaults({ config: sampleConfig({ embedding: { frameAncestors } }) }).map(({ id }) => id);

describe('frameAncestorFaults', () => {
  it("accepts 'none' alone, and several origins without it", () => {
    expect(idsOf("'none'")).toEqual([]);
    expect(idsOf("'self'", 'https://example.org')).toEqual([]);
  });

  it("refuses 'none' beside another origin", () => {
    expect(idsOf("'none'", 'https://example.org')).toEqual(['problem.frame-ancestors-none']);
  });

  it('refuses on a server, and only there, what is too long for one value of nginx', () => {
    const origins = (label: number) =>
      Array.from(
        { length: 20 },
        (_, index) =>
          `https://${String(index).padStart(label, 'a')}.${'b'.repeat(label)}.${'c'.repeat(label)}.example`,
      );
    const idsOn = (given: object, frameAncestors: string[]) =>
      frameAncestorFaults({ config: sampleConfig({ embedding: { frameAncestors } }), given }).map(
        ({ id }) => id,
      );
    expect(idsOn({ server: {} }, origins(63))).toEqual(['problem.frame-ancestors-long']);
    expect(idsOn({ server: {} }, origins(30))).toEqual([]);
    expect(idsOn({}, origins(63))).toEqual([]);
  });

  it('refuses an origin that stands there twice', () => {
    expect(idsOf("'self'", "'self'")).toEqual(['problem.duplicate-item']);
  });

  it('says nothing where the key is missing', () => {
    expect(frameAncestorFaults({ config: {} })).toEqual([]);
  });
});
