// Two cuts of a results site that follow one another, as lists of paths with the version that stands under each.
import { shuffled } from './random.mjs';

/** Files of a site of ordinary size, and what its next cut changes, adds and drops. */
const ORDINARY = { casillas: 1200, secciones: 260, distritos: 40, images: 2400 };
const CHANGES = { casillas: 96, secciones: 80, distritos: 40, newImages: 150 };
const PAGES = 20;

/** What a file's next version does to its size. */
export const FIRST = 0;
export const SAME_SIZE = 1;
export const OTHER_SIZE = 2;

/**
 * The first cut and the one after it, each a map from path to version.
 *
 * The next cut has 218 files with other content (main.json and the database among them), 150 new images, and one file
 * that changed with neither its size nor its time; three files are gone. All of it times `scale`.
 * @param allSameSize no changed file has another size
 */
export function makeCuts({ seed, scale, allSameSize }) {
  const first = firstCut(scale);
  const named = pickChanges([...first.keys()], { seed, scale });
  const next = new Map(first);
  for (const [index, path] of named.changed.entries()) {
    next.set(path, allSameSize || index % 5 < 3 ? SAME_SIZE : OTHER_SIZE);
  }
  next.set(named.stealthy, SAME_SIZE);
  for (const path of named.added) next.set(path, FIRST);
  for (const path of named.deleted) next.delete(path);
  return { first, next, ...named };
}

function firstCut(scale) {
  const paths = [
    'json/main.json',
    'bd/PREP_2027.zip',
    ...numbered(PAGES, pagePath),
    ...numbered(ORDINARY.casillas * scale, casillaPath),
    ...numbered(ORDINARY.secciones * scale, (number) => `json/secciones/${padded(number, 5)}.json`),
    ...numbered(ORDINARY.distritos * scale, (number) => `json/distritos/${padded(number, 4)}.json`),
    ...numbered(ORDINARY.images * scale, imagePath),
  ];
  return new Map(paths.map((path) => [path, FIRST]));
}

function pickChanges(paths, { seed, scale }) {
  const some = (folder) =>
    shuffled(
      paths.filter((path) => path.startsWith(folder)),
      `${seed}/${folder}`,
    );
  const casillas = some('json/casillas/');
  const images = some('actas/');
  const standing = ORDINARY.images * scale;
  const changed = [
    'json/main.json',
    'bd/PREP_2027.zip',
    ...casillas.splice(0, Math.round(CHANGES.casillas * scale)),
    ...some('json/secciones/').slice(0, Math.round(CHANGES.secciones * scale)),
    ...some('json/distritos/').slice(0, Math.round(CHANGES.distritos * scale)),
  ];
  return {
    changed,
    stealthy: casillas[0],
    deleted: [casillas[1], images[0], images[1]],
    added: numbered(CHANGES.newImages * scale, (number) => imagePath(standing + number)),
  };
}

function numbered(count, path) {
  return Array.from({ length: Math.round(count) }, (_, index) => path(index));
}

function pagePath(number) {
  if (number === 0) return 'index.html';
  const kinds = ['html', 'js', 'css', 'svg'];
  return `p/pagina-${padded(number, 2)}.${kinds[number % kinds.length]}`;
}

function casillaPath(number) {
  return `json/casillas/${padded(number % ORDINARY.distritos, 2)}/C${padded(number, 6)}.json`;
}

function imagePath(number) {
  return `actas/${padded(number % ORDINARY.distritos, 2)}/acta_${padded(number, 6)}.jpg`;
}

function padded(number, width) {
  return String(number).padStart(width, '0');
}
