package support

import "io"

// stream gives a body that the method reads.
func (in *requestReader) stream() io.Reader { return bodyStream{in.limited(in.options.MaxUpload)} }

// A bodyStream is a body whose errors are failures of the request.
type bodyStream struct{ in io.Reader }

// Read implements [io.Reader].
func (s bodyStream) Read(data []byte) (int, error) {
	n, err := s.in.Read(data)
	if err != nil && err != io.EOF {
		err = bodyError(err)
	}
	return n, err
}
