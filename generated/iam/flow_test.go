package iam_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
	"github.com/oas2go/oas2go/generated/iam"
)

// A contract judges requests by a document, with a library that shares no code with the generated packages.
type contract struct{ routers.Router }

func newContract(t *testing.T, document string) contract {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromFile(document)
	require.NoError(t, err)
	doc.Servers = nil // test servers listen elsewhere
	router, err := legacy.NewRouter(doc)
	require.NoError(t, err)
	return contract{router}
}

// judged serves requests that the document allows, and counts them.
func (c contract) judged(t *testing.T, mux *http.ServeMux) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		assert.NoError(t, err)
		judge := r.Clone(context.Background())
		judge.Body = io.NopCloser(bytes.NewReader(body))
		route, params, err := c.FindRoute(judge)
		if assert.NoError(t, err, "%s %s", r.Method, r.URL) {
			assert.NoError(t, openapi3filter.ValidateRequest(r.Context(), &openapi3filter.RequestValidationInput{
				Request: judge, PathParams: params, Route: route,
				Options: &openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc, SkipSettingDefaults: true},
			}))
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server
}

// A cloud is IAM and DIS, as far as the whole task needs them.
type cloud struct {
	iam, dis *httptest.Server
	issued   atomic.Int32
	lifetime time.Duration
	down     atomic.Bool // IAM gives no tokens
	mu       sync.Mutex
	valid    string // the token that DIS takes
	tasks    []task
}

type task struct {
	id, name, state string
}

func newCloud(t *testing.T) *cloud {
	t.Helper()
	c := &cloud{lifetime: time.Hour}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v3/auth/tokens", c.token)
	mux.HandleFunc("GET /v3/auth/projects", c.guard(c.projects))
	mux.HandleFunc("GET /v3.0/OS-AGENCY/agencies", c.guard(c.agencies))
	c.iam = newContract(t, "../../spec/iam/openapi.yaml").judged(t, mux)

	mux = http.NewServeMux()
	const tasks = "/v2/{project}/streams/{stream}/transfer-tasks"
	mux.HandleFunc("POST "+tasks, c.guard(c.create))
	mux.HandleFunc("GET "+tasks, c.guard(c.list))
	mux.HandleFunc("GET "+tasks+"/{name}", c.guard(c.show))
	mux.HandleFunc("DELETE "+tasks+"/{name}", c.guard(c.remove))
	mux.HandleFunc("POST "+tasks+"/action", c.guard(c.change))
	c.dis = newContract(t, "../../spec/dis/openapi.yaml").judged(t, mux)
	return c
}

func answer(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

func (c *cloud) token(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if c.down.Load() || !strings.Contains(string(body), `"password":"right"`) {
		answer(w, 401, `{"error":{"code":401,"message":"the password is wrong"}}`)
		return
	}
	token := fmt.Sprint("token-", c.issued.Add(1))
	c.mu.Lock()
	c.valid = token
	c.mu.Unlock()
	w.Header().Set("X-Subject-Token", token)
	answer(w, 201, fmt.Sprintf(`{"token":{"expires_at":%q,"methods":["password"],"project":{"id":"p1","name":"ap-southeast-1","domain":{"id":"d1","name":"acme"}}}}`,
		time.Now().Add(c.lifetime).UTC().Format("2006-01-02T15:04:05.000000Z")))
}

// guard refuses whoever has another token than the valid one.
func (c *cloud) guard(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c.mu.Lock()
		defer c.mu.Unlock()
		if r.Header.Get("X-Auth-Token") != c.valid {
			answer(w, 401, `{"error_code":"APIG.0301","error_msg":"the token has expired"}`)
			return
		}
		next(w, r)
	}
}

func (c *cloud) projects(w http.ResponseWriter, _ *http.Request) {
	answer(w, 200, `{"projects":[{"id":"p1","name":"ap-southeast-1","domain_id":"d1","enabled":true,"links":{"self":"https://x"}}]}`)
}

// agencies has 150, every fiftieth of which is for the service.
func (c *cloud) agencies(w http.ResponseWriter, r *http.Request) {
	page, _ := strconv.Atoi(r.URL.Query().Get("page"))
	size, _ := strconv.Atoi(r.URL.Query().Get("per_page"))
	var list []string
	for i := (page - 1) * size; i < min(page*size, 150); i++ {
		trusted := "another"
		if i%50 == 49 {
			trusted = "op_svc_dis"
		}
		list = append(list, fmt.Sprintf(`{"id":"a%d","name":"agency%d","trust_domain_name":%q}`, i, i, trusted))
	}
	answer(w, 200, `{"agencies":[`+strings.Join(list, ",")+`]}`)
}

func (c *cloud) find(name string) int {
	for i, k := range c.tasks {
		if k.name == name {
			return i
		}
	}
	return -1
}

func (c *cloud) create(w http.ResponseWriter, r *http.Request) {
	var body struct {
		D struct {
			Name string `json:"task_name"`
		} `json:"mrs_destination_descriptor"`
	}
	_ = json.NewDecoder(r.Body).Decode(&body)
	switch {
	case r.PathValue("stream") != "clicks":
		answer(w, 400, `{"errorCode":"DIS.4301","message":"Stream does not exist."}`)
	case c.find(body.D.Name) >= 0:
		answer(w, 400, `{"error_code":"DIS.4355","error_msg":"The task exists."}`)
	default:
		c.tasks = append(c.tasks, task{fmt.Sprint("id-", body.D.Name), body.D.Name, "RUNNING"})
		w.WriteHeader(201)
	}
}

func (c *cloud) list(w http.ResponseWriter, _ *http.Request) {
	var list []string
	for _, k := range c.tasks {
		list = append(list, fmt.Sprintf(`{"task_id":%q,"task_name":%q,"state":%q,"destination_type":"MRS"}`, k.id, k.name, k.state))
	}
	answer(w, 200, fmt.Sprintf(`{"total_number":%d,"quota":5,"tasks":[%s]}`, len(list), strings.Join(list, ",")))
}

func (c *cloud) show(w http.ResponseWriter, r *http.Request) {
	i := c.find(r.PathValue("name"))
	if i < 0 {
		answer(w, 400, `{"error":{"code":"DIS.4354","message":"no such task"}}`)
		return
	}
	answer(w, 200, fmt.Sprintf(`{"task_id":%q,"task_name":%q,"state":%q,"destination_type":"MRS","cloudtable_destination_descripton":{"a":1}}`,
		c.tasks[i].id, c.tasks[i].name, c.tasks[i].state))
}

func (c *cloud) remove(w http.ResponseWriter, r *http.Request) {
	if i := c.find(r.PathValue("name")); i >= 0 {
		c.tasks = append(c.tasks[:i], c.tasks[i+1:]...)
	}
	w.WriteHeader(204)
}

func (c *cloud) change(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	for i := range c.tasks {
		if strings.Contains(string(body), strconv.Quote(c.tasks[i].id)) {
			c.tasks[i].state = map[bool]string{true: "PAUSED", false: "RUNNING"}[strings.Contains(string(body), `"stop"`)]
		}
	}
	answer(w, 200, "")
}

// login is who does the task.
func login(password string) iam.Login {
	return iam.Login{Account: "acme", User: "me", Password: password, Project: "ap-southeast-1"}
}

// source makes a client of IAM and a source of tokens on it.
func (c *cloud) source(t *testing.T, password string) (*iam.Client, *iam.TokenSource) {
	t.Helper()
	client, err := iam.NewClient(c.iam.URL, iam.WithRetries(0))
	require.NoError(t, err)
	source := iam.NewTokenSource(client, login(password))
	client, err = iam.NewClient(c.iam.URL, iam.WithTokenSource(source.Token), iam.WithRetries(0))
	require.NoError(t, err)
	return client, source
}

// TestWholeTask does all that a user of dump tasks does, with a token that the service stops taking in the middle.
func TestWholeTask(t *testing.T) {
	ctx := t.Context()
	c := newCloud(t)
	account, source := c.source(t, "right")

	projectID, err := source.ProjectID(ctx)
	require.NoError(t, err)
	assert.Equal(t, "p1", projectID)
	projects, err := account.ListAuthProjects(ctx, nil)
	require.NoError(t, err)
	require.Len(t, projects.Projects, 1)

	var agencies []string
	for a, err := range account.AgenciesFor(ctx, *projects.Projects[0].DomainID, "op_svc_dis") {
		require.NoError(t, err)
		agencies = append(agencies, *a.Name)
	}
	assert.Equal(t, []string{"agency49", "agency99", "agency149"}, agencies)

	service, err := dis.NewClient(c.dis.URL, dis.WithUserTokenSource(source.Token), dis.WithProjectID(projectID), dis.WithRetries(0))
	require.NoError(t, err)
	create := func(stream, name string) error {
		return service.CreateMRSTransferTask(ctx, &dis.CreateMRSTransferTaskParams{StreamName: stream, Body: dis.CreateMRSTransferTaskRequest{
			DestinationType: dis.DestinationTypeMRS,
			MRSDestinationDescriptor: &dis.MRSDestinationDescriptorRequest{
				TaskName: name, AgencyName: agencies[0], DeliverTimeInterval: 300, MRSClusterName: "c", MRSClusterID: "c1", MRSHdfsPath: "/user", OBSBucketPath: "b",
			},
		}})
	}
	require.NoError(t, create("clicks", "one"))
	c.mu.Lock()
	c.valid = "none" // what was issued before no longer counts
	c.mu.Unlock()
	require.NoError(t, create("clicks", "two"))
	assert.Equal(t, int32(2), c.issued.Load())

	list, err := service.ListTransferTasks(ctx, &dis.ListTransferTasksParams{StreamName: "clicks"})
	require.NoError(t, err)
	require.Len(t, list.Tasks, 2)
	require.NoError(t, service.StopTransferTasks(ctx, "clicks", []string{*list.Tasks[0].TaskID}))
	shown, err := service.ShowTransferTask(ctx, &dis.ShowTransferTaskParams{StreamName: "clicks", TaskName: "one"})
	require.NoError(t, err)
	assert.Equal(t, dis.TaskStatePaused, *shown.State)
	assert.Contains(t, shown.CloudtableDestination(), "a", "the key as it is misspelt")
	require.NoError(t, service.StartTransferTasks(ctx, "clicks", []string{*list.Tasks[0].TaskID}))
	require.NoError(t, service.DeleteTransferTask(ctx, &dis.DeleteTransferTaskParams{StreamName: "clicks", TaskName: "two"}))

	for err, code := range map[error]dis.ErrorCode{
		create("clicks", "one"):  dis.CodeTransferTaskExists,
		create("visits", "zero"): dis.CodeNoStream,
	} {
		var failure *dis.APIError
		require.ErrorAs(t, err, &failure)
		assert.Equal(t, code, failure.Code())
	}
	_, err = service.ShowTransferTask(ctx, &dis.ShowTransferTaskParams{StreamName: "clicks", TaskName: "two"})
	var failure *dis.APIError
	require.ErrorAs(t, err, &failure)
	assert.Equal(t, dis.CodeNoTransferTask, failure.Code())
}

// TestOneTokenForAll: many callers wait for one token, at the beginning and when it is refused.
func TestOneTokenForAll(t *testing.T) {
	c := newCloud(t)
	_, source := c.source(t, "right")
	service, err := dis.NewClient(c.dis.URL, dis.WithUserTokenSource(source.Token), dis.WithProjectID("p1"), dis.WithRetries(0))
	require.NoError(t, err)
	for round := range int32(2) {
		var all sync.WaitGroup
		for range 100 {
			all.Go(func() {
				_, err := service.ListTransferTasks(t.Context(), &dis.ListTransferTasksParams{StreamName: "clicks"})
				assert.NoError(t, err)
			})
		}
		all.Wait()
		assert.Equal(t, round+1, c.issued.Load())
		c.mu.Lock()
		c.valid = "none"
		c.mu.Unlock()
	}
}

// TestTokenEnds: a token that is about to end is replaced before it is used.
func TestTokenEnds(t *testing.T) {
	c := newCloud(t)
	c.lifetime = time.Minute
	_, source := c.source(t, "right")
	first, err := source.Token(t.Context())
	require.NoError(t, err)
	second, err := source.Token(t.Context())
	require.NoError(t, err)
	assert.NotEqual(t, first, second)
}

// TestTokenFails: what IAM says reaches the caller of the other service, without the password.
func TestTokenFails(t *testing.T) {
	c := newCloud(t)
	_, source := c.source(t, "not what it should be")
	service, err := dis.NewClient(c.dis.URL, dis.WithUserTokenSource(source.Token), dis.WithProjectID("p1"), dis.WithRetries(0))
	require.NoError(t, err)
	_, err = service.ListTransferTasks(t.Context(), &dis.ListTransferTasksParams{StreamName: "clicks"})
	require.ErrorContains(t, err, "dis: ListTransferTasks: WithUserToken: iam: CreateToken: HTTP 401 Unauthorized: ")
	assert.NotContains(t, err.Error(), "not what it should be")
	var failure *iam.APIError
	require.ErrorAs(t, err, &failure)
	assert.Equal(t, "me@acme for ap-southeast-1", fmt.Sprintf("%v", login("x")))
	assert.NotContains(t, fmt.Sprintf("%#v", login("x")), `"x"`)
}

// TestNoPassword prints a login and a source in every way that hides nothing by itself.
func TestNoPassword(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("X-Subject-Token", "t0ken")
		w.WriteHeader(http.StatusCreated)
		io.WriteString(w, `{"token": {"expires_at": "soon", "project": {"id": "p1", "name": "r", "domain": {"id": "d1", "name": "a"}}}}`)
	}))
	defer server.Close()
	client, err := iam.NewClient(server.URL)
	require.NoError(t, err)
	login := iam.Login{Account: "a", User: "u", Password: "s3cr3t", Project: "r"}
	source := iam.NewTokenSource(client, login)
	token, err := source.Token(t.Context())
	require.NoError(t, err, "an end that cannot be read is as if it was not there")
	assert.Equal(t, "t0ken", token)
	domain, err := source.DomainID(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "d1", domain)

	var text bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&text, nil))
	for _, v := range []any{login, &login, source, *source, struct{ inside *iam.TokenSource }{source}, struct{ inside iam.TokenSource }{*source}} {
		fmt.Fprintf(&text, "%v %+v %#v %d %s\n", v, v, v, v, v)
		logger.Info("seen", "v", v)
		data, err := json.Marshal(v)
		require.NoError(t, err)
		text.Write(data)
	}
	assert.NotContains(t, text.String(), "s3cr3t")
	assert.NotContains(t, text.String(), "t0ken")
}

// TestAgenciesForFewPerPage: a server gives fewer for a page than it was asked for.
func TestAgenciesForFewPerPage(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		page, _ := strconv.Atoi(r.URL.Query().Get("page"))
		if page > 3 {
			io.WriteString(w, `{"agencies": []}`)
			return
		}
		fmt.Fprintf(w, `{"agencies": [{"id": "%d", "name": "n", "domain_id": "d", "trust_domain_name": "DIS"}]}`, page)
	}))
	defer server.Close()
	client, err := iam.NewClient(server.URL, iam.WithToken("t"))
	require.NoError(t, err)
	found := 0
	for _, err := range client.AgenciesFor(t.Context(), "d", "DIS") {
		require.NoError(t, err)
		found++
	}
	assert.Equal(t, 3, found)
}
