package dis_test

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

// A ruleCase is one request and what is wrong with it.
type ruleCase struct {
	row   string   // row of the page, as spec/dis/README.md names it
	field string   // the field that is changed; "" is the whole body
	value string   // JSON text, or absent
	want  []string // "pointer rule" of each violation, none if it is valid
}

const (
	project = "0123456789abcdef0123456789abcdef"
	stream  = "mystream"
	absent  = "(absent)"
	nested  = "/mrs_destination_descriptor"
)

// pageMembers are those of the nested object that the page shows.
var pageMembers = [][2]string{
	{"task_name", `"mrstask"`},
	{"consumer_strategy", `"LATEST"`},
	{"agency_name", `"dis_admin_agency"`},
	{"destination_file_type", `"text"`},
	{"mrs_cluster_id", `"f8123fa6-99f1-4ed9-83f4-c827c7277d41"`},
	{"mrs_cluster_name", `"mrscluster"`},
	{"mrs_hdfs_path", `"/user"`},
	{"obs_bucket_path", `"obsbucket"`},
	{"file_prefix", `""`},
	{"hdfs_prefix_folder", `""`},
	{"deliver_time_interval", `30`},
	{"retry_duration", `1800`},
}

// descriptor gives the nested object of the page with one member changed.
func descriptor(field, value string) string {
	var members []string
	known := false
	for _, m := range pageMembers {
		if m[0] == field {
			known = true
			m[1] = value
		}
		if m[1] != absent {
			members = append(members, strconv.Quote(m[0])+":"+m[1])
		}
	}
	if !known && field != "" {
		members = append(members, strconv.Quote(field)+":"+value)
	}
	return "{" + strings.Join(members, ",") + "}"
}

func pageBody() string {
	return `{"destination_type":"MRS","mrs_destination_descriptor":` + descriptor("", "") + "}"
}

// request gives path values and body of a case.
func (c ruleCase) request() (projectID, streamName, body string) {
	projectID, streamName, body = project, stream, pageBody()
	switch c.field {
	case "":
		body = c.value
	case "project_id":
		projectID = text(c.value)
	case "stream_name":
		streamName = text(c.value)
	case "destination_type":
		body = strings.Replace(body, `"destination_type":"MRS"`, `"destination_type":`+c.value, 1)
		body = strings.Replace(body, `"destination_type":(absent),`, "", 1)
	case "mrs_destination_descriptor":
		body = `{"destination_type":"MRS","mrs_destination_descriptor":` + c.value + "}"
		body = strings.Replace(body, `,"mrs_destination_descriptor":(absent)`, "", 1)
	default:
		body = `{"destination_type":"MRS","mrs_destination_descriptor":` + descriptor(c.field, c.value) + "}"
	}
	return projectID, streamName, body
}

// text undoes quote: path values are no JSON, but stand so in the table.
func text(quoted string) string {
	var s string
	if err := json.Unmarshal([]byte(quoted), &s); err != nil {
		panic(err)
	}
	return s
}

func quote(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// pointer gives the place of a field, for short forms in the table.
func (c ruleCase) pointer() string {
	switch c.field {
	case "":
		return ""
	case "project_id", "stream_name", "destination_type", "mrs_destination_descriptor":
		return "/" + c.field
	}
	return nested + "/" + c.field
}

// ok makes cases that are valid.
func ok(row string, values ...string) []ruleCase {
	field, _, _ := strings.Cut(row, "/")
	return okIn(row, field, values...)
}

func okIn(row, field string, values ...string) []ruleCase {
	var list []ruleCase
	for _, v := range values {
		list = append(list, ruleCase{row: row, field: field, value: v})
	}
	return list
}

// bad makes cases that break rules of the field itself: "minLength,pattern".
func bad(row, rules string, values ...string) []ruleCase {
	field, _, _ := strings.Cut(row, "/")
	list := okIn(row, field, values...)
	for i := range list {
		for rule := range strings.SplitSeq(rules, ",") {
			list[i].want = append(list[i].want, list[i].pointer()+" "+rule)
		}
	}
	return list
}

// badIn makes a case from a whole value, with the violations in full.
func badIn(row, field, value string, want ...string) []ruleCase {
	return []ruleCase{{row, field, value, want}}
}

// judge does what a user does with a request that came as JSON.
func judge(projectID, streamName, body string) error {
	p := dis.CreateMRSTransferTaskParams{ProjectID: projectID, StreamName: streamName}
	if err := json.Unmarshal([]byte(body), &p.Body); err != nil {
		return err
	}
	return p.Validate()
}

// violations gives "pointer rule" of each violation in err.
func violations(err error) []string {
	if err == nil {
		return nil
	}
	invalid, ok := errors.AsType[*dis.InvalidError](err)
	if !ok {
		return []string{err.Error()}
	}
	var list []string
	for _, v := range invalid.Violations {
		list = append(list, v.Pointer+" "+v.Rule)
	}
	return list
}

func allCases() []ruleCase {
	return slices.Concat(pathCases(), topCases(), taskNameCases(), agencyNameCases(), intervalCases(),
		strategyCases(), clusterCases(), filePrefixCases(), folderCases(), retryTextCases(), retryNumberCases(),
		undocumentedCases(), severalCases())
}

func TestRules(t *testing.T) {
	for _, c := range allCases() {
		err := judge(c.request())
		assert.ElementsMatch(t, c.want, violations(err), "%s: %s = %s: %v", c.row, c.field, c.value, err)
	}
}

// The table is as large as promised, and no case stands in it twice.
func TestRulesCount(t *testing.T) {
	seen := map[[3]string]bool{}
	for _, c := range allCases() {
		a, b, body := c.request()
		key := [3]string{c.row, a + "/" + b, body}
		assert.False(t, seen[key], "%s: %s = %s stands twice", c.row, c.field, c.value)
		seen[key] = true
	}
	assert.GreaterOrEqual(t, len(seen), 150)
}

// Each rule that the README calls enforced has a case that is accepted and one
// that is rejected; each case names a row of the README.
func TestRulesCoverThePage(t *testing.T) {
	data, err := os.ReadFile("../../spec/dis/README.md")
	require.NoError(t, err)
	_, section, _ := strings.Cut(string(data), "\n## Every row of the page\n")
	section, _, _ = strings.Cut(section, "\n## ")
	known := map[string]bool{}
	accepted, rejected := map[string]bool{}, map[string]bool{}
	for _, c := range allCases() {
		if c.want == nil {
			accepted[c.row] = true
		} else {
			rejected[c.row] = true
		}
	}
	for line := range strings.Lines(section) {
		cells := strings.Split(line, "|")
		if len(cells) != 6 {
			continue
		}
		row := strings.TrimSpace(cells[1])
		known[row] = true
		if strings.HasPrefix(strings.TrimSpace(cells[4]), "yes") {
			assert.True(t, accepted[row], "no accepted case for %s", row)
			assert.True(t, rejected[row], "no rejected case for %s", row)
		}
	}
	assert.Greater(t, len(known), 80)
	for _, c := range allCases() {
		assert.True(t, known[c.row], "the README has no row %s", c.row)
	}
}

// Violations say where the value travels.
func TestViolationsSayWhere(t *testing.T) {
	err := judge("", strings.Repeat("s", 61), strings.Replace(pageBody(), ":30,", ":29,", 1))
	invalid, ok := errors.AsType[*dis.InvalidError](err)
	require.True(t, ok, "%v", err)
	var where []string
	for _, v := range invalid.Violations {
		where = append(where, v.In+" "+v.Pointer)
	}
	assert.Equal(t, []string{"path /project_id", "path /stream_name", "body /mrs_destination_descriptor/deliver_time_interval"}, where)
	last := invalid.Violations[2]
	assert.Equal(t, "30", last.Limit)
	assert.Equal(t, "29", last.Value)
}

// UnmarshalJSON is called directly here: json.Unmarshal finds such texts first.
func TestBrokenTexts(t *testing.T) {
	for _, s := range []string{
		``, ` `, `{`, `{"destination_type"`, `{"destination_type":}`, `{"destination_type":"MRS"`, `{"destination_type":"MRS",}`,
		`{"destination_type":"MRS"}}`, `{"destination_type":"MRS"} x`, `{'destination_type':'MRS'}`, `{destination_type:"MRS"}`,
		"\ufeff" + `{"destination_type":"MRS"}`, "{\"destination_type\":\"M\nRS\"}", `{"destination_type":"\x"}`, `nul`,
		`{"destination_type":"MRS","x":01}`, `{"destination_type":"MRS","x":1.}`, `{"destination_type":"MRS","x":+1}`,
		"{\"destination_type\":\"MRS\",\"x\":\"\xff\"}", `{"destination_type":"MRS","x":"\ud800"}`, `{"destination_type":"MRS","x":"\udc00\ud800"}`,
	} {
		var x dis.CreateMRSTransferTaskRequest
		err := x.UnmarshalJSON([]byte(s))
		invalid, ok := errors.AsType[*dis.InvalidError](err)
		if assert.True(t, ok, "%q: %v", s, err) {
			assert.Equal(t, "syntax", invalid.Violations[len(invalid.Violations)-1].Rule, "%q: %v", s, err)
		}
	}
	var x dis.CreateMRSTransferTaskRequest
	deep := `{"destination_type":"MRS","x":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + "}"
	assert.Error(t, x.UnmarshalJSON([]byte(deep)))
}
