import type { Fact } from '../../facts.js';
import { at } from './json.js';
import type { TerraformStack } from './stack.js';

/** What an attribute that only an apply knows stands for in the resource as written. */
const WRITTEN: Readonly<Record<string, string>> = {
  image_id: 'name',
  repo_digest: 'name',
  latest: 'name',
  output: 'input',
};
const REFERENCE = /^\s*([a-z][\w]*)\.([\w-]+)\.(\w+)\s*$/;

/** A value as the text that Terraform makes of it; undefined where there is none. */
export function readText(value: unknown, stack: TerraformStack): Fact<string> | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? expand(value, stack) : { unresolved: typeof value };
}

/** A value as a number. */
export function readNumber(value: unknown, stack: TerraformStack): Fact<number> | undefined {
  const text = readText(value, stack);
  if (typeof text !== 'string') return text;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : { unresolved: text };
}

/** A value as a switch. */
export function readFlag(value: unknown, stack: TerraformStack): Fact<boolean> | undefined {
  const text = readText(value, stack);
  if (typeof text !== 'string') return text;
  return text === 'true' || text === 'false' ? text === 'true' : { unresolved: text };
}

/** Puts in what references of the same stack stand for; any other expression is known to an apply only. */
function expand(text: string, stack: TerraformStack): Fact<string> {
  let hole: string | undefined;
  const expanded = text.replace(
    /([$%])\1\{|\$\{([^{}]*)\}|[$%]\{/g,
    (all: string, mark?: string, inner?: string) => {
      if (mark !== undefined) return `${mark}{`;
      const found = inner === undefined ? undefined : lookUp(inner, stack);
      if (found === undefined) hole ??= inner ?? all;
      return found ?? '';
    },
  );
  return hole === undefined ? expanded : { unresolved: hole.trim() };
}

function lookUp(expression: string, { resources }: TerraformStack): string | undefined {
  const [, type, name, attribute = ''] = REFERENCE.exec(expression) ?? [];
  const body = resources.find((resource) => resource.type === type && resource.name === name)?.body;
  const written = at(body, attribute) ?? at(body, WRITTEN[attribute] ?? '');
  return typeof written === 'string' && !/[$%]\{/.test(written) ? written : undefined;
}
