# brief in a container: no shell, no browser (so no `brief pdf`), no rights of root.
#
#   docker build -t briefwright .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" briefwright build
#   docker run --rm -p 127.0.0.1:8000:8000 -v "$PWD:/work:ro" briefwright serve --host 0.0.0.0 --port 8000

FROM rust:1.95.0-slim-bookworm AS build
# The image's own toolchain: what rust-toolchain.toml adds to it is for developers.
ENV RUSTUP_TOOLCHAIN=1.95.0
WORKDIR /brief
COPY . .
RUN cargo build --locked --profile dist --bin brief

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /brief/target/dist/brief /usr/local/bin/brief
COPY --from=build /brief/LICENSE-MIT /brief/LICENSE-APACHE /brief/static/fonts/OFL.txt /usr/local/share/doc/brief/
# That is `nonroot`, which not every host can resolve.
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["brief"]
