import { defineConfig } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { forwarding } from './hive.config.mjs';

export const gatewayConfig = defineConfig({ ...forwarding, unifiedGraphHandler });
