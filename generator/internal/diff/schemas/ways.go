package schemas

// ways know how the nodes of a comparison lead to each other.
type ways struct {
	nodes []*node
	into  [][]*node // the nodes that lead to one, by its id
	to    *node     // the node that far is about
	far   []int     // the number of steps to it from each node, by id; -1: no way leads there
}

func newWays(nodes map[pair]*node) *ways {
	w := &ways{nodes: make([]*node, len(nodes)), into: make([][]*node, len(nodes)), far: make([]int, len(nodes))}
	for _, n := range nodes {
		w.nodes[n.id] = n
	}
	for _, n := range w.nodes {
		for _, e := range n.edges {
			w.into[e.to.id] = append(w.into[e.to.id], n)
		}
	}
	return w
}

// distances returns the number of steps from each node to one.
func (w *ways) distances(to *node) []int {
	if w.to == to {
		return w.far
	}
	w.spread([]*node{to})
	w.to = to
	return w.far
}

// spread fills far with the number of steps to the nearest of some nodes.
func (w *ways) spread(queue []*node) {
	w.to = nil
	for i := range w.far {
		w.far[i] = -1
	}
	for _, n := range queue {
		w.far[n.id] = 0
	}
	for i := 0; i < len(queue); i++ {
		for _, from := range w.into[queue[i].id] {
			if w.far[from.id] < 0 {
				w.far[from.id] = w.far[queue[i].id] + 1
				queue = append(queue, from)
			}
		}
	}
}

// path returns the steps of a shortest way.
func (w *ways) path(from, to *node) (steps []step) {
	far := w.distances(to)
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
	far := w.ways.distances(to)
	for _, g := range w.groups {
		if far[g.root.id] >= 0 {
			list = append(list, g)
		}
	}
	return list
}

// inOrder calls f for all nodes that the groups reach, each once: those of the first group, the nearest first, then those of the next.
func (w *walker) inOrder(f func(*node)) {
	seen := make([]bool, len(w.ways.nodes))
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
