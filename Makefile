# Two commands on a fresh Debian machine with Swift 6.3: `make demo` and `make test`.

PREFIX ?= /usr
DESTDIR ?=
# The Swift runtime goes into the program, so that it runs where no Swift is installed.
BUILD := -c release --static-swift-stdlib
# A program that is built already, for `make install`; empty builds one.
PROGRAM ?=
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := libsqlite3-dev zlib1g-dev libarchive-dev libexpat1-dev sqlite3

.PHONY: help setup build test test-systemd lint check demo bench fuzz install deb clean

help:
	@echo "make demo      build, run the main job on example certificates, show verdict, alert and queue"
	@echo "make test      run all tests"
	@echo "make build     build the program"
	@echo "make lint      the formatter's lint"
	@echo "make check     lint, import rules, unit file, self-test of the instruction counts"
	@echo "make bench     Cupel beside pandas, DuckDB and the limits of this machine; latency; reading"
	@echo "make fuzz      let libFuzzer loose on what reads deliveries; SECONDS=1800 each, TARGETS=\"decimal workbook\""
	@echo "make install   install under DESTDIR, PREFIX=$(PREFIX); PROGRAM=path takes a program that is built already"
	@echo "make deb       build the Debian package in .build/debian; PROGRAM=path as above"
	@echo "make test-systemd   as root: the package and the service in a container that boots Debian; PROGRAM=path as above"
	@echo "make setup     install the system packages that are missing: $(PACKAGES)"
	@echo "make clean     remove what was built"

# Installs the system packages that are missing, and nothing else.
setup:
	@missing=""; for package in $(PACKAGES); do \
	    dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	    $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi

build: setup
	swift build $(BUILD) --product cupel

test: setup
	swift test --parallel

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

check: lint
	.ci/check-imports
	.ci/check-unit
	@if command -v python3 >/dev/null; then .ci/count-instructions --self-test; \
	else echo "skipped: python3 is not installed"; fi

demo: build
	@Tests/Demo/demo "$$(swift build $(BUILD) --show-bin-path)/cupel"

# The archive of the aims, the questions of a working day, then a hundred single deliveries, half of them slow writes.
bench: build
	@Tests/Benchmarks/bench "$$(swift build $(BUILD) --show-bin-path)/cupel" --queries
	@Tests/Benchmarks/latency "$$(swift build $(BUILD) --show-bin-path)/cupel" --certificates 100 --rate 10 --after 2
	CUPEL_EXTRAS=yes swift build $(BUILD) --product cupel-reading
	@Tests/Benchmarks/reading "$$(swift build $(BUILD) --show-bin-path)/cupel-reading"

# Instruments everything, so it is built beside the ordinary build. CUPEL_EXTRAS makes Package.swift know the program.
FUZZING := -c release --scratch-path .build-fuzz -Xswiftc -sanitize=fuzzer,address \
    -Xcc -fsanitize=fuzzer-no-link,address
SECONDS := 1800
TARGETS :=

fuzz: setup
	CUPEL_EXTRAS=yes swift build $(FUZZING) --product cupel-fuzz
	Tests/Fuzzing/fuzz .build-fuzz/release/cupel-fuzz --seconds $(SECONDS) $(TARGETS)

# The program, the unit, its user, its folders, and the starter Standards. Standards that are there stay as they are.
install: $(if $(PROGRAM),,build)
	program="$(PROGRAM)"; [ -n "$$program" ] || program="$$(swift build $(BUILD) --show-bin-path)/cupel"; \
	install -D -m 0755 "$$program" $(DESTDIR)$(PREFIX)/bin/cupel
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/system
	sed 's|@PREFIX@|$(PREFIX)|g' systemd/cupel.service > $(DESTDIR)$(PREFIX)/lib/systemd/system/cupel.service
	chmod 0644 $(DESTDIR)$(PREFIX)/lib/systemd/system/cupel.service
	install -D -m 0644 systemd/cupel.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/cupel.conf
	install -D -m 0644 systemd/cupel.tmpfiles $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/cupel.conf
	install -d $(DESTDIR)/etc/cupel
	[ -e $(DESTDIR)/etc/cupel/cupel.toml ] || install -m 0644 systemd/cupel.toml $(DESTDIR)/etc/cupel/cupel.toml
	[ -e $(DESTDIR)/etc/cupel/Standards ] || \
	    { cp -R Standards $(DESTDIR)/etc/cupel/Standards && chmod -R u=rwX,go=rX $(DESTDIR)/etc/cupel/Standards; }
	install -D -m 0644 README.md $(DESTDIR)$(PREFIX)/share/doc/cupel/README.md
	install -d $(DESTDIR)$(PREFIX)/share/cupel
	rm -rf $(DESTDIR)$(PREFIX)/share/cupel/Standards
	cp -R Standards $(DESTDIR)$(PREFIX)/share/cupel/Standards
	chmod -R u=rwX,go=rX $(DESTDIR)$(PREFIX)/share/cupel/Standards

# The Debian package: see systemd/debian/build.
deb: $(if $(PROGRAM),,build)
	@program="$(PROGRAM)"; [ -n "$$program" ] || program="$$(swift build $(BUILD) --show-bin-path)/cupel"; \
	systemd/debian/build "$$program" .build/debian

# Boots Debian in a container: see Tests/Systemd/run.
test-systemd: $(if $(PROGRAM),,build)
	@program="$(PROGRAM)"; [ -n "$$program" ] || program="$$(swift build $(BUILD) --show-bin-path)/cupel"; \
	Tests/Systemd/run "$$program"

clean:
	swift package clean
