import { join } from 'node:path';
import {
  fileMark,
  nameAsText,
  safePackageName,
  sourceChanged,
  treeReadFailure,
  type DeclaredDigest,
  type HeldDirectory,
  type ReceivedArchive,
  type ReceivedPackage,
} from '../../cut/index.js';
import { failureOf } from '../../failure.js';
import { DifusorError, isDifusorError } from '../../errors.js';
import { download } from './download.js';
import { fileClockNs } from './file-clock.js';
import { openInbox, tryMark, tryOpen, tryReadSmall, tryUnlink } from './inbox-files.js';
import type { InboxNotes } from './inbox-notes.js';
import { inboxNotes, type InboxSourceOptions } from './inbox-options.js';
import {
  markerName,
  surveyInbox,
  type InboxFile,
  type InboxSurvey,
  type SurveyRules,
} from './inbox-survey.js';
import { MOST_SIDECAR_BYTES, readSidecar, sidecarName } from './sidecar.js';
import type { FetchRequest, FetchResult, InboxStatus, Source, Validators } from './source.js';

/** A package that is passed over for those behind it, so that one that nobody can take does not stop the night. */
const PASSED_OVER = ['SOURCE_TOO_LARGE', 'STORE_READ_FAILED'] as const;

/**
 * A folder of this host into which an institute pushes archives: each is handed over once, the oldest by name first,
 * and deleted when it is told of as archived. The institute's account owns the folder, so no link in it is followed.
 */
export class InboxArchiveSource implements Source {
  readonly host: string;
  readonly #options: InboxSourceOptions;
  readonly #notes: InboxNotes;
  /** Files handed over and not told of yet, by the path of their copy. */
  readonly #handed = new Map<string, InboxFile>();
  /** What the last look found of the version that was known. */
  #known: InboxFile | undefined;

  constructor(options: InboxSourceOptions) {
    this.host = options.location.path;
    this.#options = options;
    this.#notes = inboxNotes(options);
  }

  /** @throws SOURCE_NOT_A_PACKAGE where nothing waits but a link, pipe or folder that is named like a package */
  fetch({ directory, known, passed = [] }: FetchRequest): Promise<FetchResult> {
    return this.#inside(async (inbox) => {
      const survey = await surveyInbox(inbox, this.#notes, this.#rules(await fileClockNs(directory)));
      this.#known = survey.ready.find(({ mark }) => mark === known?.etag);
      const waiting = this.#inOrder(survey).filter(({ mark }) => mark !== known?.etag);
      const passedOver = (file: InboxFile): boolean => passed.some(({ etag }) => etag === file.mark);
      const handed =
        (await this.#firstOf(
          waiting.filter((file) => !passedOver(file)),
          inbox,
          directory,
        )) ?? (await this.#firstOf(again(waiting, passed), inbox, directory));
      if (handed !== undefined) return handed;
      if (this.#known !== undefined) return { kind: 'unchanged' };
      if (survey.odd.length === 0) return { kind: 'absent' };
      const params = { host: this.host, contentType: 'special', name: safePackageName(survey.odd[0] ?? '') };
      throw new DifusorError('SOURCE_NOT_A_PACKAGE', params, { retryable: true });
    });
  }

  /**
   * Deletes a package from the inbox, its sidecar and its marker too, unless another came under its name meanwhile.
   * One that may not be deleted is never handed over again.
   * @throws STORE_WRITE_FAILED where it may not be deleted
   */
  release(received: ReceivedPackage): Promise<void> {
    const file = this.#handed.get(received.path);
    this.#handed.delete(received.path);
    return this.#letGo(file);
  }

  /** @throws STORE_WRITE_FAILED where it may not be deleted */
  releaseKnown(): Promise<void> {
    const file = this.#known;
    this.#known = undefined;
    return this.#letGo(file);
  }

  /** @throws SOURCE_UNREACHABLE where there is no such folder */
  status(): Promise<InboxStatus> {
    return this.#inside(async (inbox) => {
      const survey = await surveyInbox(inbox, this.#notes, this.#rules());
      const { ready, unfinished, kept, odd } = survey;
      return { ready: ready.length, unfinished, kept, odd: odd.length };
    });
  }

  async #letGo(file: InboxFile | undefined): Promise<void> {
    if (file === undefined) return;
    await this.#inside(async (inbox) => {
      try {
        if ((await tryMark(inbox, file.name)) !== file.mark) return;
        for (const name of [file.name, ...this.#companions(file.name)]) await tryUnlink(inbox, name);
      } catch (error) {
        this.#notes.keep(file.name, file.mark);
        const params = { path: join(this.host, nameAsText(file.name)), reason: failureOf(error).reason };
        throw new DifusorError('STORE_WRITE_FAILED', params, { cause: error });
      }
    });
  }

  #rules(nowNs?: bigint): SurveyRules {
    const { location, package: wanted } = this.#options;
    return { complete: location.complete, sidecar: wanted.sidecar, nowNs };
  }

  async #firstOf(
    waiting: readonly InboxFile[],
    inbox: HeldDirectory,
    directory: string,
  ): Promise<FetchResult | undefined> {
    let refusal: DifusorError | undefined;
    for (const [index, file] of waiting.entries()) {
      try {
        const received = await this.#take(inbox, file, directory);
        if (received === undefined) continue;
        this.#handed.set(received.path, file);
        const more = index + 1 < waiting.length;
        return { kind: 'package', received, validators: { etag: file.mark }, more };
      } catch (error) {
        if (!this.#mayPassOver(error)) throw error;
        refusal ??= error as DifusorError;
      }
    }
    if (refusal !== undefined) throw refusal;
    return undefined;
  }

  /** What waits; of packages that build on each other none that came in before one ahead of it was whole. */
  #inOrder({ ready, firstUnfinished }: InboxSurvey): readonly InboxFile[] {
    if (this.#options.package.incremental !== true || firstUnfinished === undefined) return ready;
    return ready.filter(({ name }) => name < firstUnfinished);
  }

  /** What builds on each other is never taken in another order. */
  #mayPassOver(error: unknown): boolean {
    if (this.#options.package.incremental === true) return false;
    return PASSED_OVER.some((code) => isDifusorError(error, code));
  }

  /** @returns `undefined` where it went away */
  async #take(
    inbox: HeldDirectory,
    file: InboxFile,
    directory: string,
  ): Promise<ReceivedArchive | undefined> {
    const name = nameAsText(file.name);
    const handle = await tryOpen(inbox, file.name, join(this.host, name));
    if (handle === undefined) return undefined;
    try {
      const before = await handle.stat({ bigint: true });
      if (fileMark(before) !== file.mark) throw sourceChanged(name);
      const received = await download(handle.createReadStream({ autoClose: false }), {
        host: this.host,
        name: safePackageName(name),
        directory,
        maxBytes: this.#options.package.maxBytes,
        declaredBytes: Number(before.size),
      });
      const declared = await this.#declared(inbox, file.name, received.name);
      if (fileMark(await handle.stat({ bigint: true })) !== file.mark) throw sourceChanged(name);
      return declared === undefined ? received : { ...received, declared };
    } finally {
      await handle.close();
    }
  }

  async #declared(inbox: HeldDirectory, name: string, keptAs: string): Promise<DeclaredDigest | undefined> {
    const { sidecar } = this.#options.package;
    if (sidecar === undefined) return undefined;
    const text = await tryReadSmall(inbox, sidecarName(name, sidecar), MOST_SIDECAR_BYTES);
    return readSidecar(text, sidecar, [nameAsText(name), keptAs]);
  }

  #companions(name: string): string[] {
    const { complete, sidecar } = this.#rules();
    const marker = complete.when === 'marker' ? [markerName(name, complete.marker)] : [];
    return sidecar === undefined ? marker : [...marker, sidecarName(name, sidecar)];
  }

  async #inside<T>(work: (inbox: HeldDirectory) => Promise<T>): Promise<T> {
    const inbox = await openInbox(this.host);
    try {
      await this.#notes.load();
      return await work(inbox);
    } catch (error) {
      throw treeReadFailure(error, this.host);
    } finally {
      await inbox.close();
      await this.#notes.save();
    }
  }
}

/** The one that is wanted first of those that were passed over and still wait. */
function again(waiting: readonly InboxFile[], passed: readonly Validators[]): readonly InboxFile[] {
  for (const { etag } of passed) {
    const file = waiting.find(({ mark }) => mark === etag);
    if (file !== undefined) return [file];
  }
  return [];
}
