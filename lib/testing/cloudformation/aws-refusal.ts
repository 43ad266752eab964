/** What a service answers instead of a result: its error code, its words and the HTTP status. */
export class AwsRefusal extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'AwsRefusal';
    this.code = code;
    this.status = status;
  }
}

/** CloudFormation's refusal of a template or a request. */
export function validationError(message: string): AwsRefusal {
  return new AwsRefusal('ValidationError', message);
}

/** A service's refusal of one resource, in the words in which CloudFormation passes it on. */
export function handlerRefusal(service: string, message: string, handlerCode = 'InvalidRequest'): AwsRefusal {
  return new AwsRefusal(
    handlerCode,
    `Resource handler returned message: "${message} (Service: ${service}, Status Code: 400, Request ID: stand-in)"` +
      ` (RequestToken: stand-in, HandlerErrorCode: ${handlerCode})`,
  );
}
