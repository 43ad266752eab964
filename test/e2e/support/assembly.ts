import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A CloudFormation template, as far as these tests change one. */
export interface Template {
  readonly Resources: Record<string, Record<string, unknown>>;
}

/**
 * Copies a cloud assembly and changes one stack's template. The template gets another object key in the asset
 * bucket, as a new synthesis would give it, because the CDK CLI takes what is there under a key as already published.
 */
export function changeAssembly(
  from: string,
  to: string,
  stack: string,
  change: (template: Template) => void,
): void {
  cpSync(from, to, { recursive: true });
  const path = join(to, `${stack}.template.json`);
  const template = JSON.parse(readFileSync(path, 'utf8')) as Template;
  change(template);
  writeFileSync(path, JSON.stringify(template));

  const key = templateKey(join(to, `${stack}.assets.json`), `${stack}.template.json`);
  const manifests = readdirSync(to).filter(
    (name) => name === 'manifest.json' || name.endsWith('.assets.json'),
  );
  for (const manifest of manifests.map((name) => join(to, name))) {
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(key, reversed(key)));
  }
}

/** Hash under which a stack's template is published. */
function templateKey(assets: string, template: string): string {
  const { files } = JSON.parse(readFileSync(assets, 'utf8')) as {
    files: Record<string, { source: { path: string } }>;
  };
  const found = Object.entries(files).find(([, { source }]) => source.path === template);
  if (found === undefined) throw new Error(`${assets} does not publish ${template}`);
  return found[0];
}

const reversed = (text: string): string => [...text].reverse().join('');
