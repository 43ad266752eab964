import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownCallFiles } from '../../../lib/convocatorias/index.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const folder = useTemporaryDirectory();

function makeCall(name: string): void {
  mkdirSync(join(folder(), name));
  writeFileSync(join(folder(), name, 'convocatoria.yaml'), 'id: mia\n');
  writeFileSync(join(folder(), name, 'clauses.yaml'), 'clauses: []\n');
  writeFileSync(join(folder(), name, 'notas.txt'), 'de nadie más\n');
}

it('gives the two files of a folder beside the configuration, and no other', () => {
  makeCall('mi-convocatoria');
  expect(ownCallFiles('./mi-convocatoria', { baseDir: folder() })).toEqual({
    'convocatoria.yaml': 'id: mia\n',
    'clauses.yaml': 'clauses: []\n',
  });
});

it('gives none for a built-in call, even where a folder has its name', () => {
  makeCall('veracruz-2024');
  expect(ownCallFiles('veracruz-2024', { baseDir: folder() })).toBeUndefined();
});

it('knows the built-in calls of the folder that it is given', () => {
  makeCall('mia');
  expect(ownCallFiles('mia', { builtInDir: folder() })).toBeUndefined();
});
