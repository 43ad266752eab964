/** As many as staging uses at one time; the SDK's own 50 would make copies wait for one another. */
const CONNECTIONS = 192;
const CONNECT_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = 60_000;

/** How an AWS client of the stores asks: over as many connections as they use, and with an end to each wait. */
export const REQUEST_LIMITS = {
  httpAgent: { keepAlive: true, maxSockets: CONNECTIONS },
  httpsAgent: { keepAlive: true, maxSockets: CONNECTIONS },
  connectionTimeout: CONNECT_WITHIN_MS,
  requestTimeout: ANSWER_WITHIN_MS,
  throwOnRequestTimeout: true,
} as const;
