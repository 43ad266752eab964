const path = (id) => `/networks/${encodeURIComponent(id)}`;

/** docker_network: a bridge. */
export const network = {
  /** Attributes whose change the resource survives. */
  inPlace: [],

  async create(engine, wanted) {
    const { Id } = await engine.call('POST', '/networks/create', {
      Name: wanted.name,
      CheckDuplicate: true,
      Driver: wanted.driver ?? 'bridge',
      Internal: wanted.internal ?? false,
      EnableIPv6: wanted.ipv6 ?? false,
      Options: wanted.options ?? {},
    });
    return this.read(engine, { ...wanted, id: Id });
  },

  async read(engine, state) {
    const found = await engine.find('GET', path(state.id));
    return found ? { ...state, name: found.Name, scope: found.Scope } : null;
  },

  remove: (engine, { id }) => engine.find('DELETE', path(id)),
};
