# Folkmoot: each target installs what is missing, then does its work.
#
#   make run       the window (or, with no display, the same window watched from outside)
#   make test      every check and every test
#   make bench     the measurements that the project promises, with their ratios
#   make pictures  takes the pictures in docs/pictures/ anew, from the real window

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup tools pages build run test bench pictures

SYSTEM := build-essential pkg-config libwebkit2gtk-4.1-dev webkit2gtk-driver xvfb ca-certificates \
          poppler-utils qpdf xdotool
APP := target/debug/folkmoot
YARDSTICK := target/yardstick/bin/python
# One selection for building and for running, so that nothing is compiled twice.
MEASURED := --workspace --features folkmoot/bench --bins --examples --bench record --bench home --bench importing --bench merging

help:
	@sed -n 's/^#   //p' Makefile

setup: tools
	@tests/scripts/packages.sh $(SYSTEM)

tools:
	@command -v cargo >/dev/null || { \
	  echo "Folkmoot is built with Rust 1.90 or newer, and cargo is not here."; \
	  echo "Get both with rustup: see rust-lang.org, under Install. Then run this again."; exit 1; }
	@command -v npm >/dev/null || { \
	  echo "The pages are built with Node.js 20.19 or newer, and npm is not here."; \
	  echo "Get both from nodejs.org or from your system's packages. Then run this again."; exit 1; }

# npm writes this file at the end of an install, so it is as old as what is installed.
ui/node_modules/.package-lock.json: ui/package-lock.json
	cd ui && npm ci --no-audit --no-fund
	@touch $@

pages: setup ui/node_modules/.package-lock.json
	cd ui && npm run --silent build

# The whole workspace, so that running and testing share one set of dependencies.
build: pages
	cargo build --workspace --locked

run: build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(APP); else \
	  echo "There is no display here, so the window opens on one without a monitor,"; \
	  echo "with the example evening, and leaves what it showed in target/demo/."; \
	  target/debug/watch target/demo; fi

test: pages
	cargo fmt --all --check
	cd ui && npm run --silent check && npm test --silent
	cargo clippy --workspace --all-targets --locked -- -D warnings
	@if command -v cargo-nextest >/dev/null; \
	then echo cargo nextest run; cargo nextest run --workspace --locked --no-fail-fast; \
	else cargo test --workspace --locked --no-fail-fast; fi

bench: pages $(YARDSTICK)
	@tests/scripts/packages.sh chromium
	cargo build --release --locked $(MEASURED)
	@# All are measured, also where one does not keep its promise; the outcome says so at the end.
	cargo bench --locked --no-fail-fast $(MEASURED); kept=$$?; \
	FOLKMOOT_APP=$(CURDIR)/target/release/folkmoot FOLKMOOT_PYTHON=$(CURDIR)/$(YARDSTICK) \
	  target/release/measure && exit $$kept

# Typst, from its own package for Python: what the posters are measured against.
$(YARDSTICK):
	@tests/scripts/packages.sh python3-venv
	python3 -m venv target/yardstick
	$@ -m pip install --quiet --disable-pip-version-check typst==0.15.2

pictures: build
	target/debug/watch docs/pictures pictures
