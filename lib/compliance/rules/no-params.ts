import { z } from 'zod';

/** For a rule that takes all it needs from the call's facts. */
export const noParams = z.strictObject({});
export type NoParams = z.infer<typeof noParams>;
