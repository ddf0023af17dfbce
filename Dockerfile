# docker build -t rilis . && docker run --env-file .env -v rilis:/data rilis
# Any other command works as well: docker run --env-file .env -v rilis:/data rilis doctor

# The native packages are compiled here; the image that runs holds no compiler.
FROM node:20-bookworm-slim AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production RILIS_DATA_DIR=/data RILIS_HEALTH_PORT=9464
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY package.json tsconfig.json ./
COPY data/models data/models
COPY data/lexicon data/lexicon
COPY scripts/register.ts scripts/register.ts
COPY src src
# Built now: who runs it may not write here.
RUN node src/cli/rilis.js --version
RUN install -d -o node -g node /data
USER node
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/cli/rilis.js"]
CMD ["bot"]
