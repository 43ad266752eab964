import { Router, type AwsRequest } from '../../../../lib/testing/cloudformation/router.js';
import { deploy, QUEUE, testAccount } from './support.js';

const request = (
  changes: Partial<Omit<AwsRequest, 'url' | 'body'>> & { path?: string; text?: string },
): AwsRequest => ({
  method: changes.method ?? 'POST',
  url: new URL(changes.path ?? '/', 'http://stand-in'),
  headers: changes.headers ?? {},
  body: Buffer.from(changes.text ?? ''),
});
const signedFor = (region: string): AwsRequest['headers'] => ({
  authorization: `AWS4-HMAC-SHA256 Credential=AKIA/20270606/${region}/cloudformation/aws4_request`,
});

describe('Router', () => {
  it('answers each region with its own stacks', () => {
    const account = testAccount();
    deploy(account, { Resources: { Queue: QUEUE } }, { region: 'mx-central-1' });
    const router = new Router(account);
    const text = 'Action=DescribeStacks&StackName=site';
    expect(router.answer(request({ text, headers: signedFor('mx-central-1') })).body).toContain(
      '<StackStatus>CREATE_COMPLETE</StackStatus>',
    );
    expect(router.answer(request({ text }))).toMatchObject({
      status: 400,
      body: expect.stringContaining('Stack with id site does not exist') as string,
    });
  });

  it('speaks the query protocol, JSON and S3’s XML, refusals included', () => {
    const router = new Router(testAccount());
    expect(router.answer(request({ text: 'Action=GetCallerIdentity' })).body).toContain(
      '<Account>123456789012</Account>',
    );
    expect(
      router.answer(
        request({ headers: { 'x-amz-target': 'AmazonSSM.GetParameter' }, text: '{"Name":"/x"}' }),
      ),
    ).toMatchObject({
      status: 400,
      body: '{"__type":"ParameterNotFound","message":"/x"}',
    });
    expect(router.answer(request({ method: 'GET', path: '/nobody/key' }))).toMatchObject({
      status: 404,
      body: expect.stringContaining('<Error><Code>NoSuchBucket</Code>') as string,
    });
    expect(router.answer(request({ method: 'HEAD', path: '/nobody/key' }))).toMatchObject({
      status: 404,
      body: '',
    });
  });

  it('counts the calls by operation, refused ones too', () => {
    const router = new Router(testAccount());
    router.answer(request({ text: 'Action=GetCallerIdentity' }));
    router.answer(request({ text: 'Action=GetCallerIdentity' }));
    router.answer(request({ method: 'HEAD', path: '/nobody' }));
    router.answer(request({ text: 'Action=CreateStackSet' }));
    expect(router.calls).toEqual({ GetCallerIdentity: 2, HeadBucket: 1, CreateStackSet: 1 });
  });

  it('says which operations it does not play', () => {
    const router = new Router(testAccount());
    expect(router.answer(request({ text: 'Action=CreateStackSet' })).body).toContain(
      'The stand-in does not play CreateStackSet.',
    );
    expect(router.answer(request({ headers: { 'x-amz-target': 'AmazonSSM.PutParameter' } })).body).toContain(
      'does not play PutParameter',
    );
  });

  it('answers its own faults with a status that no client retries', () => {
    const account = testAccount();
    jest.spyOn(account, 'liveStacks').mockImplementation(() => {
      throw new TypeError('a defect');
    });
    const answer = new Router(account).answer(request({ text: 'Action=DescribeStacks' }));
    expect(answer).toMatchObject({
      status: 400,
      body: expect.stringMatching(/StandInFault.*a defect/s) as string,
    });
  });
});
