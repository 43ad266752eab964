import type { FactArea, GapFact } from '../../facts.js';

/** What could not be read so far; grows while the parts are read. */
export class Gaps {
  readonly #known = new Map<string, GapFact>();

  add(area: GapFact['area'], resource: string, reason: string): void {
    this.#known.set(JSON.stringify([area, resource, reason]), { area, resource, reason });
  }

  addAll(areas: readonly FactArea[], resource: string, reason: string): void {
    areas.forEach((area) => {
      this.add(area, resource, reason);
    });
  }

  list(): readonly GapFact[] {
    return [...this.#known.values()];
  }
}
