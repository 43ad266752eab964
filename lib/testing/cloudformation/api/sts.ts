import { ACCOUNT_ID, type Account } from '../account.js';
import { AwsRefusal } from '../aws-refusal.js';
import type { QueryObject, QueryRequest } from '../query-protocol.js';

/** The SDK compares it with the machine's clock, and renews what has run out. */
const NEVER_EXPIRES = '2999-12-31T23:59:59Z';
const CALLER = `arn:aws:iam::${ACCOUNT_ID}:user/stand-in`;

/** Says who calls: always the same user of the stand-in's account. */
export function getCallerIdentity(): QueryObject {
  return { Account: ACCOUNT_ID, Arn: CALLER, UserId: 'AIDASTANDIN' };
}

/** Lends the credentials of a role, which must exist. @throws AwsRefusal `AccessDenied` */
export function assumeRole(account: Account, request: QueryRequest): QueryObject {
  const arn = request.text('RoleArn') ?? '';
  if (account.inventory.find('AWS::IAM::Role', (role) => role.attributes.Arn === arn) === undefined) {
    throw new AwsRefusal(
      'AccessDenied',
      `User: ${CALLER} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
      403,
    );
  }
  const session = request.text('RoleSessionName') ?? 'session';
  return {
    Credentials: {
      AccessKeyId: 'ASIASTANDIN',
      SecretAccessKey: 'stand-in',
      SessionToken: 'stand-in',
      Expiration: NEVER_EXPIRES,
    },
    AssumedRoleUser: { Arn: `${arn}/${session}`, AssumedRoleId: `AROASTANDIN:${session}` },
  };
}
