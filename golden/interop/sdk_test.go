package interop

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/config"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
	disv2 "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/dis/v2"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/dis/v2/model"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

// The SDK has no operation for MRS, but all its parts: client, signer, request
// definition (that of the OBS form; method, path and content type are the
// same) and the model of the descriptor. Only these two structs are ours.
type sdkRequest struct {
	StreamName string   `json:"stream_name"`
	Body       *sdkBody `json:"body,omitempty"`
}

type sdkBody struct {
	DestinationType          string                                 `json:"destination_type"`
	MrsDestinationDescriptor *model.MrsDestinationDescriptorRequest `json:"mrs_destination_descriptor,omitempty"`
}

func sdkClient(t *testing.T, endpoint, securityToken string) *core.HcHttpClient {
	t.Helper()
	credentials, err := basic.NewCredentialsBuilder().WithAk(accessKey).WithSk(secretKey).
		WithSecurityToken(securityToken).WithProjectId(project).SafeBuild()
	require.NoError(t, err)
	settings := config.DefaultHttpConfig()
	settings.UserAgent = "interop" // otherwise the SDK writes a file in the home directory
	client, err := core.NewHcHttpClientBuilder().WithEndpoint(endpoint).WithCredential(credentials).WithHttpConfig(settings).SafeBuild()
	require.NoError(t, err)
	return client
}

// sdkDescriptor is the request of the page, as the SDK can express it.
func sdkDescriptor() *model.MrsDestinationDescriptorRequest {
	strategy := model.GetMrsDestinationDescriptorRequestConsumerStrategyEnum().LATEST
	return &model.MrsDestinationDescriptorRequest{
		TaskName: "mrstask", AgencyName: "dis_admin_agency", DeliverTimeInterval: 30, ConsumerStrategy: &strategy,
		MrsClusterName: "mrscluster", MrsClusterId: "f8123fa6-99f1-4ed9-83f4-c827c7277d41", MrsHdfsPath: "/user",
		FilePrefix: new(""), HdfsPrefixFolder: new(""), ObsBucketPath: "obsbucket", RetryDuration: new("1800"),
	}
}

func sdkSend(t *testing.T, s *service, stream string, d *model.MrsDestinationDescriptorRequest) error {
	t.Helper()
	_, err := sdkClient(t, s.URL, "").Sync(&sdkRequest{stream, &sdkBody{"MRS", d}}, disv2.GenReqDefForCreateObsTransferTask())
	return err
}

// What the SDK sends decodes and is valid, and holds what was put in.
func TestSDKRequestIsAccepted(t *testing.T) {
	s := serve(t)
	require.NoError(t, sdkSend(t, s, "mystream", sdkDescriptor()))
	got := s.last(t)
	assert.NoError(t, got.err)
	assert.Equal(t, "application/json", got.Header.Get("Content-Type"))
	assert.Equal(t, dis.CreateMRSTransferTaskParams{
		ProjectID: project, StreamName: "mystream",
		Body: dis.CreateMRSTransferTaskRequest{
			DestinationType: dis.DestinationTypeMRS,
			MRSDestinationDescriptor: &dis.MRSDestinationDescriptorRequest{
				TaskName: "mrstask", AgencyName: "dis_admin_agency", DeliverTimeInterval: 30, ConsumerStrategy: new(dis.ConsumerStrategyLatest),
				MRSClusterName: "mrscluster", MRSClusterID: "f8123fa6-99f1-4ed9-83f4-c827c7277d41", MRSHdfsPath: "/user",
				FilePrefix: new(""), HdfsPrefixFolder: new(""), OBSBucketPath: "obsbucket", RetryDuration: dis.RetryDurationString("1800"),
			},
		},
	}, got.params)
}

// Each change is made in the SDK's model, and seen through ours.
func TestSDKVariants(t *testing.T) {
	trim := model.GetMrsDestinationDescriptorRequestConsumerStrategyEnum().TRIM_HORIZON
	for name, change := range map[string]func(*model.MrsDestinationDescriptorRequest){
		"only what is mandatory": func(d *model.MrsDestinationDescriptorRequest) {
			d.ConsumerStrategy, d.FilePrefix, d.HdfsPrefixFolder, d.RetryDuration = nil, nil, nil, nil
		},
		"trim horizon":     func(d *model.MrsDestinationDescriptorRequest) { d.ConsumerStrategy = &trim },
		"no retry":         func(d *model.MrsDestinationDescriptorRequest) { d.RetryDuration = new("0") },
		"longest retry":    func(d *model.MrsDestinationDescriptorRequest) { d.RetryDuration = new("7200") },
		"longest interval": func(d *model.MrsDestinationDescriptorRequest) { d.DeliverTimeInterval = 900 },
		"directories": func(d *model.MrsDestinationDescriptorRequest) {
			d.FilePrefix, d.HdfsPrefixFolder = new("a/b_1"), new("c/d")
		},
		"characters of all": func(d *model.MrsDestinationDescriptorRequest) { d.MrsHdfsPath = "/a<b&c>\"\\ü😀\u2028" },
	} {
		s := serve(t)
		d := sdkDescriptor()
		change(d)
		require.NoError(t, sdkSend(t, s, "mystream", d), name)
		got := s.last(t)
		require.NoError(t, got.err, name)
		ours, err := json.Marshal(got.params.Body)
		require.NoError(t, err, name)
		assert.JSONEq(t, string(got.body), string(ours), name)
		assert.Equal(t, d.MrsHdfsPath, got.params.Body.MRSDestinationDescriptor.MRSHdfsPath, name)
	}
}

// The SDK checks nothing before it sends. The server does, by the document,
// and the SDK understands the response.
func TestSDKRequestIsRejected(t *testing.T) {
	for name, change := range map[string]func(*model.MrsDestinationDescriptorRequest){
		"/mrs_destination_descriptor/deliver_time_interval": func(d *model.MrsDestinationDescriptorRequest) { d.DeliverTimeInterval = 5 },
		"/mrs_destination_descriptor/file_prefix":           func(d *model.MrsDestinationDescriptorRequest) { d.FilePrefix = new("/bad prefix") },
		"/mrs_destination_descriptor/retry_duration":        func(d *model.MrsDestinationDescriptorRequest) { d.RetryDuration = new("7201") },
		"/mrs_destination_descriptor/agency_name":           func(d *model.MrsDestinationDescriptorRequest) { d.AgencyName = "" },
	} {
		s := serve(t)
		d := sdkDescriptor()
		change(d)
		err := sdkSend(t, s, "mystream", d)
		var failure *sdkerr.ServiceResponseError
		require.ErrorAs(t, err, &failure, name)
		assert.Equal(t, http.StatusBadRequest, failure.StatusCode)
		assert.Equal(t, "DIS.4300", failure.ErrorCode)
		var invalid *dis.InvalidError
		require.ErrorAs(t, s.last(t).err, &invalid, name)
		require.Len(t, invalid.Violations, 1, name)
		assert.Equal(t, name, invalid.Violations[0].Pointer)
	}
}

// The typed OBS call of the SDK is another operation on the same path.
func TestSDKOBSCallIsNotOurs(t *testing.T) {
	s := serve(t)
	client := disv2.NewDisClient(sdkClient(t, s.URL, ""))
	_, err := client.CreateObsTransferTask(&model.CreateObsTransferTaskRequest{
		StreamName: "mystream",
		Body: &model.CreateTransferTaskReq{
			DestinationType: model.GetCreateTransferTaskReqDestinationTypeEnum().OBS,
		},
	})
	assert.Error(t, err)
	assert.ErrorContains(t, s.last(t).err, "/destination_type")
}
