import { parseDocument } from 'yaml';
import { z } from 'zod';
import { validationError } from './aws-refusal.js';

const json = z.json();

const policySchema = z.enum(['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot']);

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), json).optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  Condition: z.string().optional(),
  DeletionPolicy: policySchema.optional(),
  UpdateReplacePolicy: policySchema.optional(),
  Metadata: json.optional(),
});

const parameterSchema = z.looseObject({
  Type: z.string(),
  Default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  AllowedValues: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
  AllowedPattern: z.string().optional(),
  NoEcho: z.union([z.boolean(), z.string()]).optional(),
});

const outputSchema = z.looseObject({
  Value: json,
  Description: z.string().optional(),
  Condition: z.string().optional(),
  Export: z.object({ Name: json }).optional(),
});

const ruleSchema = z.looseObject({
  RuleCondition: json.optional(),
  Assertions: z.array(z.looseObject({ Assert: json, AssertDescription: z.string().optional() })),
});

const templateSchema = z.looseObject({
  Resources: z.record(z.string(), resourceSchema),
  Parameters: z.record(z.string(), parameterSchema).optional(),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), json))).optional(),
  Conditions: z.record(z.string(), json).optional(),
  Rules: z.record(z.string(), ruleSchema).optional(),
  Outputs: z.record(z.string(), outputSchema).optional(),
  Transform: json.optional(),
});

export type Template = z.infer<typeof templateSchema>;
export type ResourceTemplate = z.infer<typeof resourceSchema>;
export type ParameterTemplate = z.infer<typeof parameterSchema>;
export type DeletionPolicy = z.infer<typeof policySchema>;

export const EMPTY_TEMPLATE: Template = { Resources: {} };

/** Bytes of the largest template that CloudFormation takes from S3. */
const MAX_TEMPLATE_BYTES = 1_000_000;
const MAX_RESOURCES = 500;
const TIMESTAMP_TAG = 'tag:yaml.org,2002:timestamp';

/**
 * Reads a template in JSON or in the long form of YAML, and holds it to CloudFormation's size limits.
 * @throws AwsRefusal `ValidationError` when it is no template
 */
export function parseTemplate(body: string): Template {
  if (Buffer.byteLength(body) > MAX_TEMPLATE_BYTES) {
    throw validationError(`Template may not exceed ${MAX_TEMPLATE_BYTES} bytes in size.`);
  }
  const parsed = templateSchema.safeParse(readDocument(body));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `[${issue.path.join('/')}] ${issue.message}`);
    throw validationError(`Template format error: ${faults.join('; ')}`);
  }
  const count = Object.keys(parsed.data.Resources).length;
  if (count === 0) {
    throw validationError('Template format error: At least one Resources member must be defined.');
  }
  if (count > MAX_RESOURCES) {
    throw validationError(
      `Template format error: Number of resources, ${count}, is greater than maximum allowed, ${MAX_RESOURCES}`,
    );
  }
  if (parsed.data.Transform !== undefined) {
    throw validationError('The stand-in runs no transforms; deploy a template without Transform.');
  }
  return parsed.data;
}

function readDocument(body: string): unknown {
  try {
    return body.trimStart().startsWith('{') ? JSON.parse(body) : readYaml(body);
  } catch (error) {
    throw validationError(`Template format error: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readYaml(body: string): unknown {
  const document = parseDocument(body, {
    // CloudFormation reads YAML 1.1, but keeps a date such as a policy's version as text.
    schema: 'yaml-1.1',
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== TIMESTAMP_TAG),
  });
  // A short form such as !Ref is a tag that the reader does not know, and would pass as a plain string.
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw fault;
  return document.toJS();
}
