// `mercurius.mjs PORT NAME=URL…`
import gateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

const [port, ...services] = process.argv.slice(2);

const app = Fastify();
await app.register(gateway, {
  jit: 1,
  gateway: {
    services: services.map((service) => {
      const at = service.indexOf('=');
      return {
        name: service.slice(0, at),
        url: service.slice(at + 1),
        connections: 128,
        rewriteHeaders: ({ authorization }) => (authorization ? { authorization } : {}),
      };
    }),
  },
});
await app.listen({ port: Number(port), host: '127.0.0.1' });
