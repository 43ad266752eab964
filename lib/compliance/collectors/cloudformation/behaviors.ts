import {
  isUnresolved,
  type BehaviorFact,
  type EdgeFunctionFact,
  type Fact,
  type HeaderFact,
} from '../../facts.js';
import { edgeFunctionDigest } from '../../edge-function-digest.js';
import type { Assembly } from './assembly.js';
import { readTtl } from './cache-policies.js';
import { originIdsOf, ownOrUnresolved } from './origins.js';
import type { TemplateValue } from './template-value.js';

/** Cache behaviors in the order in which CloudFront matches them; the default one is last. */
export function readBehaviors(config: TemplateValue, assembly: Assembly): BehaviorFact[] {
  const named = config.get('CacheBehaviors').items();
  const fallback = config.get('DefaultCacheBehavior');
  return [...named, ...(fallback.isAbsent ? [] : [fallback])].map((behavior) => ({
    path: behavior === fallback ? '*' : behavior.get('PathPattern').pattern(),
    originIds: originIdsOf(behavior.get('TargetOriginId'), config),
    ttl: readTtl(behavior, assembly),
    viewerProtocol: behavior.get('ViewerProtocolPolicy').text(),
    signedUrls: hasItems(behavior, 'TrustedKeyGroups') || hasItems(behavior, 'TrustedSigners'),
    responseHeaders: readHeaders(behavior, assembly),
    functions: [...cloudFrontFunctions(behavior, assembly), ...lambdaFunctions(behavior)],
  }));
}

function hasItems(behavior: TemplateValue, key: string): boolean {
  return behavior.get(key).items().length > 0;
}

function readHeaders(behavior: TemplateValue, assembly: Assembly): Fact<readonly HeaderFact[]> {
  const reference = behavior.get('ResponseHeadersPolicyId').reference();
  if (reference === undefined) return [];
  const policy = assembly.find(reference, 'AWS::CloudFront::ResponseHeadersPolicy');
  if (policy === undefined) {
    const named = ownOrUnresolved(reference, assembly);
    return typeof named === 'object' ? named : [];
  }
  return policy.properties
    .get('ResponseHeadersPolicyConfig', 'CustomHeadersConfig', 'Items')
    .items()
    .map((header) => ({
      name: header.get('Header').text() ?? '',
      value: header.get('Value').text() ?? '',
      override: header.get('Override').flag() ?? false,
    }));
}

function cloudFrontFunctions(behavior: TemplateValue, assembly: Assembly): EdgeFunctionFact[] {
  return behavior
    .get('FunctionAssociations')
    .items()
    .map((association) => {
      const reference = association.get('FunctionARN').reference() ?? { unresolved: 'FunctionARN' };
      return {
        event: association.get('EventType').text() ?? { unresolved: 'EventType' },
        kind: 'cloudfront-function',
        resource: reference,
        keyValueStores: storesOf(reference, assembly),
        codeDigest: digestOf(reference, assembly),
      };
    });
}

function storesOf(reference: Fact<string>, assembly: Assembly): Fact<readonly string[]> {
  const edgeFunction = assembly.find(reference, 'AWS::CloudFront::Function');
  if (edgeFunction === undefined) {
    const named = ownOrUnresolved(reference, assembly);
    return typeof named === 'object' ? named : [];
  }
  const stores = edgeFunction.properties
    .get('FunctionConfig', 'KeyValueStoreAssociations')
    .items()
    .map(
      (association) => association.get('KeyValueStoreARN').reference() ?? { unresolved: 'KeyValueStoreARN' },
    );
  return stores.find(isUnresolved) ?? stores.flatMap((store) => (isThere(store, assembly) ? [store] : []));
}

function digestOf(reference: Fact<string>, assembly: Assembly): Fact<string> | undefined {
  const edgeFunction = assembly.find(reference, 'AWS::CloudFront::Function');
  const code = edgeFunction?.properties.get('FunctionCode').text();
  return typeof code === 'string' ? edgeFunctionDigest(code) : code;
}

function isThere(store: Fact<string>, assembly: Assembly): store is string {
  if (isUnresolved(store)) return false;
  return !assembly.owns(store) || assembly.find(store, 'AWS::CloudFront::KeyValueStore') !== undefined;
}

function lambdaFunctions(behavior: TemplateValue): EdgeFunctionFact[] {
  return behavior
    .get('LambdaFunctionAssociations')
    .items()
    .map((association) => ({
      event: association.get('EventType').text() ?? { unresolved: 'EventType' },
      kind: 'lambda-edge',
      resource: association.get('LambdaFunctionARN').reference() ?? { unresolved: 'LambdaFunctionARN' },
      keyValueStores: [],
    }));
}
