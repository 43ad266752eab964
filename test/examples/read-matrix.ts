import { checkDocumentSchema } from '../../lib/report/check-document.js';

/** What of a check an example promises: it says no words, which change more often than verdicts. */
export interface Matrix {
  readonly convocatoria: string;
  readonly delivery: string;
  /** Verdicts that occur. */
  readonly counts: Readonly<Record<string, number>>;
  /** By kind of clause: how many have each verdict. */
  readonly byKind: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Verdicts of the clauses that code can prove. */
  readonly provable: Readonly<Record<string, string>>;
}

/** Reads what `difusor check --json` wrote. */
export function readMatrix(json: string): Matrix {
  const { convocatoria, delivery, summary, clauses } = checkDocumentSchema.parse(JSON.parse(json));
  const provable = clauses.filter(({ kind }) => kind === 'template' || kind === 'worker');
  return {
    convocatoria: convocatoria.id,
    delivery,
    counts: someOf(summary.counts),
    byKind: Object.fromEntries(
      Object.entries(summary.byKind).map(([kind, counts]) => [kind, someOf(counts)]),
    ),
    provable: Object.fromEntries(provable.map(({ id, verdict }) => [id, verdict])),
  };
}

function someOf(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
