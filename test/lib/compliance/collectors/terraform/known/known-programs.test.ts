import { firewallProgram } from '../../../../../../constructs/server/host/firewall-program.js';
import { hostFiles } from '../../../../../../constructs/server/host/host-parts.js';
import { renderSetUp } from '../../../../../../constructs/server/host/set-up.js';
import { watchProgram } from '../../../../../../constructs/server/host/watch-program.js';
import {
  isKnownProgram,
  isWatchProgram,
  KNOWN_PROGRAMS,
} from '../../../../../../lib/compliance/collectors/terraform/known/known-programs.js';
import { programDigest } from '../../../../../../lib/compliance/collectors/terraform/known/program-digest.js';
import { readSetUpScript } from '../../../../../../lib/compliance/collectors/terraform/known/set-up-script.js';
import { createMessages } from '../../../../../../lib/messages/index.js';
import { framePlan, serverPlan, sftpPlan } from '../../../../../support/server-plan.js';

const LOCALES = ['es', 'en'] as const;
const PATHS = {
  'security-updates': '/etc/apt/apt.conf.d/52difusor',
  'ban-action': '/etc/fail2ban/action.d/difusor.conf',
};

/** Where the toolkit's own text was changed on purpose, the digest that this test shows takes the place of the old one. */
describe('the digests of known programs', () => {
  test.each(LOCALES)("are those of the toolkit's own, in %s", (locale) => {
    const messages = createMessages(locale);
    expect(programDigest(firewallProgram('/etc/difusor/firewall.nft', 2200, messages))).toBe(
      KNOWN_PROGRAMS.firewall,
    );
    expect(programDigest(watchProgram(messages))).toBe(KNOWN_PROGRAMS.watch);
  });

  test.each(Object.entries(PATHS))('are those of the file of %s', (name, path) => {
    const plan = serverPlan();
    const content = hostFiles(plan, plan.server.hosts[0]!).find((file) => file.path === path)?.content;
    expect(programDigest(content ?? '')).toBe(KNOWN_PROGRAMS[name]);
  });

  test.each([
    ['rsync', serverPlan()],
    ['sftp', sftpPlan()],
    ['a frame', framePlan()],
    [
      'another system',
      serverPlan({ server: { ...serverPlan().server, otherSystem: true, ubuntu: '24.04' } }),
    ],
  ])('are those of the set-up script: %s', (_, plan) => {
    const host = plan.server.hosts[0]!;
    const brought = hostFiles(plan, host).map(
      ({ path, content }) => [path, { path, content, resource: 'r' }] as const,
    );
    for (const locale of LOCALES) {
      const text = renderSetUp(plan, host, createMessages(locale));
      const { unknown, accounts, commands } = readSetUpScript(text, new Map(brought));
      expect(unknown).toEqual([]);
      expect(accounts).toContain('difusor');
      expect(commands).toContain('systemctl enable docker.service');
    }
  });

  test.each([
    ['a line more', (text: string) => `${text}nft flush ruleset\n`],
    ['another word', (text: string) => text.replace('--fail', '--insecure')],
    [
      'an order for curl',
      (text: string) => text.replace('url = "%s"', 'url = "https://other.example"\\nproxy = "%s"'),
    ],
    ['a sentence that runs', (text: string) => text.replace(/echo '([^']*)'/, 'echo "$(reboot)"')],
  ])('change by %s', (_, change) => {
    const program = watchProgram(createMessages());
    expect(isWatchProgram(program)).toBe(true);
    expect(change(program)).not.toBe(program);
    expect(isKnownProgram(change(program))).toBe(false);
  });
});
