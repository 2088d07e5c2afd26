package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
)

// A question is one case for the runner.
type question struct {
	group string
	c     *testCase
}

// judgeAll compiles the runner and lets it judge all cases of groups that have code.
func (m *module) judgeAll(ctx context.Context, s *shelf) error {
	if err := m.Write("runner/holders.go", holdersText(s)); err != nil {
		return err
	}
	program := filepath.Join(m.Dir, "run")
	if out, err := m.Go(ctx, "build", "-o", program, "./runner"); err != nil {
		return fmt.Errorf("the runner does not compile: %w\n%s", err, out)
	}
	var todo []question
	for _, d := range s.documents {
		for _, p := range d.parts {
			p.group.name = d.pkg + "." + p.component
			for i := range p.group.cases {
				todo = append(todo, question{p.group.name, &p.group.cases[i]})
			}
		}
	}
	return askAll(ctx, program, todo)
}

// askAll lets the runner judge cases. The one that it dies of is wrong, whatever was expected; the next runner goes on after it.
func askAll(ctx context.Context, program string, todo []question) error {
	for len(todo) > 0 {
		done, died, err := ask(ctx, program, todo)
		if err != nil {
			return err
		}
		if todo = todo[done:]; died != "" && len(todo) > 0 {
			todo[0].c.problem = died
			todo = todo[1:]
		}
	}
	return nil
}

// holdersText is the file with the table of the runner.
func holdersText(s *shelf) []byte {
	var imports, table strings.Builder
	for _, d := range s.documents {
		if len(d.parts) == 0 {
			continue
		}
		fmt.Fprintf(&imports, "\t%q\n", modulePath+"/"+d.pkg)
		for _, p := range d.parts {
			fmt.Fprintf(&table, "\t\t%q: func() holder { return new(%s.%s) },\n", d.pkg+"."+p.component, d.pkg, p.holder())
		}
	}
	return fmt.Appendf(nil, "package main\n\nimport (\n%s)\n\nfunc holders() map[string]func() holder {\n\treturn map[string]func() holder{\n%s\t}\n}\n",
		&imports, &table)
}

// ask lets the runner judge cases until it is through or dies, and returns how many it judged.
func ask(ctx context.Context, program string, todo []question) (done int, died string, err error) {
	var in, out, problems bytes.Buffer
	for _, q := range todo {
		fmt.Fprintf(&in, `{"Group":%q,"Data":{"value":%s}}`+"\n", q.group, q.c.data)
	}
	cmd := exec.CommandContext(ctx, program)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &problems
	runErr := cmd.Run()
	if ctx.Err() != nil {
		return 0, "", ctx.Err()
	}
	for verdicts := json.NewDecoder(&out); verdicts.More() && done < len(todo); done++ {
		var v struct {
			Problem string
			JSON    struct{ Value json.RawMessage }
		}
		if err := verdicts.Decode(&v); err != nil {
			return 0, "", fmt.Errorf("verdict: %w", err)
		}
		c := todo[done].c
		c.problem, c.accepted = v.Problem, v.Problem == ""
		c.encoded = v.JSON.Value
		c.judged = !strings.HasPrefix(v.Problem, "panic: ")
	}
	if runErr != nil {
		first, _, _ := strings.Cut(problems.String(), "\n")
		return done, fmt.Sprintf("%v: %s", runErr, first), nil
	}
	if done < len(todo) {
		return 0, "", fmt.Errorf("the runner judged %d of %d cases", done, len(todo))
	}
	return done, "", nil
}
