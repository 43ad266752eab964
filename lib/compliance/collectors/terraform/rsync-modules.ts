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

export interface RsyncSettings {
  readonly port: number;
  readonly modules: readonly RsyncModule[];
  /** Lines that it does not understand, e.g. those that include other files. */
  readonly problems: readonly string[];
}

/** Reads a rsyncd.conf; what stands above the modules holds for each that does not say otherwise. */
export function readRsyncModules(text: string): RsyncSettings {
  const general = new Map<string, string>();
  const modules: Map<string, string>[] = [];
  const problems: string[] = [];
  let current = general;
  for (const line of text
    .replace(/\\\r?\n/g, '')
    .split('\n')
    .map((one) => one.trim())) {
    const [, module] = /^\[([^\]]+)\]$/.exec(line) ?? [];
    const equals = line.indexOf('=');
    if (line === '' || /^[#;]/.test(line)) continue;
    if (module !== undefined) {
      const isGlobal = module.trim().toLowerCase() === 'global';
      current = isGlobal ? general : new Map(general);
      if (!isGlobal) modules.push(current);
    } else if (equals < 1) problems.push(line);
    else current.set(keyOf(line.slice(0, equals)), line.slice(equals + 1).trim());
  }
  return { port: Number(general.get('port') ?? 873), modules: modules.map(moduleOf), problems };
}

/** rsync takes no heed of the spaces within a name. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/\s/g, '');
}

function moduleOf(settings: ReadonlyMap<string, string>): RsyncModule {
  const flag = (name: string, byDefault: boolean): boolean => {
    const value = (settings.get(name) ?? '').toLowerCase();
    if (['yes', 'true', '1'].includes(value)) return true;
    return ['no', 'false', '0'].includes(value) ? false : byDefault;
  };
  return {
    path: settings.get('path'),
    readOnly: flag('readonly', true),
    writeOnly: flag('writeonly', false),
    listed: flag('list', true),
    chroot: flag('usechroot', true),
    users: (settings.get('authusers') ?? '') !== '' && (settings.get('secretsfile') ?? '') !== '',
  };
}
