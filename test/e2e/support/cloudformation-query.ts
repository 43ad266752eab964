/** CloudFormation's query API, bare: enough to hand small templates to the stand-in without the CDK. */
export class CloudFormationQuery {
  constructor(
    private readonly url: string,
    private readonly region = 'us-east-1',
  ) {}

  createStack(name: string, resources: object, outputs: object = {}): Promise<void> {
    return this.call('CreateStack', name, resources, outputs);
  }

  updateStack(name: string, resources: object, outputs: object = {}): Promise<void> {
    return this.call('UpdateStack', name, resources, outputs);
  }

  deleteStack(name: string): Promise<void> {
    return this.call('DeleteStack', name);
  }

  private async call(action: string, stack: string, Resources?: object, Outputs?: object): Promise<void> {
    const body = new URLSearchParams({ Action: action, Version: '2010-05-15', StackName: stack });
    if (Resources !== undefined) body.set('TemplateBody', JSON.stringify({ Resources, Outputs }));
    const response = await fetch(this.url, {
      method: 'POST',
      // moto reads service and region from the credential's scope, and checks no signature.
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=AKIASTANDIN/20270101/${this.region}/cloudformation/aws4_request`,
      },
      body,
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${action} ${stack}: ${answer}`);
  }
}
