import { defineConfig } from '@graphql-hive/gateway';

export const forwarding = {
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') }),
  },
};

export const gatewayConfig = defineConfig(forwarding);
