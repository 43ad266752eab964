import { inboxPathFault } from '../../../lib/config/inbox-path.js';

describe('inboxPathFault', () => {
  test.each(['/srv/buzon', '/srv/buzon/', 'buzon', './buzon', 'a/b c/ñ', '...'])('accepts %s', (path) => {
    expect(inboxPathFault(path)).toBeUndefined();
  });

  test.each([
    ...['', '/', '//', '.', './', './.', '..', '../buzon', 'a/../b', '/srv/..', '~', '~/buzon', 'a\\b'],
    ...['a\nb', 'a\0b', 'a\u200bb', 'a'.repeat(1025)],
  ])('refuses %j', (path) => {
    expect(inboxPathFault(path)?.id).toBe('problem.inbox-path');
  });
});
