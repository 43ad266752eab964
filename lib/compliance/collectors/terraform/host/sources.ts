import { isUnresolved, type FactArea } from '../../../facts.js';
import type { Gaps } from '../gaps.js';
import { readHostFiles, type HostFiles } from '../host-files.js';
import { at } from '../json.js';
import { filesOfScript } from '../known/set-up-script.js';
import type { TerraformStack } from '../stack.js';
import { readText } from '../text.js';
import { readCloudInit, type CloudInit } from './cloud-init.js';
import { shellLines } from './commands.js';

/** All that a stack says of its one host. */
export interface HostSources {
  /** What describes the host: its user data, else what is applied to it. */
  readonly resource: string;
  readonly cloudInit: CloudInit | undefined;
  readonly files: HostFiles;
  /** Scripts by which it is set up. */
  readonly scripts: readonly Text[];
  /** Shell lines by which it is set up. */
  readonly lines: readonly string[];
}

/** What user data may hold. */
const AREAS: readonly FactArea[] = ['hosts', 'webServers', 'ingests', 'alarms', 'frames'];

/** Reads the user data beside the stack or in its resources, the files and the scripts that are applied. */
export function readSources(stack: TerraformStack, gaps: Gaps): HostSources {
  const cloudInit = cloudInitOf(stack, gaps);
  const scripts = scriptsOf(stack, gaps);
  const brought = scripts.flatMap(({ resource, text }) =>
    filesOfScript(text).map((file) => ({ ...file, resource })),
  );
  const files = readHostFiles(stack, [...(cloudInit?.files ?? []), ...brought]);
  const commands = [...(cloudInit?.commands ?? []), ...scripts.flatMap(({ text }) => text.split('\n'))];
  return {
    resource: cloudInit?.resource ?? scripts[0]?.resource ?? stack.name,
    cloudInit,
    files,
    scripts,
    lines: shellLines(commands, files),
  };
}

function cloudInitOf(stack: TerraformStack, gaps: Gaps): CloudInit | undefined {
  const given = userDataOf(stack, gaps);
  if (given === undefined) return undefined;
  const cloudInit = readCloudInit(given.text, given.resource);
  if (cloudInit === undefined) gaps.addAll(AREAS, given.resource, '#cloud-config');
  return cloudInit;
}

export interface Text {
  readonly resource: string;
  readonly text: string;
}

/** Scripts that are run on the host when it is set up: `input.script` of a resource. */
function scriptsOf(stack: TerraformStack, gaps: Gaps): Text[] {
  return stack.resources.flatMap(({ body, id }) => {
    const text = readText(at(body.input, 'script'), stack);
    if (isUnresolved(text)) gaps.addAll(AREAS, id, `script: ${text.unresolved}`);
    return typeof text === 'string' ? [{ resource: id, text }] : [];
  });
}

function userDataOf(stack: TerraformStack, gaps: Gaps): Text | undefined {
  if (stack.cloudInit !== undefined) return { resource: `${stack.name}/user-data`, text: stack.cloudInit };
  const found = stack.resources.flatMap(({ id, body }) => {
    const text = readText(body.user_data ?? body.cloud_init, stack);
    if (isUnresolved(text)) gaps.addAll(AREAS, id, `user_data: ${text.unresolved}`);
    return typeof text === 'string' ? [{ resource: id, text }] : [];
  });
  return found[0];
}
