// What an app synthesized, as the CLI sees it: only stacks that the manifest names count.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Resources per type over all stacks of an assembly, and the feature flags that it was made with. */
export function readAssembly(folder) {
  const artifacts = Object.values(readJson(folder, 'manifest.json').artifacts ?? {});
  const stacks = artifacts.filter(({ type }) => type === 'aws:cloudformation:stack');
  const counts = new Map();
  for (const { properties } of stacks) {
    for (const { Type } of Object.values(readJson(folder, properties.templateFile).Resources ?? {})) {
      counts.set(Type, (counts.get(Type) ?? 0) + 1);
    }
  }
  const report = artifacts.find(({ type }) => type === 'cdk:feature-flag-report');
  return { counts, flags: userFlags(report?.properties.flags ?? {}) };
}

/** Resources of all types. */
export function total({ counts }) {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** In what two assemblies are not alike, one line each; none where a comparison of their times means something. */
export function differences(difusor, bare) {
  return [
    ...unequal('resources', difusor.counts, bare.counts),
    ...unequal('feature flag', difusor.flags, bare.flags),
  ];
}

function unequal(what, difusor, bare) {
  const keys = [...new Set([...difusor.keys(), ...bare.keys()])].sort();
  return keys
    .filter((key) => difusor.get(key) !== bare.get(key))
    .map((key) => `${what} ${key}: difusor ${difusor.get(key) ?? 'none'}, bare ${bare.get(key) ?? 'none'}`);
}

function userFlags(flags) {
  const set = Object.entries(flags).filter(([, { userValue }]) => userValue !== undefined);
  return new Map(set.map(([flag, { userValue }]) => [flag, JSON.stringify(userValue)]));
}

function readJson(folder, file) {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
