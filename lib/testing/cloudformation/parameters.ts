import { validationError } from './aws-refusal.js';
import type { Json } from './json.js';
import type { ParameterTemplate, Template } from './template.js';

/** One parameter of a request: a value, or the wish to keep the one that the stack has. */
export interface GivenParameter {
  readonly key: string;
  readonly value: string | undefined;
  readonly usePrevious: boolean;
}

export interface ParameterValue {
  /** As it was given; for an SSM parameter, its name. */
  readonly given: string;
  /** What Ref gives: a list for list types, the parameter's content for SSM types. */
  readonly resolved: Json;
  readonly noEcho: boolean;
}

export type ParameterValues = Readonly<Record<string, ParameterValue>>;

const SSM_TYPE = /^AWS::SSM::Parameter::Value<(.+)>$/;
const LIST_TYPE = /^(CommaDelimitedList|List<.+>)$/;

/**
 * The value of each parameter of a template, from the request, the stack or the default.
 * @throws AwsRefusal `ValidationError` for one that is missing, unknown or not allowed
 */
export function resolveParameters(
  template: Template,
  given: readonly GivenParameter[],
  previous: ParameterValues,
  ssmValue: (name: string) => string | undefined,
): ParameterValues {
  const declared = template.Parameters ?? {};
  const unknown = given.map(({ key }) => key).filter((key) => declared[key] === undefined);
  if (unknown.length > 0) {
    throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  }
  const values = Object.entries(declared).map(
    ([key, parameter]) => [key, textOf(key, parameter, given, previous)] as const,
  );
  const missing = values.filter(([, text]) => text === undefined).map(([key]) => key);
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(', ')}] must have values`);
  return Object.fromEntries(
    values.map(([key, text = '']) => [
      key,
      resolveValue(key, declared[key] ?? { Type: 'String' }, text, ssmValue),
    ]),
  );
}

function textOf(
  key: string,
  parameter: ParameterTemplate,
  given: readonly GivenParameter[],
  previous: ParameterValues,
): string | undefined {
  const request = given.find((candidate) => candidate.key === key);
  const fallback = parameter.Default === undefined ? undefined : String(parameter.Default);
  return (request?.usePrevious === true ? previous[key]?.given : request?.value) ?? fallback;
}

function resolveValue(
  key: string,
  parameter: ParameterTemplate,
  given: string,
  ssmValue: (name: string) => string | undefined,
): ParameterValue {
  checkAllowed(key, parameter, given);
  const noEcho = String(parameter.NoEcho) === 'true';
  const ssmType = SSM_TYPE.exec(parameter.Type)?.[1];
  if (ssmType === undefined) return { given, resolved: asType(parameter.Type, given), noEcho };
  const stored = ssmValue(given);
  if (stored === undefined) {
    throw validationError(`Unable to fetch parameters [${given}] from parameter store for this account.`);
  }
  return { given, resolved: asType(ssmType, stored), noEcho };
}

function asType(type: string, text: string): Json {
  if (!LIST_TYPE.test(type)) return text;
  return text === '' ? [] : text.split(',').map((item) => item.trim());
}

function checkAllowed(key: string, parameter: ParameterTemplate, value: string): void {
  const { AllowedValues: allowed, AllowedPattern: pattern } = parameter;
  if (allowed !== undefined && !allowed.some((candidate) => String(candidate) === value)) {
    throw validationError(`Parameter '${key}' must be one of AllowedValues`);
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value)) {
    throw validationError(`Parameter '${key}' must match pattern ${pattern}`);
  }
}
