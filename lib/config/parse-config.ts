import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, YAMLError, YAMLMap } from 'yaml';
import type { Problem } from '../errors.js';
import { codePoint, visible } from './describe.js';
import type { ValueFault } from './fault.js';
import { createLocate, placeOf, type Locate } from './locate.js';
import { MAX_PROBLEMS } from './problems.js';
import { structureFaults, type OffsetFault } from './structure-faults.js';

/** Errors of one file that are worth reading: the first one usually causes the next. */
const MAX_SYNTAX_FAULTS = 10;

/** Everything that is not seen, but tab, line feed, and carriage return in front of it. */
const UNSEEN =
  /(?!\t|\n|\r\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** A configuration as plain data, with what is needed to say where a fault stands. */
export interface ParsedConfig {
  /** The content; `undefined` where the problems keep it from being read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly locate: Locate;
}

/** Reads the text of a difusor.yaml: one plain YAML 1.2 document without tag, alias, directive or repeated key. */
export function parseConfig(text: string): ParsedConfig {
  const lines = linesOf(text);
  const unreadable = (faults: readonly OffsetFault[]): ParsedConfig => ({
    value: undefined,
    problems: faults.map((fault) => placed(fault, lines)),
    locate: () => ({ line: 1, column: 1 }),
  });
  const structure = [...structureFaults(text), ...unseenFaults(text)];
  if (structure.length > 0) return unreadable(structure);
  const document = parseDocument(text, {
    prettyErrors: false,
    stringKeys: true,
    // Own check, below: yaml's compares each key with each other one.
    uniqueKeys: false,
    resolveKnownTags: false,
  });
  const broken = syntaxFaults(document, lines);
  if (broken.length > 0) return unreadable(broken);
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    problems: repeatedKeyFaults(document, lines).map((fault) => placed(fault, lines)),
    locate: createLocate(document, lines),
  };
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

function placed({ offset, key = '', ...fault }: OffsetFault, lines: LineCounter): Problem {
  return { ...fault, key, ...placeOf(lines, offset) };
}

function unseenFaults(text: string): OffsetFault[] {
  return [...text.matchAll(UNSEEN)].slice(0, MAX_SYNTAX_FAULTS).map(({ 0: character, index: offset }) => ({
    id: 'problem.control-character',
    params: { got: codePoint(character) },
    offset,
  }));
}

/** The first error of each line. */
function syntaxFaults(document: Document.Parsed, lines: LineCounter): OffsetFault[] {
  const byLine = new Map<number, OffsetFault>();
  for (const error of document.errors) {
    const [offset] = error.pos;
    const { line } = lines.linePos(offset);
    if (!byLine.has(line)) byLine.set(line, { ...syntaxFault(error), offset });
  }
  return [...byLine.values()].slice(0, MAX_SYNTAX_FAULTS);
}

function syntaxFault({ code }: YAMLError): ValueFault {
  if (code === 'MULTIPLE_DOCS') return { id: 'problem.yaml-multiple-documents', params: {} };
  return { id: 'problem.yaml-syntax', params: { detail: code } };
}

function repeatedKeyFaults(document: Document.Parsed, lines: LineCounter): OffsetFault[] {
  const faults: OffsetFault[] = [];
  visit(document, { Map: (_key, map) => void faults.push(...repeatedKeys(map, lines)) });
  return faults.slice(0, MAX_PROBLEMS);
}

function repeatedKeys(map: YAMLMap, lines: LineCounter): OffsetFault[] {
  const seen = new Map<string, number>();
  const faults: OffsetFault[] = [];
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const offset = key.range?.[0] ?? 0;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, offset);
    else {
      const params = { name: visible(name), first: placeOf(lines, first).line };
      faults.push({ id: 'problem.yaml-duplicate-key', params, offset, key: visible(name) });
    }
  }
  return faults;
}
