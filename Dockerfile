# Dossier in a container, which works on the dossier in the folder where it is run:
#
#     docker build --tag dossier .
#     docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/dossier" dossier build
#     docker run --rm --publish 127.0.0.1:8000:8000 --volume "$PWD:/dossier" dossier serve --address 0.0.0.0:8000
FROM python:3.12-slim AS build
WORKDIR /source
COPY requirements.lock requirements-npm.lock ./
RUN python -m venv /opt/dossier \
    && /opt/dossier/bin/python -m pip install --no-cache-dir --require-hashes \
        --requirement requirements.lock --requirement requirements-npm.lock
COPY pyproject.toml README.md LICENSE ./
COPY generator generator
RUN /opt/dossier/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /opt/dossier/bin/python -m pip uninstall --yes --requirement requirements-npm.lock

FROM python:3.12-slim
# Git knows when records changed; ssh-keygen signs archives. Any version that Debian has will do.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git openssh-client \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /dossier
COPY --from=build /opt/dossier /opt/dossier
ENV PATH=/opt/dossier/bin:$PATH
USER 1000:1000
WORKDIR /dossier
EXPOSE 8000
ENTRYPOINT ["dossier"]
CMD ["--help"]
