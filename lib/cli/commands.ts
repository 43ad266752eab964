import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { VANTAGES } from '../compliance/index.js';
import type { Operation } from '../journal/index.js';
import { LOCALES, type MessageId, type Messages } from '../messages/index.js';
import { archiveExtract, archiveList, type ArchiveOptions } from './archive.js';
import { audit, type AuditOptions } from './audit.js';
import { check, type CheckOptions } from './check.js';
import type { CliContext } from './context.js';
import type { ExitCode } from './exit-codes.js';
import { explain } from './explain.js';
import { journal, verifyJournalCommand, type JournalOptions } from './journal.js';
import { order, type OrderOptions } from './order.js';
import { schema, SCHEMA_NAMES } from './schema.js';
import { status, type StatusOptions } from './status.js';
import { sync, type SyncOptions } from './sync.js';

/** What the commands are built on. */
export interface CommandSetting {
  readonly context: CliContext;
  readonly messages: Messages;
  /** Takes the exit status of the command that ran. */
  readonly finish: (code: ExitCode) => void;
}

/** Orders whose command is named as they are. */
type PlainOrder = Exclude<Operation, `notice-${string}`>;

const DEFAULT_EVERY_SECONDS = 60;
const EVERY_SECONDS = [1, 3600] as const;
const DEFAULT_UPLOAD_MEGABYTES = 100;
const UPLOAD_MEGABYTES = [0, 1000] as const;

/** Every command of `difusor`, in the order in which help lists them. */
export function createCommands(setting: CommandSetting): readonly Command[] {
  return [...provisionCommands(setting), ...publishCommands(setting), schemaCommand(setting)];
}

function provisionCommands({ context, messages, finish }: CommandSetting): Command[] {
  const { command, text } = builder(messages);
  return [
    command('check', 'cli.check')
      .option('-c, --config <path>', text('cli.option.config'))
      .option('--template <paths...>', text('cli.check.template'))
      .option('--live <files...>', text('cli.check.live'))
      .option('--json', text('cli.option.json'))
      .action(async (options: CheckOptions) => finish(await check(options, context, messages))),
    auditCommand({ context, messages, finish }),
    command('explain', 'cli.explain')
      .argument('<clause>', text('cli.explain.clause'))
      .action((subject: string) => explain(subject, context, messages)),
  ];
}

function auditCommand({ context, messages, finish }: CommandSetting): Command {
  const { command, text } = builder(messages);
  const megabytes = (value: string): number => wholeOf(value, '--upload-mb', UPLOAD_MEGABYTES);
  return command('audit', 'cli.audit')
    .option('-c, --config <path>', text('cli.option.config'))
    .option('--host <name>', text('cli.audit.host'))
    .addOption(new Option('--vantage <place>', text('cli.audit.vantage')).choices(VANTAGES))
    .option('--merge <files...>', text('cli.audit.merge'))
    .option('--upload-mb <number>', text('cli.audit.upload-mb'), megabytes, DEFAULT_UPLOAD_MEGABYTES)
    .option('--identity <path>', text('cli.audit.identity'))
    .option('--ingest-identity <path>', text('cli.audit.ingest-identity'))
    .option('--force', text('cli.audit.force'))
    .option('--json', text('cli.option.json'))
    .action(async (options: AuditOptions) => finish(await audit(options, context, messages)));
}

function publishCommands(setting: CommandSetting): Command[] {
  return [
    syncCommand(setting),
    statusCommand(setting),
    orderCommand(setting, 'rollback').option('--to <generation>', setting.messages.text('cli.order.to')),
    noticeCommand(setting),
    orderCommand(setting, 'open'),
    orderCommand(setting, 'close'),
    orderCommand(setting, 'accept-gap'),
    journalCommand(setting),
    archiveCommand(setting),
  ];
}

function syncCommand({ context, messages, finish }: CommandSetting): Command {
  const { siteCommand, text } = builder(messages);
  const seconds = (value: string): number => wholeOf(value, '--every', EVERY_SECONDS);
  return siteCommand('sync', 'cli.sync')
    .requiredOption('--archive <path>', text('cli.sync.archive'))
    .option('--secret <path>', text('cli.sync.secret'))
    .option('--package <path>', text('cli.sync.package'))
    .option('--watch', text('cli.sync.watch'))
    .option('--every <seconds>', text('cli.sync.every'), seconds, DEFAULT_EVERY_SECONDS)
    .addOption(new Option('--log <form>', text('cli.sync.log')).choices(['text', 'json']))
    .option('--dry-run', text('cli.option.dry-run'))
    .action(async (options: SyncOptions) => finish(await sync(options, context, messages)));
}

function wholeOf(value: string, flag: string, [least, most]: readonly [number, number]): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`'${flag}'`);
}

function statusCommand({ context, messages, finish }: CommandSetting): Command {
  const { siteCommand, text } = builder(messages);
  return siteCommand('status', 'cli.status')
    .option('--json', text('cli.option.json'))
    .action(async (options: StatusOptions) => finish(await status(options, context, messages)));
}

function orderCommand(setting: CommandSetting, operation: PlainOrder): Command {
  const { context, messages, finish } = setting;
  return orderOptions(messages, operation).action(async (options: OrderOptions) =>
    finish(await order(operation, options, context, messages)),
  );
}

/** `difusor notice on|off`. */
function noticeCommand({ context, messages, finish }: CommandSetting): Command {
  return orderOptions(messages, 'notice')
    .addArgument(new Argument('<state>', messages.text('cli.notice.state')).choices(['on', 'off']))
    .action(async (state: 'on' | 'off', options: OrderOptions) =>
      finish(await order(`notice-${state}`, options, context, messages)),
    );
}

function orderOptions(messages: Messages, name: PlainOrder | 'notice'): Command {
  const { siteCommand, text } = builder(messages);
  return siteCommand(name, `cli.${name}`)
    .requiredOption('--reason <text>', text('cli.order.why'))
    .option('--dry-run', text('cli.option.dry-run'));
}

function journalCommand({ context, messages, finish }: CommandSetting): Command {
  const { command, text } = builder(messages);
  const withFile = (each: Command): Command =>
    each
      .option('--directory <path>', text('cli.sync.directory'))
      .option('--file <path>', text('cli.journal.file'));
  return withFile(command('journal', 'cli.journal'))
    .option('--last <number>', text('cli.journal.last'))
    .option('--json', text('cli.option.json'))
    .action(async (options: JournalOptions) => finish(await journal(options, context, messages)))
    .addCommand(
      withFile(command('verify', 'cli.journal.verify'))
        .option('--from-log', text('cli.journal.from-log'))
        .action(async (_options, verify: Command) =>
          finish(await verifyJournalCommand(verify.optsWithGlobals(), context, messages)),
        ),
    );
}

function archiveCommand({ context, messages, finish }: CommandSetting): Command {
  const { command, text } = builder(messages);
  const inArchive = (each: Command): Command =>
    each.requiredOption('--archive <path>', text('cli.sync.archive'));
  return command('archive', 'cli.archive')
    .helpCommand(false)
    .addCommand(
      inArchive(command('list', 'cli.archive.list'))
        .option('--verify', text('cli.archive.verify'))
        .option('--json', text('cli.option.json'))
        .action(async (options: ArchiveOptions) => finish(await archiveList(options, context, messages))),
    )
    .addCommand(
      inArchive(command('extract', 'cli.archive.extract'))
        .argument('<generation>', text('cli.archive.generation'))
        .requiredOption('--to <path>', text('cli.archive.to'))
        .action(async (generation: string, options: ArchiveOptions & { readonly to: string }) =>
          finish(await archiveExtract(generation, options, context, messages)),
        ),
    );
}

function schemaCommand({ context, messages }: CommandSetting): Command {
  return builder(messages)
    .command('schema', 'cli.schema')
    .argument('<name>', SCHEMA_NAMES.join(', '))
    .action((name: string) => schema(name, context, messages));
}

interface Builder {
  readonly text: (id: MessageId) => string;
  readonly command: (name: string, description: MessageId) => Command;
  /** A command about one site. */
  readonly siteCommand: (name: string, description: MessageId) => Command;
}

function builder(messages: Messages): Builder {
  const text = (id: MessageId): string => messages.text(id);
  const language = new Option('--lang <lang>', text('cli.option.lang')).choices(LOCALES);
  const command = (name: string, description: MessageId): Command =>
    new Command(name).description(text(description)).addOption(language);
  const siteCommand = (name: string, description: MessageId): Command =>
    command(name, description)
      .option('-c, --config <path>', text('cli.option.config'))
      .option('--directory <path>', text('cli.sync.directory'))
      .option('--bucket <name>', text('cli.option.bucket'))
      .option('--key-value-store <arn>', text('cli.option.key-value-store'));
  return { text, command, siteCommand };
}
