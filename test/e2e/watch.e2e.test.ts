import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createMessages } from '../../lib/messages/index.js';
import { watchProgram } from '../../constructs/server/host/watch-program.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { describePart } from './support/part.js';

const MINUTE = 60;

describePart('the watch of a host', ['watchTools'], () => {
  const folder = useTemporaryDirectory();
  const posts: Record<string, unknown>[] = [];
  let answer = 200;
  let docker = { code: 0, age: 0, there: true };
  let now = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (text: Buffer) => (body += text.toString()));
    request.on('end', () => {
      if (answer === 200) posts.push(JSON.parse(body) as Record<string, unknown>);
      response.writeHead(answer).end();
    });
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  const put = (name: string, content: string): string => {
    const path = join(folder(), name);
    writeFileSync(path, content);
    chmodSync(path, 0o755);
    return path;
  };
  beforeEach(() => {
    posts.length = 0;
    [answer, now] = [200, 1_000_000];
    docker = { code: 0, age: 0, there: true };
    mkdirSync(join(folder(), 'bin'));
    mkdirSync(join(folder(), 'state'));
    put('program', watchProgram(createMessages()));
    put('webhook', `http://127.0.0.1:${(server.address() as AddressInfo).port}/secreto\n`);
  });

  /** One run, as the timer starts it. */
  const run = async (found: Partial<typeof docker> = {}, more: Readonly<Record<string, string>> = {}) => {
    docker = { ...docker, ...found };
    const report = JSON.stringify({ freshness: { ageSeconds: docker.age } });
    put(
      'bin/docker',
      `#!/bin/sh\nif [ "$1" = exec ]; then echo '${report}'; exit ${docker.code}; fi\n${docker.there}\n`,
    );
    put('bin/date', `#!/bin/sh\necho ${now}\n`);
    const child = spawn('sh', [join(folder(), 'program')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: `${join(folder(), 'bin')}:${process.env.PATH}`,
        CONTAINER: 'prep-publisher',
        CONFIG: '/etc/prep/difusor.yaml',
        SITE: '/srv/site',
        SITE_NAME: 'prep.example.org',
        HOST: 'uno',
        MAX_AGE_SECONDS: String(45 * MINUTE),
        REPEAT_SECONDS: String(15 * MINUTE),
        WEBHOOK_FILE: join(folder(), 'webhook'),
        STATE_DIRECTORY: join(folder(), 'state'),
        ...more,
      },
    });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    await once(child, 'close');
    now += MINUTE;
    return said;
  };
  const states = () => posts.map(({ state }) => state);

  it('says each time how it stands, and posts nothing while all is well', async () => {
    expect(await run({ code: 0, age: 300, there: true })).toBe(
      'fine, 300 s: La copia está al día, o por abrir.\n',
    );
    await run();
    expect(posts).toEqual([]);
  });

  it('posts once when the state changes, again after the repeat time, and when it is well again', async () => {
    await run({ code: 0, age: 60, there: true });
    await run({ code: 3, age: 31 * MINUTE });
    await run({ age: 32 * MINUTE });
    expect(posts).toEqual([
      {
        text: expect.stringContaining('prep.example.org (uno): El instituto no ha entregado un corte nuevo'),
        host: 'uno',
        site: 'prep.example.org',
        state: 'late',
        ageSeconds: 31 * MINUTE,
      },
    ]);
    now += 15 * MINUTE;
    await run({ age: 44 * MINUTE });
    await run({ code: 4, age: 44 * MINUTE });
    await run({ code: 0, age: 0 });
    expect(states()).toEqual(['late', 'late', 'failing', 'fine']);
  });

  it('tells apart an age past the call’s limit', async () => {
    await run({ code: 3, age: 45 * MINUTE, there: true });
    await run({ age: 45 * MINUTE + 1 });
    expect(states()).toEqual(['late', 'late-overdue']);
    expect(posts[1]).toMatchObject({ text: expect.stringContaining('llega al límite de la convocatoria') });
  });

  it('waits for the first publisher, and cries out when one does not answer', async () => {
    expect(await run({ code: 1, there: false })).toBe('Aún no hay publicador en este servidor.\n');
    expect(posts).toEqual([]);
    await run({ code: 0, there: true });
    await run({ code: 1, there: false });
    expect(states()).toEqual(['silent']);
  });

  it('posts again in the next run where the webhook failed', async () => {
    answer = 500;
    expect(await run({ code: 4, age: 0, there: true })).toContain('no se pudo entregar');
    answer = 200;
    await run();
    expect(states()).toEqual(['failing']);
  });

  it('says that nobody was told where the file with the address is missing', async () => {
    expect(await run({ code: 4, there: true }, { WEBHOOK_FILE: join(folder(), 'none') })).toContain(
      'nadie fue avisado',
    );
  });

  it('keeps to the journal where the plan has no webhook', async () => {
    await run({ code: 4, there: true }, { WEBHOOK_FILE: '' });
    expect(readFileSync(join(folder(), 'state/last'), 'utf8')).toMatch(/^failing /);
    expect(posts).toEqual([]);
  });

  it('shows the webhook’s address in no list of processes', () => {
    const program = watchProgram(createMessages());
    expect(program).toContain('curl --config - ');
    expect(() => execFileSync('sh', ['-n'], { input: program })).not.toThrow();
  });
});
