import { z } from 'zod';
import type { LiveHostFact } from '../../compliance/index.js';
import { read, unreadable, type Reading } from '../reading.js';
import { tryJson } from './try-json.js';

type Disks = Extract<LiveHostFact['disks'], { value: unknown }>['value'];

/** Versions of lsblk before 2.33 print numbers and switches as text. */
const number = z.union([z.number(), z.string().regex(/^\d{1,20}$/)]).pipe(z.coerce.number<number | string>());
const flag = z.union([z.boolean(), z.enum(['0', '1'])]).transform((value) => value === true || value === '1');
const word = z.string().nullish();

const listing = z.object({
  blockdevices: z
    .array(
      z.object({
        name: z.string().min(1).max(64),
        type: z.string(),
        size: number.pipe(z.int().nonnegative()),
        rota: flag,
        model: word,
        tran: word,
      }),
    )
    .max(1000),
});
type Device = z.infer<typeof listing>['blockdevices'][number];

/** Makers of disks that are files on another machine. */
const VIRTUAL = /qemu|virtio|virtual|vmware|vbox|xen|msft|google|nutanix/i;

/**
 * The disks of `lsblk --json --bytes --nodeps`. One that says it does not turn is solid; one that says it turns does so
 * only where it is a real one, since hypervisors say so of all.
 */
export function parseDisks(text: string): Reading<Disks> {
  const parsed = listing.safeParse(tryJson(text));
  if (!parsed.success) return unreadable('unread', text);
  const disks = parsed.data.blockdevices.filter(
    ({ type, name }) => type === 'disk' && !/^(zram|ram|nbd)/.test(name),
  );
  if (disks.length === 0) return unreadable('untold', 'lsblk');
  return read(disks.map((disk) => ({ name: disk.name, bytes: disk.size, solidState: kindOf(disk) })));
}

function kindOf({ name, rota, model, tran }: Device): boolean | null {
  if (!rota) return true;
  const virtual = /^(vd|xvd)/.test(name) || VIRTUAL.test(model ?? '') || (!model && !tran);
  return virtual ? null : false;
}
