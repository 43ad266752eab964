import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseArchive } from '../../lib/sync/sources/choose-archive.js';
import { validatorsOfVersion } from '../../lib/sync/sources/named-version.js';
import type { FetchRequest, FetchResult, Source } from '../../lib/sync/index.js';
import type { Offer } from './institute.js';

const FOLDER = 'cortes/';

/** A folder at the institute, in which every package stays; one that is sent again replaces the one of its name. */
export function folderSource(now: () => Date, offers: () => readonly Offer[]): Source {
  return {
    host: 'simulated',
    tellsTime: true,
    fetch: (request): Promise<FetchResult> => {
      const sourceTime = now();
      const there = new Map(offers().map((offer) => [offer.name, offer]));
      const chosen = chooseArchive(FOLDER, [...there.keys()], { ...request, incremental: true });
      const offer = chosen === undefined ? undefined : there.get(chosen.path.slice(FOLDER.length));
      if (chosen === undefined || offer === undefined) return Promise.resolve({ kind: 'absent', sourceTime });
      const validators = validatorsOfVersion({ version: offer.sha256, name: chosen.path });
      if (request.known?.etag === validators.etag) return Promise.resolve({ kind: 'unchanged', sourceTime });
      const more = chosen.more === true;
      return Promise.resolve({ ...handed(offer, request, { validators, sourceTime }), more });
    },
  };
}

/** An inbox at the difusor, which is emptied: what is let go of is gone, unless it is sent again. */
export class SimulatedInbox implements Source {
  readonly host = 'simulated';
  readonly tellsTime = true;
  readonly #gone = new Set<Offer>();
  #known: Offer | undefined;

  /** @param letGo told of each package that goes */
  constructor(
    private readonly now: () => Date,
    private readonly offers: () => readonly Offer[],
    private readonly letGo: (offer: Offer) => void,
  ) {}

  fetch(request: FetchRequest): Promise<FetchResult> {
    const { known, passed = [] } = request;
    const sourceTime = this.now();
    const ready = this.#ready();
    this.#known = ready.find((offer) => markOf(offer) === known?.etag);
    const waiting = ready.filter((offer) => markOf(offer) !== known?.etag);
    const isPassed = (offer: Offer): boolean => passed.some(({ etag }) => etag === markOf(offer));
    const [next, ...others] = waiting.filter((offer) => !isPassed(offer));
    const again = passed.flatMap(({ etag }) => waiting.find((offer) => markOf(offer) === etag) ?? [])[0];
    const offer = next ?? again;
    if (offer === undefined)
      return Promise.resolve({ kind: this.#known === undefined ? 'absent' : 'unchanged', sourceTime });
    const validators = { etag: markOf(offer) };
    return Promise.resolve({
      ...handed(offer, request, { validators, sourceTime }),
      more: others.length > 0,
    });
  }

  release({ name, sha256 }: { readonly name: string; readonly sha256: string }): Promise<void> {
    this.#remove(this.#ready().find((offer) => offer.name === name && offer.sha256 === sha256));
    return Promise.resolve();
  }

  releaseKnown(): Promise<void> {
    this.#remove(this.#known);
    return Promise.resolve();
  }

  #ready(): readonly Offer[] {
    const there = new Map<string, Offer>();
    for (const offer of this.offers()) {
      if (!this.#gone.has(offer)) there.set(offer.name, offer);
    }
    return [...there.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #remove(offer: Offer | undefined): void {
    if (offer === undefined) return;
    this.#gone.add(offer);
    this.letGo(offer);
  }
}

/** Each push has a mark of its own, also of the same bytes. */
function markOf({ at, sha256 }: Offer): string {
  return `${at.toISOString()}-${sha256}`;
}

function handed(
  { name, bytes, sha256 }: Offer,
  { directory }: FetchRequest,
  told: Pick<Extract<FetchResult, { kind: 'package' }>, 'validators' | 'sourceTime'>,
): Extract<FetchResult, { kind: 'package' }> {
  const path = join(directory, name);
  writeFileSync(path, bytes);
  return { kind: 'package', received: { form: 'archive', name, path, bytes: bytes.length, sha256 }, ...told };
}
