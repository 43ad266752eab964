/** One module of a daemon of rsync. */
export interface RsyncModule {
  readonly path: string | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly listed: boolean;
  readonly chroot: boolean;
  /** It lets in only whom it knows, by a file of secrets. */
  readonly users: boolean;
}

/** Reads a rsyncd.conf; what stands above the modules holds for each that does not say otherwise. */
export function readRsyncModules(text: string): {
  readonly port: number;
  readonly modules: readonly RsyncModule[];
} {
  const general = new Map<string, string>();
  const modules: Map<string, string>[] = [];
  for (const line of text.split('\n')) {
    const current = modules.at(-1) ?? general;
    if (/^\s*\[[^\]]+\]\s*$/.test(line)) modules.push(new Map(general));
    const [, name, value = ''] = /^\s*([^#;=[\]]+?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) current.set(name.toLowerCase().replace(/\s+/g, ' '), value);
  }
  return { port: Number(general.get('port') ?? 873), modules: modules.map(moduleOf) };
}

function moduleOf(settings: ReadonlyMap<string, string>): RsyncModule {
  const flag = (name: string, byDefault: boolean): boolean => {
    const value = settings.get(name);
    return value === undefined ? byDefault : /^(?:yes|true|1)$/i.test(value);
  };
  return {
    path: settings.get('path'),
    readOnly: flag('read only', true),
    writeOnly: flag('write only', false),
    listed: flag('list', true),
    chroot: flag('use chroot', true),
    users: (settings.get('auth users') ?? '') !== '' && (settings.get('secrets file') ?? '') !== '',
  };
}
