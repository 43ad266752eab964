#!/usr/bin/env node
// The stand-in's process, as Terraform starts it: tells where it listens, and serves until it is told to end.
import { join } from 'node:path';
import { loadPackageDefinition, Server, ServerCredentials } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { ownCertificate } from './certificate.mjs';
import { failure, handlers } from './handlers.mjs';

const COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';
/** Milliseconds for the answer to Shutdown to go out. */
const FAREWELL_MS = 20;

if (process.env.TF_PLUGIN_MAGIC_COOKIE !== COOKIE) {
  console.error('This is a stand-in of a Terraform provider: only Terraform can start it.');
  process.exit(1);
}

const unlimited = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
const server = new Server(unlimited);
server.addService(
  service('tfplugin5.proto').tfplugin5.Provider.service,
  Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, answering(name, handler)])),
);
server.addService(service('grpc-controller.proto').plugin.GRPCController.service, {
  Shutdown(_call, answer) {
    answer(null, {});
    setTimeout(() => process.exit(0), FAREWELL_MS);
  },
});
const { secured, certificate } = security(process.env.PLUGIN_CLIENT_CERT);
server.bindAsync('127.0.0.1:0', secured, (error, port) => {
  if (error) throw error;
  process.stdout.write(`1|5|tcp|127.0.0.1:${port}|grpc|${certificate}\n`);
});

function service(file) {
  const options = { keepCase: true, longs: Number, defaults: true, oneofs: true };
  return loadPackageDefinition(loadSync(join(import.meta.dirname, file), options));
}

function answering(name, handler) {
  return ({ request }, answer) => {
    Promise.resolve(request)
      .then(handler)
      .then(
        (response) => answer(null, response),
        (error) => answer(null, failure(name, request, error)),
      );
  };
}

/** Mutual TLS, where Terraform brings a certificate of its own. */
function security(clientCertificate) {
  if (!clientCertificate) return { secured: ServerCredentials.createInsecure(), certificate: '' };
  const { key, certificate } = ownCertificate();
  const pair = { private_key: key, cert_chain: certificate };
  return {
    secured: ServerCredentials.createSsl(Buffer.from(clientCertificate), [pair], true),
    certificate: certificate
      .toString()
      .replace(/-----[^-]+-----|\s/g, '')
      .replace(/=+$/, ''),
  };
}
