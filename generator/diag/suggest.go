package diag

// Closest returns the candidate that a mistyped word most likely means, "" if none is close: at most two edits, or one for a
// short word, where swapping neighbours is one edit.
func Closest(word string, candidates []string) string {
	best, limit := "", 3
	if len(word) < 5 {
		limit = 2
	}
	for _, c := range candidates {
		if d := distance(word, c); d < limit {
			best, limit = c, d
		}
	}
	return best
}

// distance is the optimal string alignment distance of two byte strings.
func distance(a, b string) int {
	if abs(len(a)-len(b)) > 2 {
		return 3
	}
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		rows[2][0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(rows[1][j]+1, rows[2][j-1]+1, rows[1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, rows[0][j-2]+1)
			}
			rows[2][j] = d
		}
		rows[0], rows[1], rows[2] = rows[1], rows[2], rows[0]
	}
	return rows[1][len(b)]
}

func abs(n int) int { return max(n, -n) }
