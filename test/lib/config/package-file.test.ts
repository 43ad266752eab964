import { packageFileFault } from '../../../lib/config/package-file.js';

describe('packageFileFault', () => {
  test.each([
    ...['index.html', 'json/main.json', 'bd/*.zip!/*.csv', '*PREP_GUB*.zip!/bd/a b.csv', 'año/acta.jpg'],
    ...['...', 'a!b', `${'ñ'.repeat(127)}/a`],
  ])('accepts %s', (name) => {
    expect(packageFileFault(name)).toBeUndefined();
  });

  test.each([
    ...['', '/index.html', 'a/', 'a//b', './a', 'a/.', '../a', 'a/../b', 'a\\b', 'a\nb', 'a\0', 'a\u202eb'],
    ...['!/a', 'a.zip!/', 'a.zip!//b', 'a.zip!/../b', 'a.zip!/b.zip!/c', 'ñ'.repeat(128), 'a/'.repeat(600)],
  ])('refuses %j', (name) => {
    expect(packageFileFault(name)?.id).toBe('problem.package-file');
  });
});
