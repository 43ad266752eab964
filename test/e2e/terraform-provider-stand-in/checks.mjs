// Checks of values that the real provider makes when Terraform validates; types and names are checked by Terraform itself.
import { isUnknown } from './values.mjs';

const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
const RESTART = /^(?:no|on-failure|always|unless-stopped)$/;
const HOST_PATH = /^(?:[a-zA-Z]:\\|\/)/;

const atLeast = (least) => (value) => (value >= least ? undefined : `must be ${least} or more, got ${value}`);
const like = (pattern, what) => (value) =>
  pattern.test(value) ? undefined : `must be ${what}, got "${value}"`;

/** By path, with `*` for each block of a list. */
const CHECKS = {
  docker_container: {
    restart: like(RESTART, 'one of no, on-failure, always, unless-stopped'),
    memory: atLeast(0),
    memory_swap: atLeast(-1),
    shm_size: atLeast(0),
    max_retry_count: atLeast(0),
    'healthcheck.*.interval': like(DURATION, 'a duration'),
    'healthcheck.*.timeout': like(DURATION, 'a duration'),
    'healthcheck.*.start_period': like(DURATION, 'a duration'),
    'healthcheck.*.retries': atLeast(0),
    'volumes.*.host_path': like(HOST_PATH, 'an absolute path'),
    'ports.*.internal': atLeast(0),
    'ports.*.external': atLeast(0),
  },
  docker_image: {},
  docker_network: {},
};

/** What is wrong with a resource's configuration, as Terraform's diagnostics. */
export function diagnosticsOf(type, config) {
  return Object.entries(CHECKS[type] ?? {}).flatMap(([path, check]) =>
    valuesAt(config, path.split('.')).flatMap(({ value, steps }) => {
      if (value === null || value === undefined || isUnknown(value)) return [];
      const fault = check(value);
      if (fault === undefined) return [];
      return [{ severity: 1, summary: `"${path}" ${fault}`, detail: '', attribute: { steps } }];
    }),
  );
}

function valuesAt(value, [name, ...rest], steps = []) {
  if (name === undefined) return [{ value, steps }];
  if (value === null || value === undefined || isUnknown(value)) return [];
  if (name !== '*') return valuesAt(value[name], rest, [...steps, { attribute_name: name }]);
  return value.flatMap((each, index) => valuesAt(each, rest, [...steps, { element_key_int: index }]));
}
