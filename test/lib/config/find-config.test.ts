import { findConfig } from '../../../lib/config/find-config.js';
import { ConfigFolder, failureOf } from './sample-config.js';

let folder: ConfigFolder;
beforeEach(() => {
  folder = new ConfigFolder();
  for (const name of ['difusor.yaml', 'flag.yaml', 'context.yaml', 'env.yaml']) folder.write('', name);
});
afterEach(() => {
  folder.remove();
});

const find = (options: Partial<Parameters<typeof findConfig>[0]>) =>
  findConfig({ env: {}, cwd: folder.path, ...options });

describe('findConfig', () => {
  const env = { DIFUSOR: 'env.yaml' };
  test.each([
    ['--config before all', { flag: 'flag.yaml', context: 'context.yaml', env }, 'flag.yaml'],
    ['the CDK context before the environment', { context: 'context.yaml', env }, 'context.yaml'],
    ['the variable DIFUSOR before the working folder', { env }, 'env.yaml'],
    ['./difusor.yaml where nothing is given', {}, 'difusor.yaml'],
    ['no empty variable', { env: { DIFUSOR: '' } }, 'difusor.yaml'],
    ['no context that is not a text', { context: { path: 'x' } }, 'difusor.yaml'],
  ])('takes %s', (_name, options, expected) => {
    expect(find(options)).toBe(expected);
  });

  it('keeps an absolute path as it is', () => {
    expect(find({ flag: `${folder.path}/flag.yaml`, cwd: '/' })).toBe(`${folder.path}/flag.yaml`);
  });

  test.each(['missing.yaml', 'missing/difusor.yaml', 'flag.yaml/difusor.yaml', 'a\0b'])(
    'refuses %j, without falling back to another file',
    (flag) => {
      const error = failureOf(() => find({ flag }));
      expect(error.code).toBe('CONFIG_NOT_FOUND');
      expect(error.params).toEqual({ path: flag });
    },
  );

  it('says that ./difusor.yaml is missing where it is', () => {
    const error = failureOf(() => find({ cwd: '/' }));
    expect(error.params).toEqual({ path: 'difusor.yaml' });
  });
});
