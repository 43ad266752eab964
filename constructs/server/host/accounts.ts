import type { ServerSettings } from '../../../lib/config/index.js';
import type { HostPart } from './host-part.js';
import { rootFile } from './root-file.js';

/** A person's or an institution's account: by key alone, with everything root may do. */
export interface Account {
  readonly user: string;
  readonly keys: readonly string[];
  readonly groups: readonly string[];
}

/** Folder with one file of public keys an account, which only root can change. */
export const KEYS_FOLDER = '/etc/ssh/authorized_keys.d';

/** What sudo grants each account. @see veracruz-2024 II.B.e */
export const SUDO = 'ALL=(ALL:ALL) NOPASSWD:ALL';

/** Who may log in: who runs the host, and the institute where its call asks for that. */
export function accounts({ administrator, institute }: ServerSettings): readonly Account[] {
  // The docker provider's ssh:// speaks to the engine's socket without sudo.
  const groups = ['sudo', 'docker'];
  return [administrator, ...(institute === undefined ? [] : [institute])].map(({ user, keys }) => ({
    user,
    keys,
    groups,
  }));
}

/** Keys and privileges of the accounts; making the accounts is up to who applies the part. */
export function accountFiles(server: ServerSettings): HostPart {
  const all = accounts(server);
  const sudoers = '/etc/sudoers.d/90-difusor';
  return {
    name: 'accounts',
    packages: ['sudo'],
    files: [
      rootFile(
        sudoers,
        all.map(({ user }) => `${user} ${SUDO}`),
        '0440',
      ),
      ...all.map(({ user, keys }) => rootFile(`${KEYS_FOLDER}/${user}`, keys)),
    ],
    check: [['visudo', '--check', '--quiet', `--file=${sudoers}`]],
    apply: [],
  };
}
