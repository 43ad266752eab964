import type { NameResolver } from '../audit/index.js';
import type { Plan } from '../config/index.js';

/** One synthesized stack of AWS, as `bin` hands it in: lib knows no CDK. */
export interface SynthesizedTemplate {
  readonly kind?: undefined;
  readonly name: string;
  readonly region: string;
  /** CloudFormation, as parsed JSON. */
  readonly template: unknown;
}

/** One synthesized stack of a server. */
export interface SynthesizedServer {
  readonly kind: 'terraform';
  readonly name: string;
  readonly region?: undefined;
  /** Terraform in JSON, parsed. */
  readonly template: unknown;
  /** User data of a new host, as `#cloud-config` YAML; absent: the host is there. */
  readonly cloudInit?: string;
}

export type SynthesizedStack = SynthesizedTemplate | SynthesizedServer;

/** What the commands need of the world; `bin` gives the real one, a test its own. */
export interface CliContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: () => Date;
  /** @default the name servers of this machine */
  readonly resolver?: NameResolver;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
  /** Whether the output is a terminal that shows colours. */
  readonly color: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Sources of the edge function that the judge may take for the toolkit's own. */
  readonly edgeFunctionSources: () => readonly string[];
  /** Comes when the process is told to end; asking for it keeps the process from ending at once. */
  readonly stopSignal: () => AbortSignal;
  readonly synthesize: (plan: Plan, now: Date) => Promise<readonly SynthesizedStack[]>;
}
