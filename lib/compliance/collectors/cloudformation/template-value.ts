import type { Fact } from '../../facts.js';
import { follow, intrinsicOf, literalOf, partsOf, type Located, type Part } from './intrinsics.js';

/** Told of every place whose very shape only a deploy knows. */
export type GapSink = (path: string, reason: string) => void;

/**
 * A value of a template, read without guessing: what is absent gives `undefined`, what only a deploy resolves gives
 * `Unresolved`, and a list or map hidden behind an intrinsic function is reported as a gap.
 */
export class TemplateValue {
  private readParts: readonly Part[] | undefined;

  private constructor(
    private readonly located: Located,
    private readonly path: string,
    private readonly onGap: GapSink,
  ) {}

  static of(located: Located, path: string, onGap: GapSink): TemplateValue {
    return new TemplateValue(follow(located), path, onGap);
  }

  get isAbsent(): boolean {
    return this.located.raw === undefined || this.located.raw === null;
  }

  /** Value of a key, or of a path of keys. */
  get(...keys: readonly string[]): TemplateValue {
    const [key, ...rest] = keys;
    if (key === undefined) return this;
    const map = this.map();
    return this.child(Object.hasOwn(map, key) ? map[key] : undefined, key).get(...rest);
  }

  entries(): readonly (readonly [key: string, value: TemplateValue])[] {
    return Object.entries(this.map())
      .map(([key, raw]) => [key, this.child(raw, key)] as const)
      .filter(([, value]) => !value.isAbsent);
  }

  /** Items of a list; a single value counts as a list of one, as IAM has it. */
  items(): readonly TemplateValue[] {
    if (this.isAbsent) return [];
    const { raw } = this.located;
    if (Array.isArray(raw)) {
      return raw.map((item, index) => this.child(item, String(index))).filter((item) => !item.isAbsent);
    }
    // One string put together from known parts is one item; a list parameter or a condition may be any number.
    const scalar = !this.isOpaque || this.parts().every(({ kind }) => kind !== 'unknown');
    return scalar ? [this] : (this.hole() ?? []);
  }

  text(): Fact<string> | undefined {
    if (this.isAbsent) return undefined;
    return literalOf(this.parts()) ?? this.unresolved();
  }

  number(): Fact<number> | undefined {
    const text = this.text();
    if (typeof text !== 'string') return text;
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : this.unresolved();
  }

  flag(): Fact<boolean> | undefined {
    const text = this.text();
    if (typeof text !== 'string') return text;
    return text === 'true' || text === 'false' ? text === 'true' : this.unresolved();
  }

  /** Id of the one resource that the value points to, or the literal string (an ARN, a managed id). */
  reference(): Fact<string> | undefined {
    if (this.isAbsent) return undefined;
    const parts = this.parts();
    const ids = new Set(parts.flatMap((part) => (part.kind === 'resource' ? [part.id] : [])));
    const [only] = ids;
    if (only !== undefined && ids.size === 1 && !parts.some(({ kind }) => kind === 'unknown')) return only;
    return literalOf(parts) ?? this.unresolved();
  }

  /** Attribute of the one resource that the value points to; `undefined` for anything else. */
  attribute(): string | undefined {
    const resources = this.parts().filter((part) => part.kind === 'resource');
    return resources.length === 1 ? resources[0]?.attribute : undefined;
  }

  /** The string with a mark for each part that only a deploy knows, for matching its literal end. */
  pattern(): string {
    return this.parts()
      .map((part) => (part.kind === 'text' ? part.text : `\${${nameOf(part)}}`))
      .join('');
  }

  private get isOpaque(): boolean {
    return intrinsicOf(this.located.raw) !== undefined;
  }

  private parts(): readonly Part[] {
    this.readParts ??= partsOf(this.located);
    return this.readParts;
  }

  private map(): Readonly<Record<string, unknown>> {
    if (this.isOpaque) return this.hole() ?? {};
    const { raw } = this.located;
    return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {};
  }

  private child(raw: unknown, key: string): TemplateValue {
    const path = this.path === '' ? key : `${this.path}.${key}`;
    return TemplateValue.of({ raw, scope: this.located.scope }, path, this.onGap);
  }

  private hole(): undefined {
    this.onGap(this.path, intrinsicOf(this.located.raw)?.[0] ?? '');
  }

  private unresolved(): Fact<never> {
    return { unresolved: `${this.path}: ${this.pattern()}` };
  }
}

function nameOf(part: Exclude<Part, { kind: 'text' }>): string {
  if (part.kind === 'resource') return `${part.id}.${part.attribute}`;
  return part.kind === 'pseudo' ? part.name : part.reason;
}
