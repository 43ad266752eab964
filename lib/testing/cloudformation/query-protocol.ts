/** A value of an answer in AWS's query protocol; lists become `<member>` elements. */
export type QueryValue = string | number | boolean | undefined | readonly QueryValue[] | QueryObject;
export interface QueryObject {
  readonly [key: string]: QueryValue;
}

/** The parameters of one call in AWS's query protocol. */
export class QueryRequest {
  constructor(private readonly form: URLSearchParams) {}

  get action(): string {
    return this.text('Action') ?? '';
  }

  text(name: string): string | undefined {
    return this.form.get(name) ?? undefined;
  }

  /** The strings of a list, e.g. `Capabilities.member.1`. */
  texts(name: string): string[] {
    return this.members(name).map((member) => member[''] ?? '');
  }

  /** The structures of a list, e.g. `Tags.member.1.Key`, each as its fields. */
  members(name: string): Readonly<Record<string, string | undefined>>[] {
    const prefix = `${name}.member.`;
    const members = new Map<number, Record<string, string>>();
    for (const [key, value] of this.form) {
      const [index = '', ...field] = key.startsWith(prefix) ? key.slice(prefix.length).split('.') : [];
      if (index === '') continue;
      const member = members.get(Number(index)) ?? {};
      member[field.join('.')] = value;
      members.set(Number(index), member);
    }
    return [...members].sort(([left], [right]) => left - right).map(([, member]) => member);
  }
}

/** The XML of a result. */
export function encodeResult(action: string, result: QueryObject): string {
  return (
    `<${action}Response><${action}Result>${encode(result)}</${action}Result>` +
    `<ResponseMetadata><RequestId>stand-in</RequestId></ResponseMetadata></${action}Response>`
  );
}

/** The XML of a refusal. */
export function encodeRefusal(code: string, message: string): string {
  const error = encode({ Type: 'Sender', Code: code, Message: message });
  return `<ErrorResponse><Error>${error}</Error><RequestId>stand-in</RequestId></ErrorResponse>`;
}

/** Text between two tags. */
export function escapeXml(text: string): string {
  return text.replace(/[<&>"'\u0000-\u001f]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function encode(value: QueryValue): string {
  if (value === undefined) return '';
  if (isList(value)) return value.map((item) => `<member>${encode(item)}</member>`).join('');
  if (typeof value !== 'object') return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => `<${key}>${encode(inner)}</${key}>`)
    .join('');
}

function isList(value: QueryValue): value is readonly QueryValue[] {
  return Array.isArray(value);
}
