# Needs Go and a POSIX shell, nothing else. "make" alone lists the targets.

FUZZTIME ?= 20s
RANDOM_SCHEMAS ?= 100
SEED ?= 1

# Each document of spec/ has its package in generated/, under the same name.
each_spec = set -e; for spec in spec/*/openapi.yaml; do name=$$(basename $$(dirname $$spec)); \
	go run ./cmd/oas2go $(1) $$spec --out generated/$$name --package $$name; done

# The packages of examples/ are written by the same command that their go:generate lines name.
each_example = set -e; for file in examples/*/*/oas2go.yaml; do folder=$$(dirname $$file); name=$$(basename $$folder); \
	spec=$$(ls $$folder/*.yaml | grep -v oas2go.yaml); \
	go run ./cmd/oas2go $(1) $$spec --out $$folder --package $$name --config $$file --strict; done

# Modules of their own: the go command does not look into them from here.
interop := golden/interop
conformance := golden/conformance
bench := golden/bench
surface := generator/internal/diff/surface/oracle
examples := examples

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

.PHONY: generate
generate: ## write generated/ from the documents in spec/, and the packages of examples/
	@$(call each_spec,generate)
	@$(call each_example,generate)

.PHONY: check
check: ## fail if generated/ or examples/ is not what "make generate" would write
	@$(call each_spec,check)
	@$(call each_example,check)

.PHONY: test
test: ## run all tests of the module
	go test ./...

# The race detector needs a C compiler, and checks pointers too; without one, pointers are checked alone.
detector = $(if $(shell command -v "$$(go env CC)"),-race,-gcflags=all=-d=checkptr)

# Slow tests that cannot find a race: of memory, and of what one goroutine does.
alone := ^Test(ReadArrayLimit|RulesLike|Hostile|Families|StreamsInConstantMemory)

.PHONY: examples
examples: ## build, vet and test the programs of examples/
	cd $(examples) && go vet ./... && go test ./...

.PHONY: race
race: ## test support code and some generated packages under the race detector
	@echo "race: with $(detector)"
	go test -short -skip '$(alone)' $(detector) ./templates/support ./generated/dis
	go test ./golden -run '^TestCases$$/^(records|features|webhooks|results|compile)$$' -testflag=$(detector)

.PHONY: golden
golden: ## compare output and findings with what is kept; UPDATE=1 rewrites that, SIZE=1 the lines that packages may have, UNUSED=1 finds support code that nothing uses
	$(if $(SIZE),go test ./golden -run '^TestLines$$' -count=1 -lines)
	$(if $(UNUSED),go test ./golden -run '^TestCases$$' -timeout 30m -unused)
	go test ./golden ./generator/internal/parse ./generator/internal/parse/swagger ./generator/diag ./generator/internal/diff ./generator/internal/diff/view ./generator/internal/mock $(if $(UPDATE),-count=1 -update)

# Go before 1.27 sometimes fails a fuzz run because its time is over (golang/go#75804): that is no finding.
.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZTIME (20s)
	@set -e; tests=$$(go test -list '^Fuzz' ./...); \
	echo "$$tests" | awk '/^Fuzz/ { names[n++] = $$1 } /^ok/ { for (i = 0; i < n; i++) print $$2, names[i]; n = 0 }' | \
	while read -r package name; do \
		echo "== $$package $$name"; \
		if out=$$(go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) "$$package" 2>&1 </dev/null); then \
			echo "$$out" | tail -n 1; \
		elif echo "$$out" | grep -q 'context deadline exceeded' && ! echo "$$out" | grep -q 'Failing input'; then \
			echo "found nothing"; \
		else \
			echo "$$out"; exit 1; \
		fi; \
	done

.PHONY: interop
interop: ## test generated/dis against the official SDK of the service
	cd $(interop) && go test ./...

.PHONY: conformance
conformance: ## run the JSON Schema suite through generated code; SUITE=folder of a checkout of it, V=1 lists what is wrong, PEERS=1 runs other libraries too
	cd $(conformance) && go test ./... && \
		go run . $(if $(V),-v) $(if $(PEERS),-peers) $(if $(UPDATE),-update) $(if $(SUITE),-suite $(abspath $(SUITE)))

.PHONY: oracle
oracle: ## compare generated code with other validators on random schemas; RANDOM_SCHEMAS=100, SEED=1
	cd $(conformance) && go run . -random $(RANDOM_SCHEMAS) -seed $(SEED) $(if $(V),-v)

.PHONY: requests
requests: ## call each operation of DIR=folder (the golden cases) through generated clients; kin-openapi judges what they send; LARGEST as above
	cd $(conformance) && go run . $(if $(V),-v) $(if $(LARGEST),-largest $(LARGEST)) -requests $(if $(DIR),$(abspath $(DIR)),golden)

.PHONY: servers
servers: ## make each call of DIR=folder (the golden cases) directly and through a generated server, and compare; kin-openapi and the servers judge 10,000 changed requests; LARGEST, SEED as above
	cd $(conformance) && go run . -server -seed $(SEED) $(if $(V),-v) $(if $(LARGEST),-largest $(LARGEST)) -requests $(if $(DIR),$(abspath $(DIR)),golden)

.PHONY: surface
surface: ## compare what diff says about Go names with apidiff, for golden documents changed at random; ROUNDS=20, SEED=1, DIR=folder adds pairs NAME.old.* and NAME.new.*
	cd $(surface) && go test ./... -timeout 1h -rounds $(or $(ROUNDS),20) -seed $(SEED) $(if $(DIR),-pairs $(abspath $(DIR)))

.PHONY: codec
codec: ## compare reading and writing of JSON with encoding/json/v2, by fuzzing each for FUZZTIME
	@set -e; export GOEXPERIMENT=jsonv2; for name in $$(go test -list LikeV2 ./templates/support | grep Fuzz); do \
		echo "== $$name"; go test -run "^$$name\$$" -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) ./templates/support; done

.PHONY: corpus
corpus: ## generate and vet packages for all documents of DIR=folder, those up to LARGEST bytes; GROUP=1 with groups and a service, SERVER=1 with servers; print what came of each
	go run ./golden/corpus $(if $(LARGEST),-largest $(LARGEST)) $(if $(GROUP),-group) $(if $(SERVER),-server) $(abspath $(DIR))

.PHONY: same
same: ## compare the command of BASE=commit with that of the working tree over many documents: files, findings, explanations; DIR=folder adds its documents, SEED=1
	@[ -n "$(BASE)" ] || { echo "make same needs BASE=commit"; exit 2; }
	go run ./golden/same -seed $(SEED) $(BASE) $(if $(DIR),$(abspath $(DIR)))

.PHONY: matrix
matrix: ## every kind of schema at every place: packages are compiled, and a value of each is sent and read; SEED=1, ONLY=text in their names, V=1
	go run ./golden/matrix -seed $(SEED) $(if $(ONLY),-only "$(ONLY)") $(if $(V),-v)

.PHONY: size
size: ## lines of generated packages, what compiling costs, programs, and the bars for them; DIR=folder adds its documents, compiled up to LARGEST bytes
	go run ./golden/size $(if $(LARGEST),-largest $(LARGEST)) $(if $(DIR),$(abspath $(DIR)))

.PHONY: hostile
hostile: ## run the command on documents that are made to drown it: processor time, memory, and the bars; ONLY=text in their names
	go run ./golden/hostile $(if $(ONLY),-only "$(ONLY)")

.PHONY: bench
bench: ## compare speed with other libraries, round by round, for docs/performance.md; WORKLOAD=w2,unions, ROUNDS=40 only print
	cd $(bench) && go test ./... && \
		go run . $(if $(WORKLOAD),-workload $(WORKLOAD)) $(if $(ROUNDS),-rounds $(ROUNDS)) $(if $(WORKLOAD)$(ROUNDS),,-write ../../docs/performance.md)

.PHONY: stages
stages: ## CPU and memory of each stage of the generator, for documents of 1,000 to 8,000 schemas and those of DIR=folder
	$(if $(DIR),OAS2GO_CORPUS=$(abspath $(DIR))) go test ./generator -run '^$$' -bench Stages -benchtime 1x

.PHONY: configuration
configuration: ## write docs/configuration.md from docs/oas2go.schema.json and the file of oas2go init
	go run ./golden/configuration docs/oas2go.schema.json docs/configuration.md

.PHONY: picture
picture: ## draw docs/picture.svg, the picture of README.md, from what lint and diff print
	go run ./golden/picture golden/picture/testdata docs/picture.svg

.PHONY: diff-proof
diff-proof: ## rewrites that mean the same over all documents, 10,000 edits of each keyword at each place, speed: some minutes; ONLY=text chooses documents and edits, REWRITE=name one rewrite
	$(if $(ONLY),ONLY="$(ONLY)") $(if $(REWRITE),REWRITE="$(REWRITE)") OAS2GO_PROOF=all go test ./generator/internal/diff/proof -count=1 -timeout 2h

.PHONY: diff-real
diff-real: ## compare consecutive versions of real documents: CPU, counts, and each witness judged again
	OAS2GO_PROOF=real go test ./generator/internal/diff/proof -run '^TestReal$$' -count=1 -v

.PHONY: diff-pairs
diff-pairs: ## compare verdicts with those of another tool, and write docs/diff-pairs.md
	OAS2GO_PROOF=pairs go test ./generator/internal/diff/proof -run '^TestPairs$$' -count=1

.PHONY: diff-bench
diff-bench: ## CPU of each step of comparing a document of 2.6 MB with 50 edits in shared schemas
	go test ./generator/internal/diff/proof -run '^$$' -bench Large -benchtime 3x

.PHONY: lint
lint: gofmt vet staticcheck ## gofmt, go vet and staticcheck, in all modules

.PHONY: gofmt
gofmt:
	@files=$$(gofmt -l .); if [ -n "$$files" ]; then echo "not formatted; run gofmt -w on:"; echo "$$files"; exit 1; fi

.PHONY: vet
vet:
	go vet ./...
	cd $(interop) && go vet ./...
	cd $(conformance) && go vet ./...
	cd $(bench) && go vet ./...
	cd $(surface) && go vet ./...
	cd $(examples) && go vet ./...

# go tool knows the tools of the current module only, so the other modules get the path of the program.
.PHONY: staticcheck
staticcheck:
	go tool staticcheck ./...
	program=$$(go tool -n staticcheck) && cd $(interop) && "$$program" ./... && cd ../../$(conformance) && "$$program" ./... && cd ../../$(bench) && "$$program" ./... && cd ../../$(surface) && "$$program" ./... && cd "$(CURDIR)/$(examples)" && "$$program" ./...

.PHONY: tools
tools: ## download what the targets above need, to work without a network later
	go mod download
	cd $(interop) && go mod download
	cd $(conformance) && go mod download
	cd $(bench) && go mod download
	cd $(surface) && go mod download
	cd $(examples) && go mod download
