#!/usr/bin/env node
/** The cdktf app that cdktf.json names; it needs no cdktf CLI: `DIFUSOR=PATH node dist/bin/server.js`. */
import { findConfig, hostedPlan, loadPlan } from '../lib/config/index.js';
import { reportAndExit } from '../lib/cli/report-error.js';
import { createMessages, localeOf } from '../lib/messages/index.js';
import { synthesizeServers } from '../constructs/server/index.js';

/** Where the cdktf CLI looks too. */
const OUTDIR = 'cdktf.out';
const locale = localeOf(process.env.DIFUSOR_LANG);

reportAndExit(() => {
  const cwd = process.cwd();
  const path = findConfig({ env: process.env, cwd });
  const outdir = process.env.CDKTF_OUTDIR ?? OUTDIR;
  synthesizeServers(hostedPlan(loadPlan(path, { cwd })), { outdir, messages: createMessages(locale) });
}, locale);
