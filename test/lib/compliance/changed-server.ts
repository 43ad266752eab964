import { parse, stringify } from 'yaml';
import { renderSetUp } from '../../../constructs/server/host/set-up.js';
import { PLANS, type Stack, type Body } from './synthesized-server.js';

export const LO = 'iif "lo" accept';
export const TABLE_END = 'tcp dport { 80, 443 } accept\n  }\n}\n';
export const SUDOERS = 'instituto ALL=(ALL:ALL) NOPASSWD:ALL\n';

/** In every text of the stack, and in its user data. */
export const text = (from: string, to: string) => (stack: Stack) => {
  const escaped = (one: string): string => JSON.stringify(one).slice(1, -1);
  const before = JSON.stringify(stack.template);
  const after = before.split(escaped(from)).join(escaped(to));
  expect(after).not.toBe(before);
  Object.assign(stack.template, JSON.parse(after));
  const [head = '', ...rest] = stack.cloudInit.split('\n');
  const config = JSON.stringify(parse(rest.join('\n')));
  stack.cloudInit = `${head}\n${stringify(JSON.parse(config.split(escaped(from)).join(escaped(to))))}`;
};
/** A rule more of the packet filter, before those that drop. */
export const firewall = (rule: string) => text(LO, `${LO}\n    ${rule}`);
/** Another last rule of the packet filter, which drops nothing by itself. */
export const last = (rule: string) =>
  both(
    text('policy drop;', 'policy accept;'),
    both(
      text('log prefix "difusor-drop: "\n    counter drop\n', `log prefix "difusor-drop: "\n    ${rule}\n`),
      text('  chain control {\n', '  chain bad {\n    drop\n  }\n\n  chain control {\n'),
    ),
  );
export const userData = (from: string | RegExp, to: string) => (stack: Stack) => {
  const after = stack.cloudInit.replace(from, () => to);
  expect(after).not.toBe(stack.cloudInit);
  stack.cloudInit = after;
};
export const script = (from: string, to: string) => (stack: Stack) => {
  const input = stack.template.resource.terraform_data!.host!.input as Body;
  const before = String(input.script);
  input.script = before.replace(from, () => to);
  expect(input.script).not.toBe(before);
};
export const container = (name: string, change: Body) => (stack: Stack) => {
  const body = stack.template.resource.docker_container![name]!;
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) delete body[key];
    else body[key] = value;
  }
};
export const mounted = (name: string, volume: Body) => (stack: Stack) => {
  (stack.template.resource.docker_container![name]!.volumes as Body[]).push(volume);
};
/** A file more, which user data and script bring alike. */
export const file = (path: string, text: string) => (stack: Stack) => {
  const content = text.endsWith('\n') ? text : `${text}\n`;
  stack.cloudInit = stack.cloudInit.replace(
    'write_files:\n',
    `write_files:\n  - path: ${path}\n    content: ${JSON.stringify(content)}\n`,
  );
  const input = stack.template.resource.terraform_data!.host!.input as {
    files: Record<string, string>;
    script: string;
  };
  input.files[path] = content;
  input.script = input.script.replace(
    'settle accounts\n',
    `put '${path}' 0644 root:root <<'END_OF_FILE'\n${content}END_OF_FILE\nsettle accounts\n`,
  );
};
export const resource = (type: string, body: Body) => (stack: Stack) => {
  (stack.template.resource[type] ??= {}).more = body;
};
export const command = (name: string, words: readonly string[]) => container(name, { command: words });
export const both = (one: (stack: Stack) => void, other: (stack: Stack) => void) => (stack: Stack) => {
  one(stack);
  other(stack);
};
/** A set-up script that takes other systems too. */
export const elsewhere = (stack: Stack) => {
  const plan = { ...PLANS.rsync, server: { ...PLANS.rsync.server, otherSystem: true } };
  const input = stack.template.resource.terraform_data!.host!.input as Body;
  input.script = renderSetUp(plan, plan.server.hosts[0]!).replace(/[$%](?=\{)/g, '$&$&');
};
