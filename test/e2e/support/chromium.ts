import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SECONDS = 300;
/** Milliseconds of the page's own clock after which its document is taken. */
const PAGE_MS = 10_000;

/** Without what it asks of its maker at each start. */
const ALONE = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic'],
  ...['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export interface Visit {
  /** The document as it stood in the end. */
  readonly document: string;
  /** What pages and browser wrote to the console. */
  readonly console: string;
}

/**
 * Opens a page in Chromium, whatever the certificates of its servers say.
 * @param names address and port for each host name; others lead nowhere
 */
export function visit(url: string, names: Readonly<Record<string, string>>): Promise<Visit> {
  const profile = mkdtempSync(join(tmpdir(), 'difusor-chromium-'));
  const rules = [...Object.entries(names).map(([name, to]) => `MAP ${name} ${to}`), 'MAP * ~NOTFOUND'];
  const words = [
    ...ALONE,
    '--ignore-certificate-errors',
    '--enable-logging=stderr',
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=${rules.join(',')}`,
    `--virtual-time-budget=${PAGE_MS}`,
    '--dump-dom',
    url,
  ];
  return new Promise<Visit>((resolve, reject) => {
    const options = { timeout: SECONDS * 1000, maxBuffer: 2 ** 24, env: { ...process.env, HOME: profile } };
    execFile('chromium', words, options, (error, document, console) => {
      if (error) reject(new Error(console, { cause: error }));
      else resolve({ document, console });
    });
  }).finally(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
}
