import { AwsRefusal } from './aws-refusal.js';
import type { ExistingResource, Inventory } from './inventory.js';

/** The objects of the account's buckets; a bucket is there exactly as long as the inventory has it. */
export class ObjectStore {
  private readonly objects = new Map<string, Map<string, Buffer>>();

  constructor(private readonly inventory: Inventory) {}

  /** @throws AwsRefusal `NoSuchBucket` */
  bucket(name: string): ExistingResource {
    const bucket = this.tryFindBucket(name);
    if (bucket === undefined)
      throw new AwsRefusal('NoSuchBucket', `The specified bucket does not exist: ${name}`, 404);
    return bucket;
  }

  put(bucketName: string, key: string, body: Buffer): void {
    const { identity } = this.bucket(bucketName);
    const held = this.objects.get(identity) ?? new Map<string, Buffer>();
    held.set(key, body);
    this.objects.set(identity, held);
  }

  /** @throws AwsRefusal `NoSuchBucket` or `NoSuchKey` */
  get(bucketName: string, key: string): Buffer {
    const body = this.objects.get(this.bucket(bucketName).identity)?.get(key);
    if (body === undefined) throw new AwsRefusal('NoSuchKey', 'The specified key does not exist.', 404);
    return body;
  }

  /** The keys that start with a prefix, in order. */
  list(bucketName: string, prefix: string): string[] {
    const held = this.objects.get(this.bucket(bucketName).identity);
    return [...(held?.keys() ?? [])].filter((key) => key.startsWith(prefix)).sort();
  }

  has(bucketName: string, key: string): boolean {
    return this.tryFindBucket(bucketName) !== undefined && this.list(bucketName, key).includes(key);
  }

  private tryFindBucket(name: string): ExistingResource | undefined {
    return this.inventory.find('AWS::S3::Bucket', (bucket) => bucket.physicalId === name);
  }
}
