import { z } from 'zod';
import type { LiveHostFact } from '../../compliance/index.js';
import { read, unreadable, type Reading } from '../reading.js';
import { tryJson } from './try-json.js';

type Docker = Extract<LiveHostFact['docker'], { value: unknown }>['value'];

const engine = z.object({ version: z.string().min(1).max(100), liveRestore: z.boolean() });

/** `none`, or what `docker info` tells of the engine and, in a second line, `systemctl is-enabled` of its service. */
export function parseDocker(text: string): Reading<Docker> {
  const [first = '', second = ''] = text.trim().split('\n');
  if (first === 'none') return read({ version: null, liveRestore: false, startsWithHost: false });
  const parsed = engine.safeParse(tryJson(first));
  return parsed.success
    ? read({ ...parsed.data, startsWithHost: second.trim() === 'enabled' })
    : unreadable('unread', text);
}
