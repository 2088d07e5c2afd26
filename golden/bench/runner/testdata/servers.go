package main

import (
	"context"
	"net/http"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	middleware "github.com/oapi-codegen/nethttp-middleware"

	ogenpages "github.com/oas2go/oas2go/golden/bench/runner/ogen/pages"
	ogentasks "github.com/oas2go/oas2go/golden/bench/runner/ogen/tasks"
	baretasks "github.com/oas2go/oas2go/golden/bench/runner/ogenbare/tasks"
	ownpages "github.com/oas2go/oas2go/golden/bench/runner/own/pages"
	owntasks "github.com/oas2go/oas2go/golden/bench/runner/own/tasks"
	peerpages "github.com/oas2go/oas2go/golden/bench/runner/peer/pages"
	peertasks "github.com/oas2go/oas2go/golden/bench/runner/peer/tasks"

	"github.com/oas2go/oas2go/golden/bench/result"
)

// servers returns the servers of each package.
func servers() (map[string][]server, error) {
	made := map[string][]server{}
	for name, makers := range map[string][]func() ([]server, error){
		"tasks": {ownTasks, peerTasks, ogenTasks, bareTasks}, "pages": {ownPages, peerPages, ogenPages},
	} {
		for _, make := range makers {
			some, err := make()
			if err != nil {
				return nil, err
			}
			made[name] = append(made[name], some...)
		}
	}
	return made, nil
}

// validated puts the validating middleware before a handler of oapi-codegen, and gives both. Credentials are good.
func validated(h http.Handler, spec func() (*openapi3.T, error), got func() any) ([]server, error) {
	doc, err := spec()
	if err != nil {
		return nil, err
	}
	validate := middleware.OapiRequestValidatorWithOptions(doc, &middleware.Options{
		Options: openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc}, DoNotValidateServers: true, SilenceServersWarning: true,
	})
	return []server{
		{name: result.Strict, handler: validate(h), got: got, judges: true},
		{name: result.StrictOff, handler: h, got: got},
	}, nil
}

type ownTaskService struct {
	owntasks.UnimplementedService
	got *owntasks.CreateMRSTransferTaskRequest
}

func (s *ownTaskService) CreateMRSTransferTask(_ context.Context, p *owntasks.CreateMRSTransferTaskParams) error {
	s.got = &p.Body
	return nil
}

func ownTasks() ([]server, error) {
	s := new(ownTaskService)
	h, err := owntasks.NewHandler(s, owntasks.HandlerConfig{
		UserToken: func(ctx context.Context, _ string, _ []string) (context.Context, error) { return ctx, nil },
		AkSk:      func(ctx context.Context, _ *http.Request, _ []byte) (context.Context, error) { return ctx, nil },
	})
	return []server{{name: result.Own, handler: h, got: func() any { return s.got }, judges: true}}, err
}

type peerTaskService struct {
	peertasks.StrictServerInterface
	got *peertasks.CreateMrsTransferTaskJSONRequestBody
}

func (s *peerTaskService) CreateMrsTransferTask(_ context.Context, r peertasks.CreateMrsTransferTaskRequestObject) (peertasks.CreateMrsTransferTaskResponseObject, error) {
	s.got = r.Body
	return peertasks.CreateMrsTransferTask201Response{}, nil
}

func peerTasks() ([]server, error) {
	s := new(peerTaskService)
	return validated(peertasks.Handler(peertasks.NewStrictHandler(s, nil)), peertasks.GetSpec, func() any { return s.got })
}

type ogenTaskService struct {
	ogentasks.Handler
	got *ogentasks.CreateMrsTransferTaskRequest
}

func (s *ogenTaskService) CreateMrsTransferTask(_ context.Context, r *ogentasks.CreateMrsTransferTaskRequest, _ ogentasks.CreateMrsTransferTaskParams) (ogentasks.CreateMrsTransferTaskRes, error) {
	s.got = r
	return new(ogentasks.CreateMrsTransferTaskCreated), nil
}

type ogenSecurity struct{}

func (ogenSecurity) HandleAkSk(ctx context.Context, _ ogentasks.OperationName, _ ogentasks.AkSk) (context.Context, error) {
	return ctx, nil
}

func (ogenSecurity) HandleUserToken(ctx context.Context, _ ogentasks.OperationName, _ ogentasks.UserToken) (context.Context, error) {
	return ctx, nil
}

func ogenTasks() ([]server, error) {
	s := new(ogenTaskService)
	h, err := ogentasks.NewServer(s, ogenSecurity{})
	return []server{{name: result.Ogen, handler: h, got: func() any { return s.got }, judges: true}}, err
}

type bareTaskService struct {
	baretasks.Handler
	got *baretasks.CreateMrsTransferTaskRequest
}

func (s *bareTaskService) CreateMrsTransferTask(_ context.Context, r *baretasks.CreateMrsTransferTaskRequest, _ baretasks.CreateMrsTransferTaskParams) (baretasks.CreateMrsTransferTaskRes, error) {
	s.got = r
	return new(baretasks.CreateMrsTransferTaskCreated), nil
}

type bareSecurity struct{}

func (bareSecurity) HandleAkSk(ctx context.Context, _ baretasks.OperationName, _ baretasks.AkSk) (context.Context, error) {
	return ctx, nil
}

func (bareSecurity) HandleUserToken(ctx context.Context, _ baretasks.OperationName, _ baretasks.UserToken) (context.Context, error) {
	return ctx, nil
}

// bareTasks is for the small request only: what tracing costs does not grow with the body.
func bareTasks() ([]server, error) {
	s := new(bareTaskService)
	h, err := baretasks.NewServer(s, bareSecurity{})
	return []server{{name: result.OgenBare, handler: h, got: func() any { return s.got }, judges: true}}, err
}

type ownPageService struct{ got *ownpages.Page }

func (s *ownPageService) AddPage(_ context.Context, p *ownpages.AddPageParams) (*ownpages.Page, error) {
	s.got = &p.Body
	return s.got, nil
}

func ownPages() ([]server, error) {
	s := new(ownPageService)
	h, err := ownpages.NewHandler(s, ownpages.HandlerConfig{})
	return []server{{name: result.Own, handler: h, got: func() any { return s.got }, judges: true}}, err
}

type peerPageService struct{ got *peerpages.Page }

func (s *peerPageService) AddPage(_ context.Context, r peerpages.AddPageRequestObject) (peerpages.AddPageResponseObject, error) {
	s.got = r.Body
	return peerpages.AddPage201JSONResponse(*r.Body), nil
}

func peerPages() ([]server, error) {
	s := new(peerPageService)
	return validated(peerpages.Handler(peerpages.NewStrictHandler(s, nil)), peerpages.GetSpec, func() any { return s.got })
}

type ogenPageService struct{ got *ogenpages.Page }

func (s *ogenPageService) AddPage(_ context.Context, r *ogenpages.Page) (*ogenpages.Page, error) {
	s.got = r
	return r, nil
}

func ogenPages() ([]server, error) {
	s := new(ogenPageService)
	h, err := ogenpages.NewServer(s)
	return []server{{name: result.Ogen, handler: h, got: func() any { return s.got }, judges: true, coarse: true}}, err
}
