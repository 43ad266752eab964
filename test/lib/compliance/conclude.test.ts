import { all, any, unless, unread } from '../../../lib/compliance/conclude.js';
import { breached, met, undetermined } from '../../../lib/compliance/rule.js';

const good = met({ text: 'rule.shield.standard', resource: 'a' });
const bad = breached({ text: 'rule.no-worker' });
const dark = undetermined({ text: 'rule.unread', params: { reason: 'Ref' } });

describe('all', () => {
  test('gathers the evidence of what holds', () => {
    expect(all([good, good])).toEqual({ outcome: 'met', evidence: [...good.evidence, ...good.evidence] });
  });

  test('lets a breach outweigh what could not be read, and that outweigh what holds', () => {
    expect(all([good, dark, bad])).toEqual(bad);
    expect(all([good, dark])).toEqual(dark);
  });
});

describe('unless', () => {
  test('gives the other finding only where nothing stands against it', () => {
    expect(unless([], good)).toBe(good);
    expect(unless([dark], good)).toEqual(dark);
    expect(unless([dark, bad, bad], good)).toEqual({
      outcome: 'breached',
      evidence: [...bad.evidence, ...bad.evidence],
    });
  });
});

describe('any', () => {
  test('takes one that holds, else does not guess, else tells why none does', () => {
    expect(any([bad, dark, good], bad)).toEqual(good);
    expect(any([bad, dark], bad)).toEqual(dark);
    expect(any([bad], dark)).toEqual(bad);
    expect(any([], bad)).toBe(bad);
  });
});

test('unread tells what could not be read, and where', () => {
  expect(unread({ unresolved: 'Parameters.X' }, 'site/Bucket')).toEqual(
    undetermined({ text: 'rule.unread', params: { reason: 'Parameters.X' }, resource: 'site/Bucket' }),
  );
});
