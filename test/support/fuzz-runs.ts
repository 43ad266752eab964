/** Cases of each fuzz property: 2,000, or as many as `npm run fuzz` asks for. */
export const FUZZ_RUNS = Number(process.env.DIFUSOR_FUZZ_RUNS ?? 2000);
