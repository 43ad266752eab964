import { parse, stringify } from 'yaml';
import type { ServerPlan } from '../../../lib/config/index.js';
import type { FileOnHost } from '../delivery/file-on-host.js';

/** What the publisher reads of what the plan came from. */
export interface PublisherInput {
  /** Text of difusor.yaml. */
  readonly difusorYaml: string;
  /**
   * Texts of a call's files by their names, where it is a folder of the user's own.
   * @default the call is a built-in one
   */
  readonly call?: Readonly<Record<string, string>>;
}

/** Folder beside difusor.yaml with a call of the user's own, wherever that folder was before. */
const CALL = 'convocatoria';

/**
 * The configuration of the worker, in `etc/publisher/` below the host's folder. `settings.json` is what the plan made of
 * it, for whoever judges the stack; a label would have the container replaced at each change.
 */
export function publisherFiles(
  { server: { folder }, worker }: ServerPlan,
  { difusorYaml, call }: PublisherInput,
): readonly FileOnHost[] {
  const put = (name: string, content: string): FileOnHost => ({
    path: `${folder}/etc/publisher/${name}`,
    mode: '0644',
    owner: '0:0',
    content,
  });
  return [
    put('difusor.yaml', forTheWorker(difusorYaml, call !== undefined)),
    put('settings.json', `${JSON.stringify(worker, null, 2)}\n`),
    ...Object.entries(call ?? {}).map(([name, content]) => put(`${CALL}/${name}`, content)),
  ];
}

/** Names and telephones are of no use to the worker, and need not lie on a server. */
function forTheWorker(difusorYaml: string, callOfOnesOwn: boolean): string {
  // Read and written anew: an anchor may stand in what is left out, and a comment may name somebody.
  const content = { ...(parse(difusorYaml) as Readonly<Record<string, unknown>>) };
  delete content.contacts;
  return stringify(callOfOnesOwn ? { ...content, convocatoria: `./${CALL}` } : content);
}
