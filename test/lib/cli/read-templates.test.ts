import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplates } from '../../../lib/cli/read-templates.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { thrownBy } from '../../support/thrown.js';

const directory = useTemporaryDirectory();

const TEMPLATE = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } };

function write(name: string, content: unknown = TEMPLATE): string {
  const path = join(directory(), name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const refusal = (...paths: string[]): unknown => thrownBy(() => readTemplates(paths, directory()));

describe('readTemplates', () => {
  it.each([
    ['site.template.json', 'site'],
    ['site.json', 'site'],
    ['site.prod.template.json', 'site.prod'],
    ['site', 'site'],
  ])('calls the template of %s %s, in the region of CloudFront', (file, name) => {
    expect(readTemplates([write(file)], '/')).toEqual([{ name, region: 'us-east-1', template: TEMPLATE }]);
  });

  it('reads every template of a folder and nothing else that lies in it', () => {
    write('a.template.json');
    write('b.template.json');
    write('manifest.json', { version: '1' });
    write('a.assets.json', { files: {} });
    const names = readTemplates([directory()], '/').map(({ name }) => name);
    expect(names.sort()).toEqual(['a', 'b']);
  });

  it('takes paths from the working directory, files and folders in the order given', () => {
    mkdirSync(join(directory(), 'cdk.out'));
    write('cdk.out/site.template.json');
    write('edge.json');
    const names = readTemplates(['edge.json', 'cdk.out'], directory()).map(({ name }) => name);
    expect(names).toEqual(['edge', 'site']);
  });

  it.each<[string, () => string, string]>([
    ['a path that is not there', () => 'missing.json', 'ENOENT'],
    ['a folder without templates', () => directory(), '*.template.json'],
    ['a list', () => write('list.json', []), 'Resources'],
    ['nothing but null', () => write('null.json', 'null'), 'Resources'],
    ['a text', () => write('text.json', '"Resources"'), 'Resources'],
    ['JSON without resources', () => write('package.json', { name: 'x' }), 'Resources'],
  ])('refuses %s, and says which path and why', (_what, path, reason) => {
    const given = path();
    expect(refusal(given)).toMatchObject({ code: 'TEMPLATE_UNREADABLE', params: { path: given, reason } });
  });

  it('refuses what is no JSON with the parser’s own word, and keeps its error as the cause', () => {
    const path = write('broken.json', '{"Resources":');
    expect(refusal(path)).toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
      params: { path, reason: expect.stringMatching(/JSON/) },
      cause: expect.any(SyntaxError),
    });
  });

  it('refuses all where one of several is no template', () => {
    expect(refusal(write('a.json'), write('b.json', {}))).toMatchObject({ code: 'TEMPLATE_UNREADABLE' });
  });
});
