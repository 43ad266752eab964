// The stack of examples/bcs as somebody would write it by hand with aws-cdk-lib: no plan, no YAML, no schema, no
// catalogue of messages. It is the yardstick of `npm run bench:synth` and is never deployed.
'use strict';
const { App, CfnOutput, Fn, Stack, Tags } = require('aws-cdk-lib');
const { KeyValueStore } = require('aws-cdk-lib/aws-cloudfront');
const { HostedZone } = require('aws-cdk-lib/aws-route53');
const { accessLogs } = require('./bare/access-logs.cjs');
const { buckets: makeBuckets } = require('./bare/buckets.cjs');
const { settings } = require('./bare/constants.cjs');
const { distribution: makeDistribution } = require('./bare/distribution.cjs');
const { firewall } = require('./bare/firewall.cjs');
const { network: makeNetwork } = require('./bare/network.cjs');
const { schedule } = require('./bare/schedule.cjs');
const { watch } = require('./bare/watch.cjs');
const { worker: makeWorker } = require('./bare/worker.cjs');

const name = 'difusor-bcs-2024';
const domain = 'prep.example.org';

class BareStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: 'Z0123456789ABCDEFGHIJ',
      zoneName: 'example.org',
    });
    const store = new KeyValueStore(this, 'Pointer', {
      keyValueStoreName: name,
      comment: 'difusor: pointer to the live cut; only the sync worker writes it',
    });
    const buckets = makeBuckets(this);
    const distribution = makeDistribution(this, {
      name,
      domain,
      zone,
      webAclId: firewall(this, name),
      bucket: buckets.site,
      keyValueStore: store,
    });
    const network = makeNetwork(this);
    const worker = makeWorker(this, name, { buckets, store, network });
    schedule(this, name, worker);
    accessLogs(this, name, { distribution, bucket: buckets.logs });
    watch(this, name, { distribution, fn: worker.fn });
    this.outputs(network.address, distribution);
  }

  get availabilityZones() {
    return [Fn.select(0, Fn.getAzs()), Fn.select(1, Fn.getAzs())];
  }

  outputs(address, { distributionDomainName: target }) {
    const output = (id, value, description) => new CfnOutput(this, id, { value, description });
    const console = `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}`;
    output('FixedIp', address.attrPublicIp, 'IP fija que se comunica al instituto');
    output('DnsRecords', `${domain} A/AAAA → ${target}`, 'Registros DNS que ya se crearon');
    output('DistributionDomain', target, 'Dominio de la distribución de CloudFront');
    output('SourceSecret', settings.source.secretName, 'Secreto que hay que llenar');
    output('ShieldTier', 'standard', 'Nivel de AWS Shield con que cuenta el sitio');
    output('DashboardUrl', `${console}#dashboards/dashboard/${name}`, 'Tablero de la noche');
  }
}

// The flags of constructs/stacks/feature-flags.ts (the benchmark compares them) and difusor-app.ts's options.
const app = new App({
  analyticsReporting: false,
  treeMetadata: false,
  context: {
    '@aws-cdk/aws-iam:minimizePolicies': true,
    '@aws-cdk/aws-lambda:useCdkManagedLogGroup': true,
    '@aws-cdk/core:checkSecretUsage': true,
    '@aws-cdk/core:defaultCrossStackReferences': 'weak',
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    '@aws-cdk/core:target-partitions': ['aws'],
  },
});
new BareStack(app, name, {
  env: { region: 'us-east-1' },
  description: `difusor bcs-2024: ${domain}`,
  terminationProtection: false,
  analyticsReporting: false,
});
Tags.of(app).add('proyecto', 'prep-bcs-2027', { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] });
app.synth();
