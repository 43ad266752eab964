#!/usr/bin/env node
/** The CDK app that cdk.json names: `cdk synth -c difusor=PATH`. */
import { App } from 'aws-cdk-lib';
import { awsPlan, findConfig, loadPlan } from '../lib/config/index.js';
import { reportAndExit } from '../lib/cli/report-error.js';
import { createDifusorApp } from '../constructs/stacks/index.js';

reportAndExit(() => {
  const context: unknown = new App({ autoSynth: false }).node.tryGetContext('difusor');
  const path = findConfig({
    context,
    env: process.env,
    cwd: process.cwd(),
  });
  const plan = awsPlan(loadPlan(path, { cwd: process.cwd() }));
  createDifusorApp({ plan, now: new Date() }).synth();
});
