import type { Fact } from '../../../facts.js';
import { readRule, type NftRule, type NftSets } from './rule.js';
import { readStatements, type NftStatement, type NftToken } from './tokens.js';

export interface NftChain {
  readonly name: string;
  /** Where the kernel calls it; absent: only other chains do. */
  readonly hook:
    { readonly type: string; readonly name: string; readonly priority: number | undefined } | undefined;
  readonly policy: 'accept' | 'drop';
  readonly rules: readonly NftRule[];
}

export interface NftTable {
  /** e.g. `inet prep`. */
  readonly name: string;
  readonly chains: readonly NftChain[];
}

export interface NftRuleset {
  readonly tables: readonly NftTable[];
  /** What it takes away before it makes its own: `ruleset`, or names of tables. */
  readonly clears: readonly string[];
  /** What could not be read. */
  readonly problems: readonly string[];
}

const PRIORITIES: Readonly<Record<string, number>> = {
  raw: -300,
  mangle: -150,
  dstnat: -100,
  filter: 0,
  security: 50,
  srcnat: 100,
};
const DEFINITION = /^[ \t]*define[ \t]+(\w+)[ \t]*=[ \t]*(\{[^{}]*\}|.*)$/gm;
/** Letters that definitions may add; each may name the one above it twice. */
const MAX_ADDED = 1_000_000;
/** Statements at the top that, where they come first, only clear the way for what follows. */
const CLEARING = ['flush', 'delete', 'destroy'];

/** Reads a file of nft. */
export function readRuleset(text: string): NftRuleset {
  const whole = withDefinitions(text);
  const statements = whole === undefined ? undefined : readStatements(whole);
  if (statements === undefined)
    return { tables: [], clears: [], problems: [whole === undefined ? 'define' : '{ }'] };
  const tables = statements.filter(({ words, block }) => block !== undefined && words.includes('table'));
  const others = statements.filter(({ words, block }, index) => {
    if (block !== undefined || words[0] === 'define') return false;
    return isClearing(words) ? !clearsTheWay(words, statements.slice(0, index)) : !isEmptyTable(words);
  });
  const strange = tables.flatMap(({ block = [] }) => block.filter(isStrange));
  const read = tables.map(tableOf);
  const unread = read.flatMap(({ chains }) =>
    chains.flatMap(({ rules }) => rules.flatMap(({ unknown }) => unknown ?? [])),
  );
  return {
    tables: read,
    clears: statements.flatMap(({ words }) => (isClearing(words) ? clearedBy(words) : [])),
    problems: [
      ...[...others, ...strange].map(({ words }) => words.join(' ')),
      ...unread,
      ...twice(read.map(({ name }) => name)),
      ...tables.flatMap(({ block = [] }) => twice(block.map(({ words }) => words.slice(0, 2).join(' ')))),
    ],
  };
}

/** `ruleset`, or the name of a table. */
function clearedBy([, what, ...name]: readonly NftToken[]): string {
  return what === 'table' ? tableName(name) : 'ruleset';
}

/** Of two parts of one name the second adds to the first. */
function twice(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** A table of no family is one of IPv4. */
function tableName(words: readonly NftToken[]): string {
  const name = words.filter((word) => !['add', 'create', 'table'].includes(String(word))).join(' ');
  return name.includes(' ') ? name : `ip ${name}`;
}

function isClearing([first]: readonly NftToken[]): boolean {
  return typeof first === 'string' && CLEARING.includes(first);
}

/** It takes away what was before the file, and nothing that the file itself made, or that another one did. */
function clearsTheWay(words: readonly NftToken[], before: readonly NftStatement[]): boolean {
  if (before.some(({ block }) => block !== undefined)) return false;
  const [, what, ...name] = words;
  if (what === 'ruleset') return words[0] === 'flush' && name.length === 0;
  const declared = before.map((statement) => statement.words.slice(-2).join(' '));
  return what === 'table' && (words[0] === 'destroy' || declared.includes(name.join(' ')));
}

/** A table may sleep, or have parts that nobody here follows. */
function isStrange({ words: [first] }: NftStatement): boolean {
  return !['set', 'chain', 'comment', 'counter'].includes(String(first));
}

/** `table inet x`, before the table is deleted and made anew. */
function isEmptyTable(words: readonly NftToken[]): boolean {
  return words.length <= 4 && words.includes('table');
}

/** Puts `$name` in place; a definition may name those above it. `undefined` where that comes to too much. */
function withDefinitions(text: string): string | undefined {
  const known = new Map<string, string>();
  let added = 0;
  const expand = (part: string): string =>
    part.replace(/\$(\w+)/g, (all, name: string) => {
      const value = known.get(name) ?? all;
      added += value.length;
      return added > MAX_ADDED ? all : value;
    });
  const rest = text.replace(DEFINITION, (_, name: string, value: string) => {
    known.set(name, expand(value));
    return '';
  });
  const expanded = expand(rest);
  return added > MAX_ADDED ? undefined : expanded;
}

function tableOf({ words, block }: NftStatement): NftTable {
  const inner = block ?? [];
  const sets = new Map(inner.filter((item) => item.words[0] === 'set').map(setOf));
  const chains = inner.filter(({ words: [first] }) => first === 'chain');
  return { name: tableName(words), chains: chains.map((chain) => chainOf(chain, sets)) };
}

function setOf({ words, block }: NftStatement): readonly [string, Fact<readonly string[]>] {
  const name = String(words[1]);
  const settings = block ?? [];
  const flags = settings.find(({ words: [first] }) => first === 'flags')?.words ?? [];
  if (flags.some((flag) => String(flag).split(',').includes('dynamic')))
    return [name, { unresolved: `@${name}: dynamic` }];
  const elements = settings.find(({ words: [first] }) => first === 'elements');
  const listed = elements?.words.flatMap((word) => (typeof word === 'string' ? [] : word)) ?? [];
  return [name, listed.filter((word) => typeof word === 'string')];
}

function chainOf({ words, block }: NftStatement, sets: NftSets): NftChain {
  const statements = block ?? [];
  const hook = statements.find(({ words: [first] }) => first === 'type')?.words.map(String);
  const policy = statements.find(({ words: [first] }) => first === 'policy')?.words[1];
  const settings = ['type', 'policy', 'comment'];
  const rules = statements.filter(({ words: [first] }) => !settings.includes(String(first)));
  return {
    name: String(words[1]),
    hook: hook === undefined ? undefined : hookOf(hook),
    policy: policy === 'drop' ? 'drop' : 'accept',
    rules: rules.map((rule) => readRule(rule.words, sets)),
  };
}

function hookOf(words: readonly string[]): NftChain['hook'] {
  const name = words[words.indexOf('hook') + 1] ?? '';
  const [, base = '', sign = '', offset = '0'] =
    /^(-?\w+)\s*(?:([+-])\s*(\d+))?$/.exec(words.slice(words.indexOf('priority') + 1).join(' ')) ?? [];
  const start = /^-?\d+$/.test(base) ? Number(base) : PRIORITIES[base];
  const type = words[words.indexOf('type') + 1] ?? '';
  return { type, name, priority: start === undefined ? undefined : start + Number(`${sign}${offset}`) };
}
