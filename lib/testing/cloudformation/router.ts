import type { IncomingHttpHeaders } from 'node:http';
import type { Account } from './account.js';
import { CLOUDFORMATION_ACTIONS } from './api/cloudformation.js';
import { answerS3, encodeS3Refusal, s3Operation } from './api/s3.js';
import { getParameter } from './api/ssm.js';
import { assumeRole, getCallerIdentity } from './api/sts.js';
import { AwsRefusal } from './aws-refusal.js';
import type { Json } from './json.js';
import { encodeRefusal, encodeResult, QueryRequest, type QueryObject } from './query-protocol.js';
import { signingRegion } from './signing-region.js';

/** Region of a request that is not signed for any. */
export const DEFAULT_REGION = 'us-east-1';

export interface AwsRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface AwsResponse {
  readonly status: number;
  readonly body: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One of the three ways in which AWS services are spoken to. */
interface Protocol {
  /** The name of the operation, as AWS calls it. */
  operation(request: AwsRequest): string;
  answer(account: Account, request: AwsRequest, region: string): AwsResponse;
  refuse(refusal: AwsRefusal, request: AwsRequest): AwsResponse;
}

const XML = { 'content-type': 'text/xml' };
const JSON_1_1 = { 'content-type': 'application/x-amz-json-1.1' };

const query: Protocol = {
  operation: (request) => formOf(request).action,
  answer: (account, request, region) => {
    const form = formOf(request);
    return { status: 200, body: encodeResult(form.action, answerQuery(account, form, region)), headers: XML };
  },
  refuse: ({ code, message, status }) => ({ status, body: encodeRefusal(code, message), headers: XML }),
};

const json: Protocol = {
  operation: (request) => targetOf(request),
  answer: (account, request, region) => {
    if (targetOf(request) !== 'GetParameter') throw unknownOperation(targetOf(request));
    const input = JSON.parse(request.body.toString('utf8')) as Json;
    return { status: 200, body: JSON.stringify(getParameter(account, region, input)), headers: JSON_1_1 };
  },
  refuse: ({ code, message, status }) => ({
    status,
    body: JSON.stringify({ __type: code, message }),
    headers: JSON_1_1,
  }),
};

const s3: Protocol = {
  operation: (request) => s3Operation(request) ?? `S3 ${request.method}`,
  answer: (account, request) => answerS3(account, request),
  refuse: ({ code, message, status }, { method }) => ({
    status,
    body: method === 'HEAD' ? '' : encodeS3Refusal(code, message),
    headers: XML,
  }),
};

/** Answers requests of all services and regions for one account, and counts them. */
export class Router {
  readonly calls: Record<string, number> = {};

  constructor(private readonly account: Account) {}

  answer(request: AwsRequest): AwsResponse {
    const protocol = protocolOf(request);
    const operation = protocol.operation(request);
    this.calls[operation] = (this.calls[operation] ?? 0) + 1;
    const region = signingRegion(request.headers.authorization) ?? DEFAULT_REGION;
    try {
      return protocol.answer(this.account, request, region);
    } catch (error) {
      // Anything else is the stand-in's own fault: status 400 keeps the client from trying again for a minute.
      const refusal =
        error instanceof AwsRefusal
          ? error
          : new AwsRefusal(
              'StandInFault',
              error instanceof Error ? (error.stack ?? error.message) : String(error),
            );
      return protocol.refuse(refusal, request);
    }
  }
}

function protocolOf({ headers, method, url }: AwsRequest): Protocol {
  if (headers['x-amz-target'] !== undefined) return json;
  return method === 'POST' && url.pathname === '/' ? query : s3;
}

function answerQuery(account: Account, form: QueryRequest, region: string): QueryObject {
  if (form.action === 'GetCallerIdentity') return getCallerIdentity();
  if (form.action === 'AssumeRole') return assumeRole(account, form);
  const action = CLOUDFORMATION_ACTIONS[form.action];
  if (action === undefined) throw unknownOperation(form.action);
  return action(account, form, region);
}

function formOf(request: AwsRequest): QueryRequest {
  return new QueryRequest(new URLSearchParams(request.body.toString('utf8')));
}

/** The last part of e.g. `AmazonSSM.GetParameter`. */
function targetOf({ headers }: AwsRequest): string {
  return String(headers['x-amz-target']).split('.').pop() ?? '';
}

function unknownOperation(name: string): AwsRefusal {
  return new AwsRefusal('InvalidAction', `The stand-in does not play ${name}.`);
}
