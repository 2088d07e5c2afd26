// Package ways answers which nodes of a graph lead to others, and how far they are. Nodes are numbers from 0.
package ways

// A Graph knows which nodes lead to each node.
type Graph struct {
	into [][]int
	to   int   // the node that far is about, -1 if it is about several
	far  []int // the number of steps from each node, -1: no way leads there
	next []int // room for the nodes that a question comes to
}

// New returns a graph of the edges from each node.
func New(edges [][]int) *Graph {
	g := &Graph{into: make([][]int, len(edges)), to: -1, far: make([]int, len(edges))}
	for from, list := range edges {
		for _, to := range list {
			g.into[to] = append(g.into[to], from)
		}
	}
	return g
}

// Distances returns the number of steps from each node to one, -1 where no way leads. It holds until the next question.
func (g *Graph) Distances(to int) []int {
	if g.to != to {
		g.Nearest([]int{to})
		g.to = to
	}
	return g.far
}

// Nearest returns the number of steps from each node to the nearest of some, -1 where no way leads. It holds until the next question.
func (g *Graph) Nearest(targets []int) []int {
	g.to = -1
	for i := range g.far {
		g.far[i] = -1
	}
	queue := append(g.next[:0], targets...)
	for _, n := range queue {
		g.far[n] = 0
	}
	for i := 0; i < len(queue); i++ {
		for _, from := range g.into[queue[i]] {
			if g.far[from] < 0 {
				g.far[from] = g.far[queue[i]] + 1
				queue = append(queue, from)
			}
		}
	}
	g.next = queue
	return g.far
}
