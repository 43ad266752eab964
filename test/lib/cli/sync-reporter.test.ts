import type { CliContext } from '../../../lib/cli/context.js';
import { createSyncReporter, type SyncReporter } from '../../../lib/cli/sync-reporter.js';
import { DifusorError } from '../../../lib/errors.js';
import { createMessages } from '../../../lib/messages/index.js';
import { createSyncLog, type SyncOutcome } from '../../../lib/sync/index.js';
import { FIRST_ID } from '../../support/night.js';

const UNCHANGED: SyncOutcome = { kind: 'unchanged', generation: FIRST_ID };

describe('createSyncReporter', () => {
  const reporter = (
    form: 'text' | 'json',
  ): { reporter: SyncReporter; written: { out: string; err: string } } => {
    const written = { out: '', err: '' };
    const context: Pick<CliContext, 'out' | 'err'> = {
      out: (text) => (written.out += text),
      err: (text) => (written.err += text),
    };
    return { reporter: createSyncReporter(form, context as CliContext, createMessages('es')), written };
  };

  it.each<[SyncOutcome, 'out' | 'err']>([
    [UNCHANGED, 'out'],
    [{ kind: 'held', reason: 'rehearsal', generation: FIRST_ID }, 'out'],
    [{ kind: 'outside-window' }, 'out'],
    [{ kind: 'refused', error: new DifusorError('ARCHIVE_EMPTY', { package: 'x.zip' }) }, 'err'],
    [{ kind: 'failed', error: new DifusorError('SOURCE_UNREACHABLE', { host: 'h', reason: 'r' }) }, 'err'],
    [{ kind: 'paused', until: '2027-06-07T03:25:00.000Z', code: 'SOURCE_REFUSED' }, 'err'],
  ])('tells a person of %j on standard %s', (outcome, stream) => {
    const { reporter: text, written } = reporter('text');
    text.outcome(outcome);
    expect(written[stream]).toMatch(/\S\n$/);
    expect(written[stream === 'out' ? 'err' : 'out']).toBe('');
  });

  it('tells a person of each step beside the result, and no line of the log', () => {
    const { reporter: text, written } = reporter('text');
    text.progress({ step: 'asking', host: 'prep.example.net' });
    createSyncLog(text.logDestination).info('published');
    expect(written).toEqual({ out: '', err: 'Pregunto a prep.example.net si hay un corte nuevo…\n' });
  });

  it('gives a log the worker’s lines only, each of them JSON', () => {
    const { reporter: json, written } = reporter('json');
    json.dryRun();
    json.progress({ step: 'asking', host: 'prep.example.net' });
    json.outcome(UNCHANGED);
    createSyncLog(json.logDestination).info({ outcome: 'unchanged' }, 'unchanged');
    const lines = written.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([{ msg: 'dry-run' }, expect.objectContaining({ outcome: 'unchanged' })]);
    expect(written.err).toBe('');
  });

  it('says to a person that nothing is done for real', () => {
    const { reporter: text, written } = reporter('text');
    text.dryRun();
    expect(written.out).toMatch(/^En seco: /);
  });
});
