package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"

	"github.com/oas2go/oas2go/generated/dis"

	"github.com/oas2go/oas2go/golden/bench/result"
)

// A canned transport has the response that the service gives to a request that is fine. It keeps the last request if it is told to.
type canned struct{ last *sent }

// A sent request is what both contenders must send alike.
type sent struct {
	method, url, body string
	header            http.Header
}

// RoundTrip implements [http.RoundTripper].
func (c canned) RoundTrip(req *http.Request) (*http.Response, error) {
	if c.last == nil {
		_, _ = io.Copy(io.Discard, req.Body)
	} else {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		*c.last = sent{req.Method, req.URL.String(), string(body), req.Header.Clone()}
		c.last.header.Del("User-Agent")
	}
	req.Body.Close()
	return &http.Response{
		Status: "201 Created", StatusCode: http.StatusCreated, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Length": {"0"}}, Body: http.NoBody, Request: req,
	}, nil
}

const (
	callServer  = "https://dis.example.com"
	callToken   = "token"
	callProject = "0123456789abcdef0123456789abcdef"
	callStream  = "mystream"
)

// callers are the contenders for a call that sends text. They have been seen to send the same.
func callers(text []byte) ([]contender, error) {
	var seen [2]sent
	for i := range seen {
		all, err := callersThrough(text, canned{&seen[i]})
		if err != nil {
			return nil, err
		}
		if err := all[i].call(); err != nil {
			return nil, fmt.Errorf("%s: %w", all[i].name, err)
		}
	}
	if !reflect.DeepEqual(seen[0], seen[1]) {
		return nil, fmt.Errorf("calls send different requests: %+v and %+v", seen[0], seen[1])
	}
	return callersThrough(text, canned{})
}

func callersThrough(text []byte, transport http.RoundTripper) ([]contender, error) {
	hc := &http.Client{Transport: transport}
	client, err := dis.NewClient(callServer, dis.WithHTTPClient(hc), dis.WithUserToken(callToken))
	if err != nil {
		return nil, err
	}
	params := &dis.CreateMRSTransferTaskParams{ProjectID: callProject, StreamName: callStream}
	var plain plainRequest
	if err := json.Unmarshal(text, &params.Body); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &plain); err != nil {
		return nil, err
	}
	ctx := context.Background()
	return []contender{
		{name: result.Own, call: func() error { return client.CreateMRSTransferTask(ctx, params) }},
		{name: result.Handwritten, call: func() error { return callByHand(ctx, hc, &plain) }},
	}, nil
}

// callByHand is what a program does without a generated client. It checks nothing and sends once.
func callByHand(ctx context.Context, hc *http.Client, body *plainRequest) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	target := callServer + "/v2/" + url.PathEscape(callProject) + "/streams/" + url.PathEscape(callStream) + "/transfer-tasks"
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, target, bytes.NewReader(data))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	req.Header.Set("X-Auth-Token", callToken)
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("status %s: %s", resp.Status, text)
	}
	return nil
}

// plainRequest is the body of the call for encoding/json, its members in the order of the document.
type plainRequest struct {
	DestinationType string     `json:"destination_type"`
	Descriptor      *plainTask `json:"mrs_destination_descriptor,omitempty"`
}

type plainTask struct {
	TaskName            string  `json:"task_name"`
	AgencyName          string  `json:"agency_name"`
	DeliverTimeInterval int32   `json:"deliver_time_interval"`
	ConsumerStrategy    *string `json:"consumer_strategy,omitempty"`
	ClusterName         string  `json:"mrs_cluster_name"`
	ClusterID           string  `json:"mrs_cluster_id"`
	HdfsPath            string  `json:"mrs_hdfs_path"`
	FilePrefix          *string `json:"file_prefix,omitempty"`
	HdfsPrefixFolder    *string `json:"hdfs_prefix_folder,omitempty"`
	BucketPath          string  `json:"obs_bucket_path"`
	DestinationFileType *string `json:"destination_file_type,omitempty"`
	RetryDuration       *int32  `json:"retry_duration,omitempty"`
}
