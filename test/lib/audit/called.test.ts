import { called } from '../../../lib/audit/called.js';

describe('called', () => {
  it('gives what the callback brings', async () => {
    await expect(called<number>((done) => done(undefined, 2))).resolves.toBe(2);
  });

  it('fails with the error of the callback, and with one that starting throws', async () => {
    await expect(called<number>((done) => done(new Error('told'), 2))).rejects.toThrow('told');
    const start = () => {
      throw new Error('thrown');
    };
    await expect(called(start)).rejects.toThrow('thrown');
  });
});
