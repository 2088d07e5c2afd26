package dis_test

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

// pageValue is the request of the page as a user writes it, with the retry
// time as text: so the official SDK sends it.
func pageValue() dis.CreateMRSTransferTaskRequest {
	return dis.CreateMRSTransferTaskRequest{
		DestinationType: dis.DestinationTypeMRS,
		MRSDestinationDescriptor: &dis.MRSDestinationDescriptorRequest{
			TaskName:            "mrstask",
			AgencyName:          "dis_admin_agency",
			DeliverTimeInterval: 30,
			ConsumerStrategy:    new(dis.ConsumerStrategyLatest),
			MRSClusterName:      "mrscluster",
			MRSClusterID:        "f8123fa6-99f1-4ed9-83f4-c827c7277d41",
			MRSHdfsPath:         "/user",
			FilePrefix:          new(""),
			HdfsPrefixFolder:    new(""),
			OBSBucketPath:       "obsbucket",
			RetryDuration:       dis.RetryDurationString("1800"),
		},
	}
}

// captured is the body that the official SDK sent for pageValue.
const captured = `{"destination_type":"MRS","mrs_destination_descriptor":{"task_name":"mrstask","agency_name":"dis_admin_agency","deliver_time_interval":30,"consumer_strategy":"LATEST","mrs_cluster_name":"mrscluster","mrs_cluster_id":"f8123fa6-99f1-4ed9-83f4-c827c7277d41","mrs_hdfs_path":"/user","file_prefix":"","hdfs_prefix_folder":"","obs_bucket_path":"obsbucket","retry_duration":"1800"}}`

func TestEncode(t *testing.T) {
	x := pageValue()
	got, err := json.Marshal(x)
	require.NoError(t, err)
	assert.Equal(t, captured, string(got), "document order, empty optional strings are sent")
	byPointer, err := json.Marshal(&x)
	require.NoError(t, err)
	assert.Equal(t, captured, string(byPointer))
	appended, err := x.AppendJSON([]byte("x"))
	require.NoError(t, err)
	assert.Equal(t, "x"+captured, string(appended))

	var again dis.CreateMRSTransferTaskRequest
	require.NoError(t, json.Unmarshal(got, &again))
	assert.Equal(t, x, again)
}

// The form of a retry time survives a round trip.
func TestRetryDurationRoundTrip(t *testing.T) {
	for _, s := range []string{`"1800"`, `1800`, `"0"`, `0`, `7200`} {
		var x dis.CreateMRSTransferTaskRequest
		text := strings.Replace(captured, `"1800"`, s, 1)
		require.NoError(t, json.Unmarshal([]byte(text), &x))
		got, err := json.Marshal(x)
		require.NoError(t, err)
		assert.Equal(t, text, string(got))
	}
}

// Every integer around the range, in both forms.
func TestRetryDurationRange(t *testing.T) {
	for n := int32(-1000); n <= 80_000; n++ {
		valid := n >= 0 && n <= 7200
		s := strconv.Itoa(int(n))
		if (dis.ValidateRetryDuration(dis.RetryDurationInt32(n)) == nil) != valid ||
			(dis.ValidateRetryDuration(dis.RetryDurationString(s)) == nil) != valid {
			t.Fatalf("%d: want valid %v", n, valid)
		}
		if valid && dis.ValidateRetryDuration(dis.RetryDurationString("0"+s)) == nil {
			t.Fatalf("0%d is valid", n)
		}
	}
}

func TestAbsentAndZero(t *testing.T) {
	got, err := json.Marshal(dis.MRSDestinationDescriptorRequest{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"task_name":"","agency_name":"","deliver_time_interval":0,"mrs_cluster_name":"","mrs_cluster_id":"","mrs_hdfs_path":"","obs_bucket_path":""}`, string(got))
	got, err = json.Marshal(dis.CreateMRSTransferTaskRequest{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"destination_type":"MRS"}`, string(got))

	p := new(dis.CreateMRSTransferTaskParams)
	assert.ElementsMatch(t, []string{"/project_id required", "/stream_name required"}, violations(p.Validate()))
}

// A nil pointer inside the interface is nil, and no panic.
func TestNilInUnion(t *testing.T) {
	var none *dis.RetryDurationUnknown
	x := *pageValue().MRSDestinationDescriptor
	x.RetryDuration = none
	assert.NoError(t, x.Validate())
	got, err := json.Marshal(x)
	require.NoError(t, err)
	assert.NotContains(t, string(got), "retry_duration")
	assert.Error(t, dis.ValidateRetryDuration(none))
	assert.Error(t, dis.ValidateRetryDuration(nil))
	assert.Error(t, dis.ValidateRetryDuration(&dis.RetryDurationUnknown{JSON: []byte("true")}))
}

func TestUnmarshalRetryDuration(t *testing.T) {
	for text, want := range map[string]dis.RetryDuration{
		`"1800"`: dis.RetryDurationString("1800"), ` 1800 `: dis.RetryDurationInt32(1800), `1.8e3`: dis.RetryDurationInt32(1800),
	} {
		got, err := dis.UnmarshalRetryDuration([]byte(text))
		require.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{``, `null`, `true`, `[]`, `{}`, `1.5`, `1 2`, `"a`} {
		_, err := dis.UnmarshalRetryDuration([]byte(text))
		assert.Error(t, err, text)
	}
}

// Defaults are filled in by the constructor only.
func TestDefaults(t *testing.T) {
	d := dis.NewMRSDestinationDescriptorRequest()
	assert.Equal(t, dis.MRSDestinationDescriptorRequest{
		DeliverTimeInterval: 300,
		ConsumerStrategy:    new(dis.ConsumerStrategyLatest),
		FilePrefix:          new(""),
		HdfsPrefixFolder:    new(""),
		RetryDuration:       dis.RetryDurationString("1800"),
	}, d)
	var decoded dis.MRSDestinationDescriptorRequest
	require.NoError(t, json.Unmarshal([]byte(`{"task_name":"a","agency_name":"a","deliver_time_interval":30,"mrs_cluster_name":"","mrs_cluster_id":"","mrs_hdfs_path":"","obs_bucket_path":""}`), &decoded))
	assert.Nil(t, decoded.ConsumerStrategy)
	assert.Nil(t, decoded.FilePrefix)
	assert.Nil(t, decoded.HdfsPrefixFolder)
	assert.Nil(t, decoded.RetryDuration)
}

// Text that is no UTF-8 is not sent.
func TestEncodeRefusesBrokenText(t *testing.T) {
	x := pageValue()
	x.MRSDestinationDescriptor.MRSHdfsPath = "\xff"
	_, err := json.Marshal(x)
	assert.Error(t, err)
	x.MRSDestinationDescriptor.MRSHdfsPath = "a<b&c\"\\\x00\u2028"
	got, err := json.Marshal(x)
	require.NoError(t, err)
	var again dis.CreateMRSTransferTaskRequest
	require.NoError(t, json.Unmarshal(got, &again))
	assert.Equal(t, x, again)
}

// Further cases, where a checkout has them beside it.
func TestCasesBeside(t *testing.T) {
	data, err := os.ReadFile("../../../shared/dis/cases.json")
	if err != nil {
		t.Skip("no cases beside the checkout")
	}
	var cases []struct {
		Field, Body, Note string
		Value             any
		Valid             bool
		Path              []string
	}
	require.NoError(t, json.Unmarshal(data, &cases))
	require.NotEmpty(t, cases)
	for _, c := range cases {
		require.Len(t, c.Path, 2)
		err := judge(c.Path[0], c.Path[1], c.Body)
		assert.Equal(t, c.Valid, err == nil, "%s = %v: %v (%s)", c.Field, c.Value, err, c.Note)
	}
}
