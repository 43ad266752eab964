import { DifusorError, type MessageParams } from '../../errors.js';

/** A source that can't be had for now, by the shortest word for why. */
export function sourceUnreachable(
  params: MessageParams & { readonly host: string; readonly reason: string },
  cause?: unknown,
): DifusorError {
  return new DifusorError('SOURCE_UNREACHABLE', params, { cause, retryable: true });
}
