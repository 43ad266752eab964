import { cli } from '../../support/cli.js';

describe('difusor explain', () => {
  it('explains each duty of a clause: what is asked, how it is proven, what to do', async () => {
    const { status, out } = await cli(['explain', 'bcs-2024:II.c']);
    expect(status).toBe(0);
    expect(out).toContain('II.c.1');
    expect(out).toContain('II.c.2');
    expect(out).toContain('edge-revalidates');
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('lists every clause of a call', async () => {
    const { out } = await cli(['explain', 'veracruz-2024', '--lang', 'en']);
    expect(out.split('\n').filter((line) => /^[IVX]+\./.test(line)).length).toBeGreaterThan(30);
  });

  test.each([
    ['a call that is not known', 'nadie-2024:I.a', 'CONVOCATORIA_NOT_FOUND'],
    ['a clause that the call has not', 'bcs-2024:XX.z', 'CLAUSE_NOT_FOUND'],
  ])('refuses %s', async (_name, subject, code) => {
    const { status, err } = await cli(['explain', subject]);
    expect(status).toBe(1);
    expect(err).toContain(code);
  });
});
