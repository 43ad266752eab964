import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLError,
} from 'yaml';
import type { Problem } from '../errors.js';
import { tryRead, tryStat } from './disk.js';
import type { Fault, FaultPath } from './fault.js';

/** Bytes; the largest call known has 60 KB. */
const MAX_BYTES = 1_048_576;

/** One file of a call, with what is needed to say where a fault stands. */
export interface YamlFile {
  /** The file's content as plain data; `undefined` where it could not be read. */
  readonly data: unknown;
  /** What keeps the file from being read at all. */
  readonly problems: readonly Problem[];
  /** Gives a fault its file, line and column. */
  readonly place: (fault: Fault) => Problem;
}

/** Reads one YAML file: no alias, no tag, no key twice; `shown` is the path that errors name. */
export function readYamlFile(path: string, shown: string): YamlFile {
  const unreadable = (id: Fault['id'], params: Fault['params'] = {}): YamlFile => {
    const problem: Problem = { id, params, key: '', file: shown };
    return { data: undefined, problems: [problem], place: () => problem };
  };
  const stat = tryStat(path);
  if (stat !== undefined && stat.size > MAX_BYTES) {
    return unreadable('problem.convocatoria.file-too-large', { maxKib: MAX_BYTES / 1024 });
  }
  const bytes = stat?.isFile() === true ? tryRead(path) : undefined;
  if (bytes === undefined) return unreadable('problem.convocatoria.file-missing');
  const text = decode(bytes);
  return text === undefined ? unreadable('problem.convocatoria.not-utf8') : parseYaml(text, shown);
}

/** As {@link readYamlFile}, from the text of the file. */
export function parseYaml(text: string, shown: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Pick<Problem, 'file' | 'line' | 'column'> => {
    const { line, col } = lines.linePos(offset);
    return { file: shown, line, column: col };
  };
  const place = (fault: Fault): Problem => ({
    id: fault.id,
    params: fault.params,
    key: fault.path.join('.'),
    ...at(offsetOf(document, fault.path)),
  });
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    ...syntaxFault(error),
    ...at(error.pos[0]),
  }));
  if (broken.length > 0) return { data: undefined, problems: broken, place };
  try {
    return { data: document.toJS({ maxAliasCount: 0 }), problems: [], place };
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    return {
      data: undefined,
      problems: [place({ id: 'problem.convocatoria.alias', path: [], params: {} })],
      place,
    };
  }
}

function syntaxFault(error: YAMLError): Pick<Problem, 'id' | 'params' | 'key'> {
  if (error.code === 'DUPLICATE_KEY')
    return { id: 'problem.convocatoria.duplicate-key', params: {}, key: '' };
  return { id: 'problem.convocatoria.syntax', params: { code: error.code, detail: error.message }, key: '' };
}

/** Offset of the deepest part of a path that stands in the text: a missing key is told at its parent. */
function offsetOf(document: Document.Parsed, path: FaultPath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    const step = isMap(node) ? entryOf(node.items, key) : isSeq(node) ? itemOf(node.items, key) : undefined;
    if (step === undefined) return offset;
    ({ offset, node } = step);
  }
  return offset;
}

interface Step {
  readonly offset: number;
  readonly node: unknown;
}

function entryOf(items: readonly { readonly key: unknown; readonly value: unknown }[], key: string | number) {
  const entry = items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return entry === undefined ? undefined : step(entry.key, entry.value);
}

function itemOf(items: readonly unknown[], key: string | number): Step | undefined {
  const item = items[Number(key)];
  return item === undefined ? undefined : step(item, item);
}

function step(marker: unknown, node: unknown): Step {
  return { offset: isNode(marker) ? (marker.range?.[0] ?? 0) : 0, node };
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
