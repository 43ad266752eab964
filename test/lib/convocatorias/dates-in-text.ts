/** How a language names the months, the first of them January, and how a date is put together. */
interface Language {
  readonly months: readonly string[];
  /** Days that share a month, such as `12, 19 y 26`, and the month's name. */
  readonly dates: RegExp;
}

const DAYS = (joints: string) => `(?<![:\\d])(\\d{1,2}(?:(?:${joints})\\d{1,2})*)(?![:\\d])`;

const LANGUAGES: Readonly<Record<'es' | 'en', Language>> = {
  es: language(
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    `${DAYS(', | y | y el | al ')} de MONTH`,
  ),
  en: language(
    'January February March April May June July August September October November December',
    `${DAYS(', | and | to ')} MONTH`,
  ),
};

function language(names: string, form: string): Language {
  const months = names.split(' ');
  return { months, dates: new RegExp(form.replace('MONTH', `(${months.join('|')})\\b`), 'g') };
}

/** Month and day of every date that a sentence writes, as `05-20`, sorted, each once. */
export function datesInText(text: string, locale: 'es' | 'en'): string[] {
  const { months, dates } = LANGUAGES[locale];
  const found = [...text.matchAll(dates)].flatMap(([, days = '', month = '']) =>
    (days.match(/\d+/g) ?? []).map((day) => `${pad(months.indexOf(month) + 1)}-${pad(Number(day))}`),
  );
  return [...new Set(found)].sort();
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
