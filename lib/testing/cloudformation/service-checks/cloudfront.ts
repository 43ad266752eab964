import { handlerRefusal, type AwsRefusal } from '../aws-refusal.js';
import { asText, isObject, objectAt, objectsIn, stringAt, type Json } from '../json.js';
import type { ServiceCheck } from './service-check.js';

/** Bytes of the largest CloudFront function. */
const MAX_FUNCTION_BYTES = 10_240;

const CERTIFICATE_DOCS =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names-requirements';

/** CloudFront: an alias needs a certificate of us-east-1, and a behavior an origin that the distribution has. */
export const checkDistribution: ServiceCheck = ({ properties }) => {
  const config = objectAt(properties, 'DistributionConfig');
  const certificate = objectAt(config, 'ViewerCertificate');
  const arn = stringAt(certificate, 'AcmCertificateArn');
  const aliases = config.Aliases;
  if (
    Array.isArray(aliases) &&
    aliases.length > 0 &&
    arn === undefined &&
    certificate.IamCertificateId === undefined
  ) {
    throw refusal(
      'To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that' +
        ` validates your authorization to use the domain name. For more details, see: ${CERTIFICATE_DOCS}`,
    );
  }
  if (arn !== undefined && !/^arn:aws[\w-]*:acm:us-east-1:/.test(arn)) {
    throw refusal(
      "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid" +
        ' certificate chain.',
    );
  }
  checkTargets(config);
};

/** CloudFront: the order of the times to live, and no compression where nothing is cached. */
export const checkCachePolicy: ServiceCheck = ({ properties }) => {
  const config = objectAt(properties, 'CachePolicyConfig');
  const [min, standard, max] = ['MinTTL', 'DefaultTTL', 'MaxTTL'].map((key) => Number(config[key]));
  if (min === undefined || standard === undefined || max === undefined || min > standard || standard > max) {
    throw refusal('The parameter MinTTL, DefaultTTL or MaxTTL is out of order.');
  }
  if (max > 0) return;
  const key = objectAt(config, 'ParametersInCacheKeyAndForwardedToOrigin');
  const used = ['EnableAcceptEncodingGzip', 'EnableAcceptEncodingBrotli'].find(
    (name) => asText(key[name]) === 'true',
  );
  const forwarded = [
    { name: 'HeaderBehavior', config: 'HeadersConfig' },
    { name: 'CookieBehavior', config: 'CookiesConfig' },
    { name: 'QueryStringBehavior', config: 'QueryStringsConfig' },
  ].find(({ name, config: section }) => (objectAt(key, section)[name] ?? 'none') !== 'none');
  const parameter = used ?? forwarded?.name;
  if (parameter !== undefined) {
    throw refusal(`The parameter ${parameter} is invalid for policy with caching disabled.`);
  }
};

/** CloudFront: the size of a function, and the runtime that key-value stores need. */
export const checkFunction: ServiceCheck = ({ properties }) => {
  const bytes = Buffer.byteLength(stringAt(properties, 'FunctionCode') ?? '');
  if (bytes > MAX_FUNCTION_BYTES) {
    throw refusal(`The function code is ${bytes} bytes; the maximum is ${MAX_FUNCTION_BYTES}.`);
  }
  const config = objectAt(properties, 'FunctionConfig');
  const stores = objectsIn(config.KeyValueStoreAssociations);
  if (stores.length > 1) throw refusal('A function can be associated with only one key value store.');
  if (stores.length > 0 && config.Runtime !== 'cloudfront-js-2.0') {
    throw refusal(`The runtime ${asText(config.Runtime)} does not support key value stores.`);
  }
};

function checkTargets(config: Json): void {
  if (!isObject(config)) return;
  const origins = [...objectsIn(config.Origins), ...objectsIn(objectAt(config, 'OriginGroups').Items)];
  const known = origins.map((origin) => origin.Id);
  const behaviors = [objectAt(config, 'DefaultCacheBehavior'), ...objectsIn(config.CacheBehaviors)];
  for (const behavior of behaviors) {
    if (!known.includes(behavior.TargetOriginId ?? null)) {
      throw refusal('The specified origin does not exist: one or more of your behaviors point to it.');
    }
  }
}

function refusal(message: string): AwsRefusal {
  return handlerRefusal('CloudFront', `Invalid request provided: ${message}`);
}
