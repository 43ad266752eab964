import { scalarText, type Json, type JsonObject } from './json.js';
import { digestOf, generatedId, generatedName, type ResourceOrigin } from './resource-naming.js';
import type { PropertyType, ResourceSpec } from './resource-spec.js';
import { WELL_KNOWN_ATTRIBUTES } from './well-known-attributes.js';

/** What a made resource answers to Ref and Fn::GetAtt. */
export interface DescribedResource {
  /** What Ref gives. */
  readonly physicalId: string;
  /** Tells it from every other resource of its type. */
  readonly identity: string;
  readonly attributes: Readonly<Record<string, Json>>;
}

/** The ids and attributes of a resource: given where the template gives them, made up in the service's form else. */
export function describeResource(
  spec: ResourceSpec,
  properties: JsonObject,
  origin: ResourceOrigin,
): DescribedResource {
  const resource = new ResourceText(spec, properties, origin);
  const primary = spec.primaryIdentifier ?? [];
  const identity = primary.map((name) => resource.valueOf(name)).join('|');
  const physicalId = (spec.cfnRefIdentifier ?? primary).map((name) => resource.valueOf(name)).join('|');
  return {
    physicalId: physicalId || resource.name,
    identity: identity || resource.name,
    attributes: Object.fromEntries(
      Object.entries(spec.attributes).map(([name, { type }]) => [name, resource.attribute(name, type)]),
    ),
  };
}

class ResourceText {
  /** The custom name, or the one that CloudFormation generates. */
  readonly name: string;
  private readonly nameProperties: readonly string[];

  constructor(
    private readonly spec: ResourceSpec,
    private readonly properties: JsonObject,
    private readonly origin: ResourceOrigin,
  ) {
    this.nameProperties = [`${spec.name}Name`, 'Name'];
    const custom = this.nameProperties
      .map((property) => scalarText(properties[property]))
      .find((text) => text !== undefined);
    this.name = custom ?? generatedName(origin, spec.cloudFormationType);
  }

  attribute(name: string, type: PropertyType): Json {
    if (type.type === 'array') return [this.valueOf(name)];
    if (type.type === 'boolean') return false;
    if (type.type === 'integer' || type.type === 'number') return 0;
    if (type.type === 'ref' || type.type === 'map' || type.type === 'json') return {};
    return this.valueOf(name);
  }

  /** The text of a property, an attribute or a variable of an ARN template; `''` for a property that was left out. */
  valueOf(name: string): string {
    const type = this.spec.cloudFormationType;
    const given = scalarText(this.properties[name]);
    if (given !== undefined) return given;
    const wellKnown = WELL_KNOWN_ATTRIBUTES[`${type}.${name}`];
    if (wellKnown !== undefined) return this.fill(wellKnown);
    if (this.nameProperties.includes(name)) return this.name;
    if (name in this.spec.properties) return name === 'GroupName' || name === 'EventBusName' ? 'default' : '';
    if (/arn$/i.test(name)) return this.fill(this.spec.arnTemplate ?? this.genericArn());
    if (name in this.spec.attributes) return generatedId(this.origin, type, name);
    return this.arnVariable(name);
  }

  /** ARN templates name what they hold in the words of the service's documentation. */
  private arnVariable(name: string): string {
    if (name.endsWith('WithPath')) return `${(scalarText(this.properties.Path) ?? '/').slice(1)}${this.name}`;
    if (name.endsWith('WithoutLeadingSlash')) return this.name.replace(/^\//, '');
    const short = name.startsWith(this.spec.name) ? name.slice(this.spec.name.length) : name;
    return short !== name && short in this.spec.attributes && !/arn$/i.test(short)
      ? this.valueOf(short)
      : this.name;
  }

  private fill(template: string): string {
    const digits = digestOf(this.origin, 'id');
    const fixed: Readonly<Record<string, string>> = {
      Partition: 'aws',
      Region: this.origin.region,
      Account: this.origin.account,
      Digest: digits.slice(0, 14),
      DIGEST: digits.slice(0, 13).toUpperCase(),
      ScopePath: this.properties.Scope === 'REGIONAL' ? 'regional' : 'global',
      Octet: String(1 + (Number.parseInt(digits.slice(0, 8), 16) % 254)),
    };
    return template.replace(/\$\{([^}]+)\}/g, (_match, name: string) => fixed[name] ?? this.valueOf(name));
  }

  private genericArn(): string {
    const [, service = ''] = this.spec.cloudFormationType.split('::');
    return `arn:\${Partition}:${service.toLowerCase()}:\${Region}:\${Account}:${this.spec.name.toLowerCase()}/${this.name}`;
  }
}
