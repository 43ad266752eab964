import type { Account } from './account.js';
import { asText } from './json.js';

/** The content of an SSM parameter of a region; `undefined` where no stack has made it. */
export function ssmValue(account: Account, name: string, region: string): string | undefined {
  const found = account.inventory.find(
    'AWS::SSM::Parameter',
    (parameter) => parameter.physicalId === name && parameter.region === region,
  );
  return found === undefined ? undefined : asText(found.properties.Value);
}
