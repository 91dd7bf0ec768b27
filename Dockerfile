# One image, many entrances; the arguments of a container say which:
#   all-in-one.ts (the default) · subgraphs/main.ts NAME · subgraphs/worker.ts NAME · router/main.ts [--worker] · subgraphs/seed.ts
# Debian, because onnxruntime-node is built for glibc.
FROM node:24-bookworm-slim AS base
WORKDIR /app

FROM base AS dependencies
COPY package.json package-lock.json .npmrc ./
COPY scripts/pruneOnnxruntime.mjs scripts/
RUN npm ci --omit=dev --no-audit --no-fund

FROM dependencies AS models
COPY kit kit
COPY models models
# The packages that hold the weights weigh more than the models made of them, and nothing reads them at run time.
RUN npm run models && rm -rf models/node_modules

FROM base
# onnxruntime would otherwise send telemetry to its makers.
ENV NODE_ENV=production ORT_DISABLE_TELEMETRY=1 HOST=0.0.0.0 PORT=4000 ARCHIPELAGO_DATA=/data
RUN mkdir /data && chown node:node /data
COPY --from=dependencies /app/node_modules node_modules
COPY --from=models /app/models/built models/built
COPY . .
USER node
EXPOSE 4000
# Node itself, not npm: it is the process that SIGTERM must reach. Node 24 reads TypeScript without tsx.
ENTRYPOINT ["node"]
CMD ["all-in-one.ts"]
