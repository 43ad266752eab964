// A container's configuration in Terraform's words, turned into the Engine's.
const MEBIBYTE = 2 ** 20;
const NANOSECONDS = { ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 };

/** The body of `POST /containers/create`. */
export function creation(wanted) {
  const ports = wanted.ports ?? [];
  const networks = wanted.networks_advanced ?? [];
  return present({
    Image: wanted.image,
    Cmd: filled(wanted.command),
    Entrypoint: filled(wanted.entrypoint),
    Env: filled(wanted.env),
    User: wanted.user,
    Hostname: wanted.hostname,
    WorkingDir: wanted.working_dir,
    StopSignal: wanted.stop_signal,
    StopTimeout: wanted.stop_timeout,
    Labels: Object.fromEntries((wanted.labels ?? []).map(({ label, value }) => [label, value])),
    ExposedPorts: Object.fromEntries(ports.map((port) => [portName(port), {}])),
    Healthcheck: healthcheck(wanted.healthcheck?.[0]),
    HostConfig: hostConfig(wanted, ports, networks),
    NetworkingConfig: networks.length
      ? { EndpointsConfig: { [networks[0].name]: present({ Aliases: networks[0].aliases }) } }
      : undefined,
  });
}

function hostConfig(wanted, ports, networks) {
  return present({
    NetworkMode: wanted.network_mode ?? networks[0]?.name,
    RestartPolicy: { Name: wanted.restart ?? 'no', MaximumRetryCount: wanted.max_retry_count ?? 0 },
    ...confinement(wanted),
    ...limits(wanted),
    Dns: wanted.dns,
    ExtraHosts: (wanted.host ?? []).map(({ host, ip }) => `${host}:${ip}`),
    LogConfig: wanted.log_driver ? { Type: wanted.log_driver, Config: wanted.log_opts ?? {} } : undefined,
    Binds: (wanted.volumes ?? []).map(bind),
    PortBindings: Object.fromEntries(ports.map((port) => [portName(port), [published(port)]])),
  });
}

function confinement(wanted) {
  return {
    ReadonlyRootfs: wanted.read_only ?? false,
    Privileged: wanted.privileged ?? false,
    Init: wanted.init,
    Tmpfs: wanted.tmpfs,
    Sysctls: wanted.sysctls,
    CapAdd: wanted.capabilities?.[0]?.add,
    CapDrop: wanted.capabilities?.[0]?.drop,
    SecurityOpt: wanted.security_opts,
    GroupAdd: wanted.group_add,
  };
}

function limits(wanted) {
  return {
    ShmSize: bytes(wanted.shm_size),
    Memory: bytes(wanted.memory),
    MemorySwap: bytes(wanted.memory_swap),
    Ulimits: (wanted.ulimit ?? []).map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })),
  };
}

function bytes(mebibytes) {
  return mebibytes ? mebibytes * MEBIBYTE : undefined;
}

function bind(volume) {
  const from = volume.volume_name ?? volume.host_path;
  return `${from}:${volume.container_path}:${volume.read_only ? 'ro' : 'rw'}`;
}

function published(port) {
  return { HostIp: port.ip ?? '0.0.0.0', HostPort: String(port.external ?? '') };
}

function healthcheck(check) {
  if (!check) return undefined;
  return {
    Test: check.test,
    Interval: nanoseconds(check.interval),
    Timeout: nanoseconds(check.timeout),
    StartPeriod: nanoseconds(check.start_period),
    Retries: check.retries ?? 0,
  };
}

function nanoseconds(duration) {
  const [, number, unit] = /^([\d.]+)(ms|s|m|h)$/.exec(duration ?? '0s') ?? [];
  if (unit === undefined) throw new Error(`duration ${duration} is not understood here`);
  return Math.round(Number(number) * NANOSECONDS[unit]);
}

function portName({ internal, protocol }) {
  return `${internal}/${protocol ?? 'tcp'}`;
}

function filled(list) {
  return list?.length ? list : undefined;
}

function present(object) {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
  );
}
