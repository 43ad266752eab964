import { isUnresolved } from '../../../facts.js';
import { reachesSocket, type Mount } from '../containers.js';

/** Folders of the host that hold data, and none from which the host itself is run. */
const DATA =
  /^\/(?:srv|data|mnt|opt|var\/lib\/(?!docker|containerd)[\w-]+|var\/www|var\/log)(?:\/[\w.@-]+)*$/;
/** Certificates and the like, for who only reads. */
const TO_READ = /^\/etc\/(?:ssl|letsencrypt|pki|prep|difusor|nginx)(?:\/[\w.@-]+)*$/;
const VOLUME = /^[\w][\w.-]*$/;
/** Where a container looks for data, and never for programs. */
const INSIDE =
  /^\/(?:srv|data|site|mnt|etc\/prep|etc\/nginx|etc\/ssl|etc\/letsencrypt|run\/secrets|var\/lib|var\/log|var\/www|usr\/share\/nginx\/html)(?:\/[\w.@-]+)*$/;

/** Whether a mount gives a container data and nothing else; one that reaches the engine is told by its own fact. */
export function isKnownMount({ host, container, readOnly }: Mount): boolean {
  if (isUnresolved(host) || isUnresolved(container) || reachesSocket(host)) return true;
  return isKnownPlace(host, readOnly === true) && isStraight(container) && INSIDE.test(container);
}

function isKnownPlace(host: string, onlyReads: boolean): boolean {
  if (!host.startsWith('/')) return VOLUME.test(host);
  return (
    isStraight(host) && !host.endsWith('.sock') && (DATA.test(host) || (onlyReads && TO_READ.test(host)))
  );
}

function isStraight(path: string): boolean {
  return !path.split('/').some((part) => part === '.' || part === '..');
}
