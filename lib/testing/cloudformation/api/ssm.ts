import type { Account } from '../account.js';
import { AwsRefusal } from '../aws-refusal.js';
import { ssmValue } from '../ssm-value.js';
import { stringAt, type Json, type JsonObject } from '../json.js';

/** The content of a parameter that a stack made. @throws AwsRefusal `ParameterNotFound` */
export function getParameter(account: Account, region: string, input: Json): JsonObject {
  const name = stringAt(input, 'Name') ?? '';
  const value = ssmValue(account, name, region);
  if (value === undefined) throw new AwsRefusal('ParameterNotFound', name);
  return { Parameter: { Name: name, Type: 'String', Value: value, Version: 1 } };
}
