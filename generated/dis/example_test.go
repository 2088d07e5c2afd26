package dis_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/oas2go/oas2go/generated/dis"
)

// ExampleClient_CreateMRSTransferTask is the call of the seed page.
func ExampleClient_CreateMRSTransferTask() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.Method, r.URL.Path, r.Header.Get("X-Auth-Token"))
		w.WriteHeader(http.StatusCreated)
	}))
	defer server.Close()

	client, err := dis.NewClient(server.URL, dis.WithUserToken("my-token"), dis.WithProjectID("p1"))
	if err != nil {
		panic(err)
	}
	err = client.CreateMRSTransferTask(context.Background(), &dis.CreateMRSTransferTaskParams{
		StreamName: "mystream",
		Body: dis.CreateMRSTransferTaskRequest{
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
				DestinationFileType: new("text"),
				RetryDuration:       dis.RetryDurationInt32(1800),
			},
		},
	})
	fmt.Println(err)
	// Output:
	// POST /v2/p1/streams/mystream/transfer-tasks my-token
	// <nil>
}

func ExampleNewMRSDestinationDescriptorRequest() {
	d := dis.NewMRSDestinationDescriptorRequest()
	d.TaskName = "nightly"
	fmt.Println(d.DeliverTimeInterval, *d.ConsumerStrategy, d.RetryDuration)
	// Output: 300 LATEST 1800
}

func ExampleNewClient() {
	_, err := dis.NewClient(dis.ServerURL("ap-southeast-1"),
		dis.WithAkSk(dis.NewSigner("my access key", "my secret key")),
		dis.WithProjectID("0123456789abcdef0123456789abcdef"))
	fmt.Println(err)
	// Output: <nil>
}

// All problems come at once, and nothing was sent.
func ExampleInvalidError() {
	client, _ := dis.NewClient("https://dis.example.com")
	err := client.CreateMRSTransferTask(context.Background(), &dis.CreateMRSTransferTaskParams{
		ProjectID: "p1",
		Body: dis.CreateMRSTransferTaskRequest{
			DestinationType: "OBS",
			MRSDestinationDescriptor: &dis.MRSDestinationDescriptorRequest{
				TaskName:            "no spaces",
				AgencyName:          "a",
				DeliverTimeInterval: 5,
				RetryDuration:       dis.RetryDurationString("7201"),
			},
		},
	})
	if invalid, ok := errors.AsType[*dis.InvalidError](err); ok {
		for _, p := range invalid.Violations {
			fmt.Println(p)
		}
	}
	// Output:
	// path /stream_name: required
	// body /destination_type: enum ["MRS"], got "OBS"
	// body /mrs_destination_descriptor/task_name: pattern ^[A-Za-z0-9_-]{1,64}$, got "no spaces"
	// body /mrs_destination_descriptor/deliver_time_interval: minimum 30, got 5
	// body /mrs_destination_descriptor/retry_duration: pattern ^(?:0|[1-9][0-9]{0,2}|[1-6][0-9]{3}|7[01][0-9]{2}|7200)$, got "7201"
}

func ExampleAPIError() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprint(w, `{"errorCode":"DIS.4301","message":"there is no such stream"}`)
	}))
	defer server.Close()

	client, _ := dis.NewClient(server.URL, dis.WithUserToken("my-token"))
	params := dis.CreateMRSTransferTaskParams{
		ProjectID: "p1", StreamName: "nosuch",
		Body: dis.CreateMRSTransferTaskRequest{DestinationType: dis.DestinationTypeMRS},
	}
	err := client.CreateMRSTransferTask(context.Background(), &params)
	if failure, ok := errors.AsType[*dis.APIError](err); ok {
		switch failure.Code() {
		case dis.CodeNoStream:
			fmt.Println("create the stream first")
		case dis.CodeTransferTaskExists, dis.CodeTransferTaskQuota:
			fmt.Println("delete a task first")
		default:
			fmt.Println(failure.StatusCode, failure.Code(), failure.Message())
		}
	}
	// Output:
	// create the stream first
}

// A type switch reaches the variants of a union.
func ExampleRetryDuration() {
	var d dis.MRSDestinationDescriptorRequest
	err := json.Unmarshal([]byte(`{"task_name":"t","agency_name":"a","deliver_time_interval":30,
		"mrs_cluster_name":"c","mrs_cluster_id":"i","mrs_hdfs_path":"/","obs_bucket_path":"b",
		"retry_duration":0}`), &d)
	if err != nil {
		panic(err)
	}
	switch v := d.RetryDuration.(type) {
	case nil:
		fmt.Println("absent")
	case dis.RetryDurationInt32:
		fmt.Println("seconds:", int32(v))
	case dis.RetryDurationString:
		fmt.Println("text:", string(v))
	}
	// Output: seconds: 0
}
