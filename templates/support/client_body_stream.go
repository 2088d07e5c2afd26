package support

import "io"

// streamBody makes what body reads the body of the request. It is sent as it is read, once: such a request is not sent again.
func (k *call) streamBody(contentType string, body io.Reader) {
	k.source, k.hold, k.length, k.contentType = body, hold, bytesLeft(body), contentType
}

// bytesLeft returns how many bytes are left in r, -1 if it cannot tell.
func bytesLeft(r io.Reader) int64 {
	s, ok := r.(io.Seeker)
	if !ok {
		return -1
	}
	here, err := s.Seek(0, io.SeekCurrent)
	if err != nil {
		return -1
	}
	end, err := s.Seek(0, io.SeekEnd)
	if err != nil {
		return -1
	}
	if _, err = s.Seek(here, io.SeekStart); err != nil {
		return -1
	}
	return end - here
}
