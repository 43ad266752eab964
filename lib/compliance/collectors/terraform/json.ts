export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own value of a key; undefined for anything but an object. */
export function at(value: unknown, key: string): unknown {
  return isJson(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The blocks under a key: Terraform takes one as an object and several as a list. */
export function blocks(value: unknown): Json[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isJson);
}
