// The bytes of a file of the site: decided by the seed, its path and its version alone.
import { OTHER_SIZE } from './cuts.mjs';
import { between, noise, randomFrom } from './random.mjs';

const IMAGE_BYTES = [100_000, 200_000];
const DATABASE_BYTES = 2_500_000;
const JSON_ROWS = [50, 250];
const PAGE_LINES = [200, 2000];
const PARTIES = ['AZUL', 'VERDE', 'ROJO', 'BLANCO', 'NEGRO', 'GRIS', 'NULOS', 'NO_REG'];

/** The bytes under a path; a version of the same size differs in digits only, as real counts do. */
export function contentOf(seed, path, version) {
  const shape = randomFrom(`${seed}/${path}`);
  const words = `${seed}/${path}/${version}`;
  if (path.endsWith('.jpg')) return image(words, between(shape, ...IMAGE_BYTES));
  if (path.endsWith('.zip')) return noise(words, DATABASE_BYTES + (version === OTHER_SIZE ? 1000 : 0));
  if (path.endsWith('.json')) return results(words, path, between(shape, ...JSON_ROWS), version);
  return page(words, between(shape, ...PAGE_LINES));
}

function image(words, size) {
  const bytes = noise(words, size);
  Buffer.from('ffd8ffe0', 'hex').copy(bytes);
  return bytes;
}

function results(words, path, rows, version) {
  const random = randomFrom(words);
  const parties = Array.from({ length: rows }, (_, index) => ({
    orden: index + 1,
    partido: PARTIES[index % PARTIES.length],
    votos: between(random, 100, 999),
    porcentaje: (between(random, 100_000, 999_999) / 10_000).toFixed(4),
  }));
  const note = version === OTHER_SIZE ? { observaciones: 'Acta corregida' } : {};
  return Buffer.from(JSON.stringify({ archivo: path, resultados: parties, ...note }));
}

function page(words, lines) {
  const random = randomFrom(words);
  const line = () => `<p>${between(random, 1, 1e6)} ${between(random, 1, 1e6)}</p>`;
  return Buffer.from(`<!doctype html>\n${Array.from({ length: lines }, line).join('\n')}\n`);
}
