/** A JSON value without intrinsic functions. */
export type ResolvedValue =
  string | number | boolean | null | ResolvedValue[] | { [key: string]: ResolvedValue };

/** A resource that exists in the stand-in's account. */
export interface StandInResource {
  readonly logicalId: string;
  /** E.g. `AWS::S3::Bucket`. */
  readonly type: string;
  /** What Ref gives. */
  readonly physicalId: string;
  /** As the service would get them: no intrinsic function is left. */
  readonly properties: Readonly<Record<string, ResolvedValue>>;
  /** What Fn::GetAtt gives; made up, in the services' form. */
  readonly attributes: Readonly<Record<string, ResolvedValue>>;
}

/** A resource that a retention policy left behind. */
export interface RetainedResource extends StandInResource {
  /** Stack that made it. */
  readonly stack: string;
  readonly region: string;
}

/** A stack that has not been deleted. */
export interface StandInStack {
  readonly name: string;
  readonly region: string;
  /** CloudFormation's status, e.g. `UPDATE_ROLLBACK_COMPLETE`. */
  readonly status: string;
  readonly terminationProtection: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  /** By logical id. */
  readonly resources: Readonly<Record<string, StandInResource>>;
}

export interface CloudFormationStandInOptions {
  /**
   * Resource types that fail when a deployment makes or changes one.
   * @default none fails
   */
  readonly failTypes?: readonly string[];
  /**
   * The instant that the services take for now, e.g. to refuse a schedule that has ended. Events always carry the
   * machine's time, because the CDK CLI passes over events older than its own start.
   * @default the machine's time
   */
  readonly clock?: () => Date;
}

/** AWS's control plane on loopback, as far as the CDK CLI needs it. */
export interface CloudFormationStandIn {
  /** Endpoint for AWS_ENDPOINT_URL, on 127.0.0.1 and a port of the system's choice. */
  readonly url: string;
  /** The one account, 12 digits. */
  readonly account: string;
  /** Region of a request that is not signed for any. */
  readonly region: string;
  /** The stacks of all regions, in the order in which they were made. */
  stacks(): StandInStack[];
  /** How often each AWS operation was called. */
  calls(): Readonly<Record<string, number>>;
  /** Lets deployments fail at a resource type; the function that it gives ends that. */
  failOn(type: string): () => void;
  /** What deleted stacks, or stacks without the resource, left behind by policy. */
  retained(): RetainedResource[];
  close(): Promise<void>;
}
