import { IntlMessageFormat } from 'intl-messageformat';
import type { DifusorError, MessageParams, Problem } from '../errors.js';
import { en } from './en/index.js';
import { es } from './es/index.js';

export type MessageId = keyof typeof es;
export const LOCALES = ['es', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language that a reader asks for, e.g. in DIFUSOR_LANG; Spanish where it is none of these. */
export function localeOf(asked: string | undefined): Locale {
  return LOCALES.find((locale) => locale === asked) ?? 'es';
}

/** A text in each language; calls carry their duties this way. */
export type Localized = Readonly<Record<Locale, string>>;

const CATALOGUES: Record<Locale, Record<MessageId, string>> = { es, en };

/** Renders every sentence that a person reads, in one language. */
export interface Messages {
  readonly locale: Locale;
  /** The text of an id with its parameters filled in (ICU message format). */
  text(id: MessageId, params?: MessageParams): string;
  /** The language's side of a localized text of a call. */
  pick(text: Localized): string;
}

/** The sentences in one language; Spanish is the toolkit's first. */
export function createMessages(locale: Locale = 'es'): Messages {
  const compiled = new Map<MessageId, IntlMessageFormat>();
  const compile = (id: MessageId): IntlMessageFormat => {
    const known = compiled.get(id) ?? new IntlMessageFormat(CATALOGUES[locale][id], locale);
    compiled.set(id, known);
    return known;
  };
  return {
    locale,
    text: (id, params = {}) => String(compile(id).format({ ...params })),
    pick: (text) => text[locale],
  };
}

/** Whether a string names a text of the catalogues. */
export function isMessageId(id: string): id is MessageId {
  return Object.hasOwn(es, id);
}

/** The lines that explain an error: what and remedy, then each problem with its place. */
export function renderError(error: DifusorError, messages: Messages): string[] {
  return [
    `${error.code}: ${messages.text(`error.${error.code}`, error.params)}`,
    ...error.problems.flatMap((problem) => renderProblem(problem, messages)),
    `→ ${messages.text(`error.${error.code}.remedy`, error.params)}`,
  ];
}

function renderProblem(problem: Problem, messages: Messages): string[] {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const where = [place, problem.key].filter((part) => part !== '').join(' ');
  if (!isMessageId(problem.id)) return [`  ${where}: ${problem.id}`];
  const remedy = `${problem.id}.remedy`;
  const lines = [`  ${where}`, `    ${messages.text(problem.id, problem.params)}`];
  return isMessageId(remedy) ? [...lines, `    → ${messages.text(remedy, problem.params)}`] : lines;
}
