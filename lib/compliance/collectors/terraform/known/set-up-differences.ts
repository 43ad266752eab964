import type { FactArea } from '../../../facts.js';
import type { HostSources } from '../host/index.js';
import { packagesOf } from '../host/cloud-init.js';
import { at, isJson } from '../json.js';
import type { TerraformStack } from '../stack.js';
import { areasOf } from './host-files.js';
import { filesOfScript, readSetUpScript } from './set-up-script.js';
import { shellWords } from './shell-words.js';
import { commandsOf } from './user-data.js';

/** One thing that a new host gets and an existing one does not, or the other way round. */
export interface Difference {
  readonly resource: string;
  readonly line: string;
  readonly areas: readonly FactArea[];
}

const OF_COMMANDS: readonly FactArea[] = ['hosts', 'alarms'];

/** Where user data and script set up the same host, what only one of them does is not known to hold. */
export function setUpDifferences(stack: TerraformStack, sources: HostSources): Difference[] {
  return sources.scripts.flatMap(({ resource, text }) => {
    const told =
      (areas: readonly FactArea[]) =>
      (line: string): Difference => ({ resource, line, areas });
    const brought = filesOfScript(text).map(({ path }) => path);
    if (brought.length === 0) return [];
    const listed = listedFiles(stack, resource);
    const ofFiles = [
      ...apart(brought, listed),
      ...apart(
        brought,
        sources.cloudInit?.files.map(({ path }) => path),
      ),
    ];
    return [
      ...[...new Set(ofFiles)].map((path) => ({ resource, line: `${path}: 1/2`, areas: areasOf(path) })),
      ...ofCommands(text, sources).map(told(OF_COMMANDS)),
    ];
  });
}

/** Files that the resource of a script says it brings. */
function listedFiles({ resources }: TerraformStack, resource: string): string[] | undefined {
  const files = at(resources.find(({ id }) => id === resource)?.body.input, 'files');
  return isJson(files) ? Object.keys(files) : undefined;
}

function ofCommands(text: string, { files, cloudInit }: HostSources): string[] {
  if (cloudInit === undefined) return [];
  const { commands, accounts } = readSetUpScript(text, files);
  const [, packages = ''] = /^packages (.+)$/m.exec(text) ?? [];
  return [
    ...apart(
      commands.map((line) => (shellWords(line) ?? [line]).join(' ')),
      commandsOf(cloudInit),
    ),
    ...apart(accounts, namesOf(cloudInit.config.users)).map((name) => `account ${name}`),
    ...apart(packages.split(' '), packagesOf(cloudInit)).map((name) => `packages ${name}`),
  ];
}

function namesOf(users: unknown): string[] {
  return (Array.isArray(users) ? (users as unknown[]) : []).map((user) => String(at(user, 'name')));
}

/** What stands in one list only; nothing where there is but one. */
function apart(one: readonly string[], other: readonly string[] | undefined): string[] {
  if (other === undefined) return [];
  return [...one.filter((item) => !other.includes(item)), ...other.filter((item) => !one.includes(item))];
}
