import { parse, stringify } from 'yaml';
import type { Stack, Body } from './synthesized-server.js';

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
export const userData = (from: string, to: string) => (stack: Stack) => {
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
export const file = (path: string, content: string) => (stack: Stack) => {
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
    `put '${path}' 0644 root:root <<'END_OF_FILE'\n${content}\nEND_OF_FILE\nsettle accounts\n`,
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
