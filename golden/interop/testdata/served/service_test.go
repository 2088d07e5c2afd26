// Package served holds tests of generated servers: the official SDK against that of DIS, and servers below the routers that people use.
package served

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	client "github.com/oas2go/oas2go/generated/dis"

	"served.test/dis"
)

const (
	accessKey = "TESTAK"
	secretKey = "TESTSK"
	token     = "a token"
	project   = "0123456789abcdef0123456789abcdef"
	quota     = 5
)

// The codes of failures, as the reference of the service has them.
const (
	codeAuthentication = "DIS.4110"
	codeRequest        = "DIS.4300"
	codeNoTask         = "DIS.4332"
	codeTaskExists     = "DIS.4331"
	codeQuota          = "DIS.4334"
)

// A service keeps dump tasks in memory.
type service struct {
	dis.UnimplementedService
	mu    sync.Mutex
	tasks []*dis.ShowTransferTaskResponse
	made  int
}

// failure is a response as the service gives it: with code and text.
func failure(code, text string) error {
	return dis.Fail(http.StatusBadRequest, &dis.ErrorResponse{ErrorCode: &code, ErrorMsg: &text})
}

// find gives the place of a task. The lock is held.
func (s *service) find(stream, task string) (int, error) {
	i := slices.IndexFunc(s.tasks, func(t *dis.ShowTransferTaskResponse) bool { return *t.StreamName == stream && *t.TaskName == task })
	if i < 0 {
		return 0, failure(codeNoTask, "There is no such task.")
	}
	return i, nil
}

// of gives the tasks of a stream. The lock is held.
func (s *service) of(stream string) (tasks []dis.TransferTask) {
	for _, t := range s.tasks {
		if *t.StreamName == stream {
			tasks = append(tasks, dis.TransferTask{
				TaskID: t.TaskID, TaskName: t.TaskName, State: t.State, DestinationType: t.DestinationType, CreateTime: t.CreateTime,
			})
		}
	}
	return tasks
}

func (s *service) CreateMRSTransferTask(_ context.Context, p *dis.CreateMRSTransferTaskParams) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := p.Body.MRSDestinationDescriptor
	if d == nil {
		return failure(codeRequest, "The descriptor is missing.")
	}
	if _, err := s.find(p.StreamName, d.TaskName); err == nil {
		return failure(codeTaskExists, "There is such a task.")
	}
	if len(s.of(p.StreamName)) == quota {
		return failure(codeQuota, "The stream has all the tasks that it may have.")
	}
	s.made++
	s.tasks = append(s.tasks, &dis.ShowTransferTaskResponse{
		StreamName: &p.StreamName, TaskName: &d.TaskName, TaskID: new(fmt.Sprint("id-", s.made)), State: new(dis.TaskStateRunning),
		DestinationType: new(dis.TaskDestinationTypeMRS), CreateTime: new(int64(1760000000000)),
		MRSDestinationDescription: &dis.MRSDestinationDescription{
			TaskName: &d.TaskName, AgencyName: &d.AgencyName, DeliverTimeInterval: &d.DeliverTimeInterval, ConsumerStrategy: d.ConsumerStrategy,
			MRSClusterName: &d.MRSClusterName, MRSClusterID: &d.MRSClusterID, MRSHdfsPath: &d.MRSHdfsPath, FilePrefix: d.FilePrefix,
			HdfsPrefixFolder: d.HdfsPrefixFolder, OBSBucketPath: &d.OBSBucketPath, RetryDuration: d.RetryDuration,
		},
	})
	return nil
}

func (s *service) ListTransferTasks(_ context.Context, p *dis.ListTransferTasksParams) (*dis.ListTransferTasksResponse, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	tasks := s.of(p.StreamName)
	return &dis.ListTransferTasksResponse{TotalNumber: new(int32(len(tasks))), Quota: new(int32(quota)), Tasks: tasks}, nil
}

func (s *service) ShowTransferTask(_ context.Context, p *dis.ShowTransferTaskParams) (*dis.ShowTransferTaskResponse, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, err := s.find(p.StreamName, p.TaskName)
	if err != nil {
		return nil, err
	}
	shown := *s.tasks[i]
	return &shown, nil
}

func (s *service) DeleteTransferTask(_ context.Context, p *dis.DeleteTransferTaskParams) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, err := s.find(p.StreamName, p.TaskName)
	if err == nil {
		s.tasks = slices.Delete(s.tasks, i, i+1)
	}
	return err
}

func (s *service) ChangeTransferTasks(_ context.Context, p *dis.ChangeTransferTasksParams) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	state := dis.TaskStateRunning
	if p.Body.Action == dis.TaskActionStop {
		state = dis.TaskStatePaused
	}
	for _, wanted := range p.Body.Tasks {
		i := slices.IndexFunc(s.tasks, func(t *dis.ShowTransferTaskResponse) bool { return *t.TaskID == wanted.ID })
		if i < 0 {
			return failure(codeNoTask, "There is no such task.")
		}
		s.tasks[i].State = &state
	}
	return nil
}

// userToken takes one token.
func userToken(_ context.Context, key string, _ []string) (context.Context, error) {
	if key != token {
		return nil, errors.New("another token")
	}
	return nil, nil
}

// akSk signs again what the client says it has signed.
func akSk(_ context.Context, r *http.Request, body []byte) (context.Context, error) {
	_, list, _ := strings.Cut(r.Header.Get("Authorization"), "SignedHeaders=")
	list, _, found := strings.Cut(list, ",")
	if !found {
		return nil, errors.New("it is no signature")
	}
	again, err := http.NewRequest(r.Method, "http://"+r.Host+r.RequestURI, nil)
	if err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(list, ";") {
		again.Header[http.CanonicalHeaderKey(name)] = r.Header.Values(name)
	}
	if err := client.NewSigner(accessKey, secretKey)(again, body); err != nil {
		return nil, err
	}
	if again.Header.Get("Authorization") != r.Header.Get("Authorization") {
		return nil, errors.New("another signature")
	}
	return nil, nil
}

// asTheService gives the failures of the handler the form of those of the service.
func asTheService(_ *http.Request, f *dis.Failure) {
	if f.Body != nil {
		return
	}
	code := codeRequest
	if f.Status == http.StatusUnauthorized {
		f.Status, code = 441, codeAuthentication
	}
	f.Body = &dis.ErrorResponse{ErrorCode: &code, ErrorMsg: new(f.Err.Error())}
}

// newHandler serves a new service.
func newHandler(t *testing.T, options dis.HandlerOptions) http.Handler {
	t.Helper()
	options.ValidateResponses = true
	h, err := dis.NewHandler(&service{}, dis.HandlerConfig{UserToken: userToken, AkSk: akSk, HandlerOptions: options})
	require.NoError(t, err)
	return h
}

// listen serves a handler on this machine.
func listen(t *testing.T, h http.Handler) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}
