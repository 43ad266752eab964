import { missingPackage } from '../missing-package.js';

/** The part of AWS's published resource types that the stand-in holds templates to. */
export interface ResourceSpec {
  /** Last part of the type, e.g. `Bucket`. */
  readonly name: string;
  readonly cloudFormationType: string;
  readonly properties: Readonly<Record<string, PropertySpec>>;
  readonly attributes: Readonly<Record<string, { readonly type: PropertyType }>>;
  /** Properties or attributes that tell one resource of the type from another. */
  readonly primaryIdentifier?: readonly string[];
  /** What a Ref gives, where it is not the primary identifier. */
  readonly cfnRefIdentifier?: readonly string[];
  readonly arnTemplate?: string;
}

export interface PropertySpec {
  readonly required?: boolean;
  readonly type: PropertyType;
  readonly previousTypes?: readonly PropertyType[];
  readonly causesReplacement?: 'yes' | 'no' | 'maybe';
}

export type PropertyType =
  | { readonly type: 'array'; readonly element: PropertyType }
  | { readonly type: 'map'; readonly element: PropertyType }
  | { readonly type: 'union'; readonly types: readonly PropertyType[] }
  | { readonly type: 'ref'; readonly reference: TypeReference }
  | { readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'json' | 'date-time' | 'null' | 'tag' };

export interface TypeReference {
  readonly $ref: string;
}

/** AWS's published resource types, by CloudFormation type. */
export interface ResourceSpecs {
  /** `undefined` for a type that AWS does not publish. */
  find(type: string): ResourceSpec | undefined;
  /** The properties of the type that a property refers to. */
  propertiesOf(reference: TypeReference): Readonly<Record<string, PropertySpec>>;
}

/**
 * Loads AWS's resource specification: a package of its own, which only the stand-in needs.
 * @throws TESTING_PACKAGE_MISSING when `@aws-cdk/aws-service-spec` is not installed
 */
export async function loadResourceSpecs(): Promise<ResourceSpecs> {
  const database = await loadDatabase();
  const found = new Map<string, ResourceSpec | undefined>();
  return {
    find: (type) => {
      if (!found.has(type))
        found.set(type, database.lookup('resource', 'cloudFormationType', 'equals', type)[0]);
      return found.get(type);
    },
    propertiesOf: (reference) => database.get('typeDefinition', reference.$ref).properties,
  };
}

async function loadDatabase() {
  try {
    const { loadAwsServiceSpec } = await import('@aws-cdk/aws-service-spec');
    return await loadAwsServiceSpec();
  } catch (cause) {
    throw missingPackage('@aws-cdk/aws-service-spec', cause);
  }
}
