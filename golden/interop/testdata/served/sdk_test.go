package served

import (
	"net/http"
	"testing"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/config"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
	sdk "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/dis/v2"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/dis/v2/model"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	client "github.com/oas2go/oas2go/generated/dis"

	"served.test/dis"
)

// An sdkClient is the client of the SDK. That has no call that adds an MRS task, but all its parts.
type sdkClient struct {
	*sdk.DisClient
	http *core.HcHttpClient
}

// sdkRequest and sdkBody are the request that the SDK does not have.
type sdkRequest struct {
	StreamName string   `json:"stream_name"`
	Body       *sdkBody `json:"body,omitempty"`
}

type sdkBody struct {
	DestinationType          string                                 `json:"destination_type"`
	MrsDestinationDescriptor *model.MrsDestinationDescriptorRequest `json:"mrs_destination_descriptor,omitempty"`
}

func newSDKClient(t *testing.T, endpoint, key string) sdkClient {
	t.Helper()
	credentials, err := basic.NewCredentialsBuilder().WithAk(accessKey).WithSk(key).WithProjectId(project).SafeBuild()
	require.NoError(t, err)
	settings := config.DefaultHttpConfig()
	settings.UserAgent = "served" // otherwise the SDK writes a file in the home directory
	client, err := core.NewHcHttpClientBuilder().WithEndpoint(endpoint).WithCredential(credentials).WithHttpConfig(settings).SafeBuild()
	require.NoError(t, err)
	return sdkClient{sdk.NewDisClient(client), client}
}

func (c sdkClient) create(stream, task string) error {
	strategy := model.GetMrsDestinationDescriptorRequestConsumerStrategyEnum().LATEST
	body := &sdkBody{"MRS", &model.MrsDestinationDescriptorRequest{
		TaskName: task, AgencyName: "dis_admin_agency", DeliverTimeInterval: 30, ConsumerStrategy: &strategy,
		MrsClusterName: "mrscluster", MrsClusterId: "f8123fa6-99f1-4ed9-83f4-c827c7277d41", MrsHdfsPath: "/user",
		FilePrefix: new(""), HdfsPrefixFolder: new(""), ObsBucketPath: "obsbucket", RetryDuration: new("1800"),
	}}
	_, err := c.http.Sync(&sdkRequest{stream, body}, sdk.GenReqDefForCreateObsTransferTask())
	return err
}

// fails asks that a call of the SDK failed, with status and code of the service.
func fails(t *testing.T, err error, status int, code string) *sdkerr.ServiceResponseError {
	t.Helper()
	var failure *sdkerr.ServiceResponseError
	require.ErrorAs(t, err, &failure)
	assert.Equal(t, status, failure.StatusCode, failure.ErrorMessage)
	assert.Equal(t, code, failure.ErrorCode, failure.ErrorMessage)
	assert.NotEmpty(t, failure.RequestId)
	return failure
}

// A task lives from its creation to its end, all by the SDK. Its requests are signed, and the server signs them again.
func TestSDK(t *testing.T) {
	c := newSDKClient(t, listen(t, newHandler(t, dis.HandlerOptions{Failed: asTheService})), secretKey)
	for _, stream := range []string{"mystream", "my stream", "ü"} {
		for _, name := range []string{"a", "b", "c", "d", "e"} {
			require.NoError(t, c.create(stream, name), stream)
		}
		fails(t, c.create(stream, "a"), 400, codeTaskExists)
		fails(t, c.create(stream, "f"), 400, codeQuota)

		all, err := c.ListTransferTasks(&model.ListTransferTasksRequest{StreamName: stream})
		require.NoError(t, err)
		assert.Equal(t, http.StatusOK, all.HttpStatusCode)
		assert.Equal(t, int32(5), *all.TotalNumber)
		assert.Equal(t, int32(quota), *all.Quota)
		require.Len(t, *all.Tasks, 5)
		assert.Equal(t, "c", *(*all.Tasks)[2].TaskName)
		assert.Equal(t, model.GetTransferTaskStateEnum().RUNNING, *(*all.Tasks)[2].State)

		shown, err := c.ShowTransferTask(&model.ShowTransferTaskRequest{StreamName: stream, TaskName: "b"})
		require.NoError(t, err)
		assert.Equal(t, stream, *shown.StreamName)
		assert.Equal(t, int64(1760000000000), *shown.CreateTime)
		assert.Equal(t, model.GetShowTransferTaskResponseDestinationTypeEnum().MRS, *shown.DestinationType)
		assert.Equal(t, "/user", shown.MrsDestinationDescription.MrsHdfsPath)
		assert.Equal(t, "1800", *shown.MrsDestinationDescription.RetryDuration)

		gone, err := c.DeleteTransferTask(&model.DeleteTransferTaskRequest{StreamName: stream, TaskName: "b"})
		require.NoError(t, err)
		assert.Equal(t, http.StatusNoContent, gone.HttpStatusCode)
		_, err = c.ShowTransferTask(&model.ShowTransferTaskRequest{StreamName: stream, TaskName: "b"})
		fails(t, err, 400, codeNoTask)
		all, err = c.ListTransferTasks(&model.ListTransferTasksRequest{StreamName: stream})
		require.NoError(t, err)
		assert.Len(t, *all.Tasks, 4)
	}
}

func TestSDKStopsAndStarts(t *testing.T) {
	c := newSDKClient(t, listen(t, newHandler(t, dis.HandlerOptions{Failed: asTheService})), secretKey)
	require.NoError(t, c.create("mystream", "a"))
	tasks := []model.BatchTransferTask{{Id: "id-1"}}
	state := func() model.ShowTransferTaskResponseState {
		shown, err := c.ShowTransferTask(&model.ShowTransferTaskRequest{StreamName: "mystream", TaskName: "a"})
		require.NoError(t, err)
		return *shown.State
	}
	_, err := c.BatchStopTransferTask(&model.BatchStopTransferTaskRequest{StreamName: "mystream", Body: &model.BatchStopTransferTaskReq{
		Action: model.GetBatchStopTransferTaskReqActionEnum().STOP, Tasks: tasks,
	}})
	require.NoError(t, err)
	assert.Equal(t, model.GetShowTransferTaskResponseStateEnum().PAUSED, state())
	_, err = c.BatchStartTransferTask(&model.BatchStartTransferTaskRequest{StreamName: "mystream", Body: &model.BatchStartTransferTaskReq{
		Action: model.GetBatchStartTransferTaskReqActionEnum().START, Tasks: tasks,
	}})
	require.NoError(t, err)
	assert.Equal(t, model.GetShowTransferTaskResponseStateEnum().RUNNING, state())
	_, err = c.BatchStartTransferTask(&model.BatchStartTransferTaskRequest{StreamName: "mystream", Body: &model.BatchStartTransferTaskReq{
		Action: model.GetBatchStartTransferTaskReqActionEnum().START,
	}})
	assert.Contains(t, fails(t, err, 400, codeRequest).ErrorMessage, "/tasks")
}

// What the handler refuses is an error of the SDK with the code of the service too.
func TestSDKIsRefused(t *testing.T) {
	url := listen(t, newHandler(t, dis.HandlerOptions{Failed: asTheService}))
	c := newSDKClient(t, url, secretKey)
	_, err := c.CreateObsTransferTask(&model.CreateObsTransferTaskRequest{
		StreamName: "mystream",
		Body:       &model.CreateTransferTaskReq{DestinationType: model.GetCreateTransferTaskReqDestinationTypeEnum().OBS},
	})
	assert.Contains(t, fails(t, err, 400, codeRequest).ErrorMessage, "/destination_type")
	assert.Contains(t, fails(t, c.create("mystream", "a b"), 400, codeRequest).ErrorMessage, "/mrs_destination_descriptor/task_name")
	_, err = c.ListStreams(&model.ListStreamsRequest{})
	fails(t, err, 404, codeRequest)

	stranger := newSDKClient(t, url, "another key")
	fails(t, stranger.create("mystream", "a"), 441, codeAuthentication)
	_, err = stranger.ListTransferTasks(&model.ListTransferTasksRequest{StreamName: "mystream"})
	fails(t, err, 441, codeAuthentication)
}

// Without a function for failures, they are the default body, which the SDK takes too: its text is the message.
func TestSDKReadsTheDefaultBody(t *testing.T) {
	url := listen(t, newHandler(t, dis.HandlerOptions{}))
	err := fails(t, newSDKClient(t, url, secretKey).create("mystream", "a b"), 400, "")
	assert.Contains(t, err.ErrorMessage, `"pointer":"/mrs_destination_descriptor/task_name"`)
	fails(t, newSDKClient(t, url, "another key").create("mystream", "a"), 401, "")
}

// Our own client has a token instead of a signature.
func TestOurClient(t *testing.T) {
	url := listen(t, newHandler(t, dis.HandlerOptions{Failed: asTheService}))
	params := &client.ListTransferTasksParams{ProjectID: project, StreamName: "mystream"}
	for key, status := range map[string]int{token: 0, "other": 441} {
		c, err := client.NewClient(url, client.WithUserToken(key))
		require.NoError(t, err)
		_, err = c.ListTransferTasks(t.Context(), params)
		if status == 0 {
			require.NoError(t, err)
			continue
		}
		var failure *client.APIError
		require.ErrorAs(t, err, &failure)
		assert.Equal(t, status, failure.StatusCode)
		assert.Equal(t, codeAuthentication, string(failure.Code()))
	}
	signed, err := client.NewClient(url, client.WithAkSk(client.NewSigner(accessKey, secretKey)))
	require.NoError(t, err)
	_, err = signed.ListTransferTasks(t.Context(), params)
	require.NoError(t, err)
}
