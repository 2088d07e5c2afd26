package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"text/tabwriter"
)

// The libraries that judge the same cases.
const (
	kinPeer  = "kin-openapi"
	oapiPeer = "oapi-codegen"
)

// askPeers lets other libraries judge the cases of all groups that are one document.
func askPeers(ctx context.Context, dir string, all []*part) error {
	parts := slices.DeleteFunc(slices.Clone(all), func(p *part) bool { return p.group.hasRemotes })
	if err := writeDocuments(dir, parts); err != nil {
		return err
	}
	if err := askKin(ctx, dir, parts); err != nil {
		return err
	}
	return askOapi(ctx, dir, parts)
}

// writeDocuments gives each group a document of its own: a peer that cannot use it loses no others.
func writeDocuments(dir string, parts []*part) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	for _, p := range parts {
		text, err := (&document{openAPI: p.group.draft.openAPI, parts: []*part{p}}).text()
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, p.component+".json"), text, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// askKin lets kin-openapi interpret the documents in a folder.
func askKin(ctx context.Context, dir string, parts []*part) error {
	program := filepath.Join(dir, "kin")
	if out, err := exec.CommandContext(ctx, "go", "build", "-tags", "kin", "-o", program, "./runner").CombinedOutput(); err != nil {
		return fmt.Errorf("the runner of kin-openapi does not compile: %w\n%s", err, out)
	}
	return askPeer(ctx, kinPeer, program, parts)
}

// askPeer lets a runner judge the cases, and notes for each what it says, if it says anything.
func askPeer(ctx context.Context, peer, program string, parts []*part) error {
	var todo []question
	for _, p := range parts {
		for i := range p.group.cases {
			todo = append(todo, question{p.component, &testCase{data: p.group.cases[i].data}})
		}
	}
	if err := askAll(ctx, program, todo); err != nil {
		return err
	}
	for _, p := range parts {
		for i := range p.group.cases {
			c := &p.group.cases[i]
			if c.peers == nil {
				c.peers = map[string]bool{}
			}
			if said := todo[0].c; said.judged {
				c.peers[peer] = said.accepted
			}
			todo = todo[1:]
		}
	}
	return nil
}

// peerTally counts the groups and cases that a peer has right. What it says nothing about is wrong.
func peerTally(groups []*group, peer string) (t tally) {
	for _, g := range groups {
		if g.outOfReach != "" {
			continue
		}
		right, said := 0, 0
		for i := range g.cases {
			c := &g.cases[i]
			accepted, ok := c.peers[peer]
			if ok {
				said++
			}
			if ok && accepted == c.valid {
				right++
			}
		}
		t.groups++
		t.cases += len(g.cases)
		t.casesRight += right
		if right == len(g.cases) {
			t.groupsRight++
		}
		if said == 0 {
			t.noCode++
		}
	}
	return t
}

// printPeers writes our figures beside those of the peers.
func (r run) printPeers(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	groups := slices.DeleteFunc(slices.Clone(r.groups), func(g *group) bool { return g.hasRemotes })
	fmt.Fprintf(table, "%s, without references to other documents\tgroups\tcases\twithout any verdict\n", r.key())
	row := func(name string, t tally) {
		fmt.Fprintf(table, "%s\t%d/%d (%.1f %%)\t%d/%d (%.1f %%)\t%s\n", name, t.groupsRight, t.groups, percent(t.groupsRight, t.groups),
			t.casesRight, t.cases, percent(t.casesRight, t.cases), nonZero(t.noCode))
	}
	row("oas2go", count(groups))
	row(kinPeer, peerTally(groups, kinPeer))
	row(oapiPeer, peerTally(groups, oapiPeer))
	return table.Flush()
}
