// The calls of Terraform's plugin protocol.
import { diagnosticsOf } from './checks.mjs';
import { Engine } from './engine.mjs';
import { container } from './resources/container.mjs';
import { image } from './resources/image.mjs';
import { network } from './resources/network.mjs';
import { providerSchema, resourceSchema } from './schema.mjs';
import { decode, encode, isUnknown, same, UNKNOWN } from './values.mjs';

const RESOURCES = { docker_network: network, docker_image: image, docker_container: container };
const SCHEMAS = {
  docker_network: resourceSchema('Network'),
  docker_image: resourceSchema('Image'),
  docker_container: resourceSchema('Container'),
};

let engine;

export const handlers = {
  GetSchema: () => ({ provider: providerSchema(), resource_schemas: SCHEMAS, data_source_schemas: {} }),

  PrepareProviderConfig: ({ config }) => ({ prepared_config: config }),

  ValidateResourceTypeConfig: ({ type_name: type, config }) => ({
    diagnostics: diagnosticsOf(type, decode(config)),
  }),

  UpgradeResourceState: ({ raw_state: state }) => ({ upgraded_state: { json: state.json } }),

  async Configure({ config }) {
    const { host, ssh_opts: options, disable_docker_daemon_check: unchecked } = decode(config);
    engine = await Engine.connect(
      host ?? process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock',
      options ?? [],
    );
    if (!unchecked) await engine.call('GET', '/version');
    return {};
  },

  async ReadResource({ type_name: type, current_state: state }) {
    return { new_state: encode(await RESOURCES[type].read(engine, decode(state))) };
  },

  PlanResourceChange({ type_name: type, prior_state: prior, proposed_new_state: proposed }) {
    const before = decode(prior);
    const after = decode(proposed);
    if (after === null) return { planned_state: proposed };
    if (before === null) {
      for (const { name, computed } of SCHEMAS[type].block.attributes) {
        if (computed) after[name] ??= UNKNOWN;
      }
    }
    const changed =
      before === null ? [] : Object.keys(after).filter((name) => !same(before[name], after[name]));
    return {
      planned_state: encode(after),
      requires_replace: changed
        .filter((name) => !RESOURCES[type].inPlace.includes(name))
        .map((name) => ({ steps: [{ attribute_name: name }] })),
      legacy_type_system: true,
    };
  },

  async ApplyResourceChange({ type_name: type, prior_state: prior, planned_state: planned }) {
    const resource = RESOURCES[type];
    const before = decode(prior);
    const after = decode(planned);
    if (after === null) {
      await resource.remove(engine, before);
      return { new_state: encode(null) };
    }
    for (const name of Object.keys(after)) if (isUnknown(after[name])) after[name] = null;
    const state = before === null ? await resource.create(engine, after) : await update(resource, after);
    return { new_state: encode(state), legacy_type_system: true };
  },

  Stop: () => ({}),
};

async function update(resource, after) {
  return resource.update ? resource.update(engine, after) : after;
}

/** What a call that failed answers: nothing changed, and why. */
export function failure(name, request, error) {
  const diagnostics = [{ severity: 1, summary: error.message, detail: '' }];
  const unchanged = {
    ReadResource: { new_state: request.current_state },
    PlanResourceChange: { planned_state: request.prior_state },
    ApplyResourceChange: { new_state: request.prior_state },
  };
  return { ...unchanged[name], diagnostics };
}
