import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { ERROR_CODES } from '../../../lib/errors.js';
import { en } from '../../../lib/messages/en/index.js';
import { es } from '../../../lib/messages/es/index.js';

const ids = Object.keys(es) as (keyof typeof es)[];

/** Names of the parameters of a text, those inside plurals and selects too. */
function parameters(elements: readonly MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if (element.type !== TYPE.tag) names.add(element.value);
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap(({ value }) => value)
        : [];
    for (const name of parameters(inner)) names.add(name);
  }
  return names;
}

/** Source of everything that may render a text. */
function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'es' && name !== 'en')
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.(ts|mjs)$/.test(entry.name) ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

/** Whether code names an id, whole or built from its beginning: `rule.${…}`. */
function isNamed(id: string, code: string): boolean {
  if (code.includes(`'${id}'`) || code.includes(`"${id}"`)) return true;
  const parts = id.split(/(?<=[.-])/);
  return parts.some((_part, index) => index > 0 && code.includes(`\`${parts.slice(0, index).join('')}\${`));
}

describe('the catalogues', () => {
  it('have the same ids in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(es).sort());
  });

  test.each(ids)('%s has the same parameters in both languages', (id) => {
    expect(parameters(parse(en[id]))).toEqual(parameters(parse(es[id])));
  });

  it('differ from each other: no text was left untranslated', () => {
    const same = ids.filter((id) => es[id] === en[id] && /[a-z]{4,} [a-z]{4,}/i.test(es[id]));
    expect(same).toEqual([]);
  });

  it('say of each error what happened and what to do', () => {
    for (const code of ERROR_CODES) {
      expect(es).toHaveProperty([`error.${code}`]);
      expect(es).toHaveProperty([`error.${code}.remedy`]);
    }
  });

  it('hold no text that nothing renders', () => {
    const root = join(__dirname, '../../..');
    const code = ['bin', 'lib', 'constructs', 'scripts']
      .map((folder) => sources(join(root, folder)))
      .join('\n');
    expect(ids.filter((id) => !isNamed(id, code))).toEqual([]);
  });
});
