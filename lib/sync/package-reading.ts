import { openPackage, type OpenedPackage, type ReceivedPackage } from '../cut/index.js';

/** A received package, opened once at most, when its content is first asked for. */
export class PackageReading {
  #opened: Promise<OpenedPackage> | undefined;

  constructor(readonly received: ReceivedPackage) {}

  /** @throws the codes of `openPackage` */
  open(): Promise<OpenedPackage> {
    this.#opened ??= openPackage(this.received);
    return this.#opened;
  }

  /** Lets go of the package's file. */
  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => undefined);
    opened?.close();
  }
}
