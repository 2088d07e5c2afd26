package pattern

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dlclark/regexp2/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLook: expressions that several matches of package regexp decide, and some that they cannot.
func TestLook(t *testing.T) {
	for _, source := range []string{
		`^(?!-)[a-z-]+$`, `^(?=.*\d)(?=.*[a-z]).{2,4}$`, `^(?!ab$)^[a-c]*$`, `^(?!a|b)`, `^x(?!y)[x-z]*`, `^[ab]{2}(?=c)`, `^(?:a|b)(?!b)`,
		`^((?!ab).)*$`, `^(?:(?!a|bc)[a-c])*$`, `^[a-b]+(?<!b)$`, `^[a-b]+(?<=ba)$`, `^(?!$)`, `^(?=[\]a])`, `^(?!(a(b)))a`, `^(?!\))`,
		`^a?(?!b)`, `^(?!a)b|c`, `(?!a)b`, `^(?=a)*b`, `^(?=(a))\1`, `^((?!).)*$`, `^((?!a*).)*$`, `^(?<!a)b`, `^(a(?!b))*$`, `^(?=a(?!b))`, `^((?!ab).)+$`,
		`^(?!a)`, `^(?=ab|cd)(?!..b)`, `^\u0061(?!\x62)`, `^\p{L}(?!b)`, `^.(?!\b)`, `^(?!.*--)[a-c-]*$`,
	} {
		x, err := Compile(source)
		require.NoError(t, err, source)
		if x.Engine != Several {
			t.Logf("%s: by trying", source)
			continue
		}
		re, err := regexp2.Compile(source, regexp2.ECMAScript|regexp2.Unicode)
		if err != nil {
			re = regexp2.MustCompile(source, regexp2.ECMAScript)
		}
		match := Matcher(source)
		random := rand.New(rand.NewPCG(1, 2))
		for range 3000 {
			var b strings.Builder
			for range random.IntN(7) {
				b.WriteByte("abcdxyz-)]1 "[random.IntN(12)])
			}
			want, err := re.MatchString(b.String())
			require.NoError(t, err)
			require.Equal(t, want, match(b.String()), "%s on %q", source, b.String())
		}
	}
	for source, want := range map[string]Engine{
		`^(?!-)[a-z-]+$`: Several, `^(?=.*\d).{2,4}$`: Several, `^((?!ab).)*$`: Several, `^[a-b]+(?<!b)$`: Several, `^x(?!y)`: Several,
		`^a?(?!b)`: Backtracking, `^(?!a)b|c`: Backtracking, `(?!a)b`: Backtracking, `^(?=a)*b`: Backtracking, `^(?=(a))\1`: Backtracking,
		`^((?!a*).)*$`: Backtracking, `^(?<!a)b`: Backtracking, `^(?=a(?!b))`: Backtracking, `^((?!ab).)+$`: Backtracking,
	} {
		x, err := Compile(source)
		require.NoError(t, err)
		assert.Equal(t, want, x.Engine, source)
	}
}

func TestEndless(t *testing.T) {
	for source, want := range map[string]bool{
		`(?!x)(a+)+$`: true, `(?=a)(a|b)*`: true, `((a{2,})b?)*`: true, `(?:(?:a*)b)+`: true, `a|(b*)*`: true, `(?<n>a+)+?`: true, `(?=(a+)+)b`: true,
		`(?!x)a+b*`: false, `(?!a|b)c*`: false, `(ab){2,3}`: false, `(a+){2}`: false, `([|*]+)`: false, `(`: false, ``: false, `(a\|b)*`: false, `(?<n>a)+`: false,
	} {
		assert.Equal(t, want, Endless(source), source)
	}
}
