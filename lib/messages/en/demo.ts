/** Words of the demonstration that the README's first command runs. */
export const demo = {
  'demo.check': 'Synthesis of {example}, judged against the call',
  'demo.deploy': 'Deploy with the CDK CLI onto a local CloudFormation stand-in',
  'demo.deployed': '{name}: {count} resources in the stand-in (none in AWS). Outputs:',
  'demo.publish': 'Two sample cuts, as if it were the night of {night}',
  'demo.next': 'What comes next',
  'demo.next.steps': `1. Copy examples/bcs/difusor.yaml; put in your institution, domain and dates.
2. DIFUSOR=my/difusor.yaml npx difusor check
3. npx cdk bootstrap, once, and npx cdk deploy -c difusor=my/difusor.yaml
4. Send the fixed IP to the institute; fill the secret with its credentials.
On servers of your own: DIFUSOR=examples/veracruz/difusor.yaml node dist/bin/server.js
and docs/servidor.md. npm test passes the tests; the README tells the rest.`,
} as const;
