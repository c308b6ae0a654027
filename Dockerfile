# docker build -t mnist-classifier . && docker run --init --rm -p 5000:5000 mnist-classifier
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN worker/container/build.sh

# workerd needs glibc, and the health check bash.
FROM debian:bookworm-slim
COPY --from=build /app/build/mnist-classifier /app/worker/container/health.sh /usr/local/bin/
USER 65534:65534
EXPOSE 5000
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s CMD ["health.sh"]
ENTRYPOINT ["mnist-classifier", "--socket-addr=http=*:5000"]
