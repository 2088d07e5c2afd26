package support

// A Client calls the API. It is safe for concurrent use and does not change
// after NewClient.
type Client struct {
	config *config // a pointer, so that no print of what has a client shows it
}

// NewClient makes a client for the server at baseURL, which may have a path
// but no query. Options given here hold for every call; a call may add its own.
func NewClient(baseURL string, opts ...Option) (*Client, error) {
	cfg, err := newConfig(baseURL, opts)
	if err != nil {
		return nil, err
	}
	return &Client{config: cfg}, nil
}
