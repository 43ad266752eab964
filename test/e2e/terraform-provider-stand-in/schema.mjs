// The provider's schema, from the jsii manifest of its npm bindings: names, types, what is required.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const BINDINGS = '@cdktf/provider-docker';
const SINGLE = 1;
const LIST = 2;

const { types } = JSON.parse(
  readFileSync(
    createRequire(import.meta.url)
      .resolve(`${BINDINGS}/package.json`)
      .replace(/package\.json$/, '.jsii'),
  ),
);

/** Every resource's own members, which are no attributes. */
const META_ARGUMENTS = new Set(
  'connection count dependsOn forEach lifecycle provider provisioners'.split(' '),
);

/** Schema of the provider's own configuration. */
export function providerSchema() {
  return { version: 0, block: blockOf(`${BINDINGS}.provider.DockerProviderConfig`) };
}

/** @param {string} name a resource's class, e.g. `Container` */
export function resourceSchema(name) {
  const module = `${BINDINGS}.${name.toLowerCase()}`;
  const block = blockOf(`${module}.${name}Config`);
  const known = new Set(block.attributes.map((attribute) => attribute.name));
  const computed = types[`${module}.${name}`].properties
    .filter(({ immutable, type, static: fixed }) => immutable && !fixed && plainType(type) !== undefined)
    .map((property) => ({ name: snakeCase(property.name), type: typeBytes(property.type) }))
    .filter((property) => !property.name.endsWith('_input') && !known.has(property.name))
    .map((property) => ({ ...property, computed: true }));
  block.attributes.push(...computed);
  const id = block.attributes.find((attribute) => attribute.name === 'id');
  if (id === undefined)
    block.attributes.push({ name: 'id', type: Buffer.from('"string"'), optional: true, computed: true });
  else id.computed = true;
  return { version: 0, block };
}

function blockOf(fqn) {
  const block = { attributes: [], block_types: [] };
  for (const property of types[fqn].properties ?? []) {
    if (META_ARGUMENTS.has(property.name)) continue;
    const name = terraformName(property);
    const nested = structOf(property.type);
    if (nested === undefined) {
      const optional = property.optional === true;
      block.attributes.push({ name, type: typeBytes(property.type), required: !optional, optional });
    } else {
      block.block_types.push(nestedBlock(name, nested, property.optional !== true));
    }
  }
  return block;
}

function nestedBlock(name, { fqn, many }, required) {
  // `timeouts` alone is one object; the provider's other single blocks are lists of at most one.
  const single = name === 'timeouts';
  return {
    type_name: name,
    block: blockOf(fqn),
    nesting: single ? SINGLE : LIST,
    min_items: required ? 1 : 0,
    max_items: many || single ? 0 : 1,
  };
}

/** A block: one struct of the bindings, or a list of them. */
function structOf(type) {
  for (const each of type.union?.types ?? [type]) {
    const element = each.collection?.elementtype ?? each;
    if (element.fqn?.startsWith(BINDINGS)) return { fqn: element.fqn, many: each.collection !== undefined };
  }
  return undefined;
}

function typeBytes(type) {
  return Buffer.from(JSON.stringify(plainType(type)));
}

/** Terraform's JSON notation of a type; `undefined` where it is none of the plain ones. */
function plainType(type) {
  if (type.union) return type.union.types.map(plainType).find((each) => each !== undefined);
  if (type.primitive) return { string: 'string', number: 'number', boolean: 'bool' }[type.primitive];
  if (type.collection === undefined) return undefined;
  const element = plainType(type.collection.elementtype);
  return element && [type.collection.kind === 'map' ? 'map' : 'list', element];
}

/** The bindings' docs name each attribute as Terraform does: `…#image_id Container#image_id`. */
function terraformName({ name, docs }) {
  return /#(\w+) /.exec(docs?.remarks ?? '')?.[1] ?? snakeCase(name);
}

function snakeCase(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
