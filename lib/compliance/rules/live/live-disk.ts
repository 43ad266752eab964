import { all } from '../../conclude.js';
import type { LiveHostFact } from '../../live-facts.js';
import { breached, met, notApplicable, undetermined, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

const GIGABYTE = 1e9;

/** Every host has the disk that the call asks for: free, or in all; of solid state where it says so. */
export const liveDisk: Rule<NoParams> = {
  id: 'live-disk',
  how: 'rule.live-disk.how',
  reads: ['live'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    const asked = convocatoria.server?.disk;
    if (asked === undefined) return notApplicable({ text: 'rule.live-disk.silent' });
    const { gigabytes, solidState, free } = asked;
    return eachLiveHost(facts, (host) =>
      all([
        ...(free ? [judgeFree(host, gigabytes)] : []),
        ...(solidState || !free ? [judgeDisks(host, gigabytes, solidState)] : []),
      ]),
    );
  },
};

function judgeFree({ free, name }: LiveHostFact, floor: number): Finding {
  return ifMeasured(free, 'free', name, (bytes, at) => {
    const params = { gigabytes: inGigabytes(bytes), floor, at };
    const evidence = { text: 'rule.live-disk.free', params, resource: name } as const;
    return bytes >= floor * GIGABYTE ? met(evidence) : breached(evidence);
  });
}

/** A disk that does not tell its kind may be of the right one. */
function judgeDisks({ disks, name }: LiveHostFact, floor: number, solidState: boolean): Finding {
  return ifMeasured(disks, 'disks', name, (list, at) => {
    const counted = solidState ? list.filter((disk) => disk.solidState === true) : list;
    const sure = sum(counted);
    const perhaps = sure + sum(solidState ? list.filter((disk) => disk.solidState === null) : []);
    const params = { gigabytes: inGigabytes(sure), floor, solidState: String(solidState), at };
    if (sure >= floor * GIGABYTE) return met({ text: 'rule.live-disk.total', params, resource: name });
    if (perhaps < floor * GIGABYTE) return breached({ text: 'rule.live-disk.total', params, resource: name });
    const untold = { ...params, untold: inGigabytes(perhaps - sure) };
    return undetermined({ text: 'rule.live-disk.untold', params: untold, resource: name });
  });
}

function sum(disks: readonly { readonly bytes: number }[]): number {
  return disks.reduce((total, { bytes }) => total + bytes, 0);
}

function inGigabytes(bytes: number): number {
  return Math.floor(bytes / 1e8) / 10;
}
