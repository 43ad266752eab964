import {
  compareClauseIds,
  isWithin,
  listConvocatorias,
  loadConvocatoria,
  type Clause,
  type Convocatoria,
} from '../../../lib/convocatorias/index.js';
import { datesInText } from './dates-in-text.js';
import { pinned } from './pinned.js';

interface Text {
  readonly es: string;
  readonly en: string;
}

/** Every text in two languages of a call, wherever it stands. */
function texts(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const { es, en } = value as Partial<Text>;
  if (typeof es === 'string' && typeof en === 'string') return [{ es, en }];
  return Object.values(value).flatMap(texts);
}

const ids = (clauses: readonly Clause[]) => clauses.map(({ id }) => id);

/** Every day of a call's facts, as month and day. */
function daysOf(call: Convocatoria): string[] {
  return [...JSON.stringify(pinned(call)).matchAll(/"2024-(\d{2}-\d{2})/g)].map(([, day]) => day ?? '');
}

/** Dates that a duty writes and no fact holds: they bind the institute's support only, and nothing hangs on them. */
const DATES_OF_DUTIES_ONLY: Readonly<Record<string, readonly string[]>> = {
  'coahuila-2024 V.1': ['05-10', '05-17'],
};

/** What no version so far offers: papers written by it, manuals, a command for the notice, servers, frames. */
const NOT_OFFERED = {
  es: /[Gg]ener[ae]\b|toolkit|procedimientos que trae|comando|manuales|sintetiz|en la pila|contenedor/,
  en: /[Gg]enerate\b|toolkit|come with difusor|command|runbook|[Ss]ynthes|in the stack|container/,
};

describe.each(listConvocatorias())('the data of %s', (id) => {
  const call = loadConvocatoria(id);

  it('is read whole and named as its folder', () => {
    expect(call.id).toBe(id);
    expect(call.clauses.length).toBeGreaterThan(20);
  });

  it('has unique clause ids in the order of the call', () => {
    expect(ids(call.clauses)).toEqual([...new Set(ids(call.clauses))].sort(compareClauseIds));
  });

  it('has readings that name clauses it has, and values that name readings it has', () => {
    const cited = call.readings.flatMap(({ clauses }) => clauses);
    expect(cited.filter((clause) => !call.clauses.some((duty) => isWithin(duty.id, clause)))).toEqual([]);
    const readings = call.readings.map((reading) => reading.id);
    const used = [...JSON.stringify(call).matchAll(/"reading":"([^"]+)"/g)].map((match) => match[1]);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((reading) => !readings.includes(reading ?? ''))).toEqual([]);
  });

  it('says everything in both languages, and not the same words', () => {
    const all = texts(call);
    expect(all.length).toBeGreaterThan(2 * call.clauses.length);
    expect(all.filter(({ es, en }) => es.trim() === '' || en.trim() === '' || es === en)).toEqual([]);
  });

  it('says things short: a duty or a remedy is one or two sentences', () => {
    const long = call.clauses.filter(({ duty, remedy }) =>
      texts([duty, remedy]).some(({ es }) => es.length > 200),
    );
    expect(ids(long)).toEqual([]);
  });

  it('has no rule on what only a person can prove, and none on what the institute bears', () => {
    const human = call.clauses.filter(({ kind, rule }) => kind === 'human' && rule !== undefined);
    const institute = call.clauses.filter(({ bearer, rule }) => bearer === 'institute' && rule !== undefined);
    expect(ids(human)).toEqual([]);
    expect(ids(institute)).toEqual([]);
  });

  it('takes what the institute promises or may do as a matter for people', () => {
    const promises = call.clauses.filter(({ bearer }) => bearer === 'institute');
    expect(promises.length).toBeGreaterThan(0);
    expect(ids(promises.filter(({ kind }) => kind !== 'human'))).toEqual([]);
  });

  it('names each rule on one clause only, so that one weakness breaches one clause', () => {
    const rules = call.clauses.flatMap(({ rule, params }) =>
      rule === undefined ? [] : [JSON.stringify([rule, params])],
    );
    expect(rules).toEqual([...new Set(rules)]);
  });

  it('uses every deadline in at least one duty', () => {
    const used = call.clauses.map(({ deadline }) => deadline);
    expect(
      call.deadlines.map((deadline) => deadline.id).filter((deadline) => !used.includes(deadline)),
    ).toEqual([]);
  });

  it('records a silence wherever it leaves a value null', () => {
    const { closing, holdUntil, cadence, takeDown, statistics } = call;
    const silent = [closing, holdUntil, cadence, takeDown, statistics].filter(
      (value) => value === null,
    ).length;
    const silences = call.readings.filter(({ kind }) => kind === 'silence').length;
    expect(silences).toBeGreaterThanOrEqual(silent);
  });

  it('writes in its duties and remedies no date but its own, and the same ones in both languages', () => {
    const days = daysOf(call);
    const wrong = call.clauses.flatMap(({ id: clause, duty, remedy }) => {
      const own = [...days, ...(DATES_OF_DUTIES_ONLY[`${id} ${clause}`] ?? [])];
      return texts([duty, remedy]).flatMap(({ es, en }) => {
        const written = datesInText(es, 'es');
        const same = written.join() === datesInText(en, 'en').join();
        return same && written.every((date) => own.includes(date)) ? [] : [`${clause}: ${es}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('sends nobody to a command, a paper or a manual that does not exist', () => {
    const sent = call.clauses.filter(({ duty, remedy }) =>
      [duty, remedy].some(({ es, en }) => NOT_OFFERED.es.test(es) || NOT_OFFERED.en.test(en)),
    );
    expect(ids(sent)).toEqual([]);
  });

  it('spells “solo” without accent', () => {
    expect(JSON.stringify(call)).not.toMatch(/sólo/i);
  });

  it('hands the memoria técnica in as a document, under the same deadline in every call that asks for it', () => {
    const memoria = call.clauses.filter(({ duty }) =>
      /memoria técnica (en papel|al Instituto|al contacto)/.test(duty.es),
    );
    const expected = call.deadlines.some((deadline) => deadline.id === 'memoria-tecnica')
      ? [['document', 'memoria-tecnica']]
      : [];
    expect(memoria.map(({ kind, deadline }) => [kind, deadline])).toEqual(expected);
    expect(
      ids(call.clauses.filter(({ duty, kind }) => duty.es.includes('mejoras') && kind !== 'document')),
    ).toEqual([]);
    expect(
      ids(
        call.clauses.filter(({ duty, kind }) => duty.es.includes('personal técnico') && kind !== 'document'),
      ),
    ).toEqual([]);
  });

  it('names no e-mail address but that of an office', () => {
    const addresses = JSON.stringify(call).match(/[\w.]+@[\w.]+/g) ?? [];
    expect(addresses.filter((address) => /^[a-z]+\.[a-z]+@/.test(address))).toEqual([]);
  });
});
