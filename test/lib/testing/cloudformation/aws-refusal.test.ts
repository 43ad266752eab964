import {
  AwsRefusal,
  handlerRefusal,
  validationError,
} from '../../../../lib/testing/cloudformation/aws-refusal.js';

describe('AwsRefusal', () => {
  it('carries the code, the words and the status of the answer', () => {
    const refusal = new AwsRefusal('NoSuchKey', 'The specified key does not exist.', 404);
    expect(refusal).toMatchObject({
      code: 'NoSuchKey',
      message: 'The specified key does not exist.',
      status: 404,
    });
    expect(validationError('no')).toMatchObject({ code: 'ValidationError', status: 400 });
  });

  it('passes a service’s words on as CloudFormation does', () => {
    expect(handlerRefusal('Wafv2', 'The scope is not valid.').message).toBe(
      'Resource handler returned message: "The scope is not valid. (Service: Wafv2, Status Code: 400, Request ID: stand-in)"' +
        ' (RequestToken: stand-in, HandlerErrorCode: InvalidRequest)',
    );
  });
});
