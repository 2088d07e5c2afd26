package schemas

import "github.com/oas2go/oas2go/generator/internal/diff/ways"

// graph returns the nodes by their ids, and how they lead to each other.
func (w *walker) graph() ([]*node, *ways.Graph) {
	nodes, edges := make([]*node, len(w.nodes)), make([][]int, len(w.nodes))
	for _, n := range w.nodes {
		nodes[n.id] = n
		for _, e := range n.edges {
			edges[n.id] = append(edges[n.id], e.to.id)
		}
	}
	return nodes, ways.New(edges)
}

// path returns the steps of a shortest way.
func (w *walker) path(from, to *node) (steps []step) {
	far := w.ways.Distances(to.id)
	for from != to {
		for _, e := range from.edges {
			if far[e.to.id] == far[from.id]-1 {
				steps, from = append(steps, e.step), e.to
				break
			}
		}
	}
	return steps
}

// leading returns the groups whose root leads to a node.
func (w *walker) leading(to *node) (list []*group) {
	far := w.ways.Distances(to.id)
	for _, g := range w.groups {
		if far[g.root.id] >= 0 {
			list = append(list, g)
		}
	}
	return list
}

// inOrder calls f for all nodes that the groups reach, each once: those of the first group, the nearest first, then those of the next.
func (w *walker) inOrder(f func(*node)) {
	seen := make([]bool, len(w.byID))
	for _, g := range w.groups {
		queue := []*node{g.root}
		for i := 0; i < len(queue); i++ {
			n := queue[i]
			if seen[n.id] {
				continue
			}
			seen[n.id] = true
			f(n)
			for _, e := range n.edges {
				queue = append(queue, e.to)
			}
		}
	}
}
