// The SDK signs this service's requests with SigV4a only, through a package that must be loaded for its effect.
import '@aws-sdk/signature-v4a';
import {
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  PutKeyCommand,
  ResourceNotFoundException,
  type CloudFrontKeyValueStoreClient,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { CLOSED, formatPointer, parsePointer, POINTER_KEY, type Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import { awsStoreError } from './aws-errors.js';
import type { PointerSnapshot } from './site-store.js';
import { pointerMoved, pointerUnreadable } from './store-errors.js';

/** The pointer in a CloudFront KeyValueStore. Its version is the ETag of the whole store. */
export class KeyValuePointer {
  constructor(
    private readonly client: CloudFrontKeyValueStoreClient,
    private readonly arn: string,
  ) {}

  async read(): Promise<PointerSnapshot> {
    try {
      // The ETag first: a move between the two calls makes it stale, and a stale one is refused.
      const version = await this.version();
      return { version, pointer: await this.value(version) };
    } catch (error) {
      throw error instanceof DifusorError ? error : awsStoreError('STORE_READ_FAILED', POINTER_KEY, error);
    }
  }

  /** @throws POINTER_MOVED when the store's ETag is no longer the snapshot's */
  async move(to: Pointer, seen: PointerSnapshot): Promise<void> {
    const input = { KvsARN: this.arn, Key: POINTER_KEY, Value: formatPointer(to), IfMatch: seen.version };
    try {
      await this.client.send(new PutKeyCommand(input));
    } catch (error) {
      if (await this.movedSince(seen)) throw pointerMoved(to, error);
      throw awsStoreError('STORE_WRITE_FAILED', POINTER_KEY, error);
    }
  }

  private async version(): Promise<string> {
    const { ETag: version } = await this.client.send(new DescribeKeyValueStoreCommand({ KvsARN: this.arn }));
    if (version === undefined)
      throw new DifusorError('STORE_READ_FAILED', { path: POINTER_KEY, reason: 'no ETag' });
    return version;
  }

  private async value(version: string): Promise<Pointer> {
    const value = await this.stored();
    if (value === undefined) return CLOSED;
    const pointer = parsePointer(value);
    if (pointer === undefined) throw pointerUnreadable(value, version);
    return pointer;
  }

  private async stored(): Promise<string | undefined> {
    try {
      const { Value: value } = await this.client.send(
        new GetKeyCommand({ KvsARN: this.arn, Key: POINTER_KEY }),
      );
      return value;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  /** Tells a lost race from other refusals by the store itself, since the service has no error of its own for it. */
  private async movedSince(seen: PointerSnapshot): Promise<boolean> {
    try {
      return (await this.version()) !== seen.version;
    } catch {
      return false;
    }
  }
}
