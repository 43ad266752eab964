import { describeFailure } from '../../../lib/cli/report-error.js';
import { DifusorError } from '../../../lib/errors.js';
import { cli } from '../../support/cli.js';

const HOSTILE = '\u001b[31mx\u0007\u202ey\u009b';

describe('describeFailure', () => {
  it.each([
    ['one of the toolkit’s own', new DifusorError('CUT_NOT_FOUND', { generation: HOSTILE })],
    ['any other', new Error(HOSTILE)],
  ])('shows what a terminal would obey, and keeps the lines: %s', (_what, error) => {
    const text = describeFailure(error, 'es');
    expect(text).toContain('\\u001b[31mx\\u0007\\u202ey\\u009b');
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(text.split('\n').length).toBeGreaterThanOrEqual(3);
  });

  it.each([[[HOSTILE]], [['schema', HOSTILE]], [['explain', HOSTILE]], [['status', `--${HOSTILE}`]]])(
    'so does every command line that is refused: %j',
    async (argv) => {
      const { status, err } = await cli(argv);
      expect(status).toBe(1);
      expect(err).toContain('\\u001b');
      expect(err).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    },
  );
});
