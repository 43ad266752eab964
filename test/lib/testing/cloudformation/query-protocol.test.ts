import {
  encodeRefusal,
  encodeResult,
  escapeXml,
  QueryRequest,
} from '../../../../lib/testing/cloudformation/query-protocol.js';

describe('QueryRequest', () => {
  const request = new QueryRequest(
    new URLSearchParams({
      Action: 'CreateChangeSet',
      StackName: 'site',
      'Capabilities.member.1': 'CAPABILITY_IAM',
      'Capabilities.member.2': 'CAPABILITY_NAMED_IAM',
      'Tags.member.10.Key': 'last',
      'Tags.member.2.Key': 'owner',
      'Tags.member.2.Value': 'me',
    }),
  );

  it('reads scalars', () => {
    expect([request.action, request.text('StackName'), request.text('TemplateURL')]).toEqual([
      'CreateChangeSet',
      'site',
      undefined,
    ]);
  });

  it('reads lists in the order of their numbers', () => {
    expect(request.texts('Capabilities')).toEqual(['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM']);
    expect(request.members('Tags')).toEqual([{ Key: 'owner', Value: 'me' }, { Key: 'last' }]);
    expect(request.members('Parameters')).toEqual([]);
  });
});

describe('encodeResult', () => {
  it('writes structures, lists and scalars, and leaves out what is undefined', () => {
    expect(
      encodeResult('DescribeStacks', {
        Stacks: [{ Name: 'a<b', Protected: false, Reason: undefined }],
        Empty: [],
      }),
    ).toBe(
      '<DescribeStacksResponse><DescribeStacksResult>' +
        '<Stacks><member><Name>a&#60;b</Name><Protected>false</Protected></member></Stacks><Empty></Empty>' +
        '</DescribeStacksResult><ResponseMetadata><RequestId>stand-in</RequestId></ResponseMetadata></DescribeStacksResponse>',
    );
  });
});

describe('encodeRefusal', () => {
  it('writes the code and the words', () => {
    expect(encodeRefusal('ValidationError', 'no & never')).toContain(
      '<Code>ValidationError</Code><Message>no &#38; never</Message>',
    );
  });
});

describe('escapeXml', () => {
  it('escapes what would be read as markup or lost', () => {
    expect(escapeXml('<a href="x">\n&')).toBe('&#60;a href=&#34;x&#34;&#62;&#10;&#38;');
  });
});
