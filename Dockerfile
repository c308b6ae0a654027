# git archive HEAD | docker build -t mnist-classifier -
# docker run --restart unless-stopped -p 5000:5000 mnist-classifier
FROM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d AS build
WORKDIR /app
COPY . .
RUN worker/container/build.sh

# workerd needs glibc, start.pl Perl, and the health check bash: the image has all three.
FROM debian:bookworm-slim@sha256:88200866dfff7ea7f5cbcb6ec7c8a701889efe6fe859fe64d6990e4b07ea4171
COPY --from=build /app/build/mnist-classifier /app/worker/container/start.pl \
  /app/worker/container/health.sh /usr/local/bin/
USER 65534:65534
EXPOSE 5000
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s CMD ["health.sh"]
ENTRYPOINT ["start.pl", "*:5000", "mnist-classifier"]
