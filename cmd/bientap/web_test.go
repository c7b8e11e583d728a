package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"sonla.gov.vn/bientap/generator/harden"
)

// patience bounds everything that a script waits for. It is long because the
// machine may be busy, and nothing waits for it that goes well.
const patience = 2 * time.Minute

// server is a program in the background that shows a portal.
type server struct {
	cmd    *exec.Cmd
	exited chan struct{}

	mu             sync.Mutex
	stdout, stderr bytes.Buffer
}

// output is one of the buffers of a server.
type output struct {
	s *server
	b *bytes.Buffer
}

func (o output) Write(p []byte) (int, error) {
	o.s.mu.Lock()
	defer o.s.mu.Unlock()
	return o.b.Write(p)
}

func (s *server) text(b *bytes.Buffer) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return b.String()
}

var addressForm = regexp.MustCompile(`http://([^/\s]+)/`)

// startServer starts the program and waits until it has said its address,
// which it returns.
func startServer(dir string, env []string, args ...string) (*server, string, error) {
	s := &server{exited: make(chan struct{})}
	s.cmd = exec.Command("bientap", args...)
	s.cmd.Dir, s.cmd.Env = dir, env
	s.cmd.Stdout, s.cmd.Stderr = output{s, &s.stdout}, output{s, &s.stderr}
	if err := s.cmd.Start(); err != nil {
		return nil, "", err
	}
	go func() {
		_ = s.cmd.Wait() // the state is looked at by stop
		close(s.exited)
	}()
	deadline := time.After(patience)
	for tick := time.NewTicker(5 * time.Millisecond); ; {
		if m := addressForm.FindStringSubmatch(s.text(&s.stdout)); m != nil {
			tick.Stop()
			return s, m[1], nil
		}
		select {
		case <-tick.C:
			continue
		case <-s.exited:
		case <-deadline:
			_ = s.cmd.Process.Kill()
		}
		return nil, "", fmt.Errorf("bientap %s said no address:\n%s%s", strings.Join(args, " "), s.text(&s.stdout), s.text(&s.stderr))
	}
}

// stop does what Ctrl-C does, and expects the program to end well.
func (s *server) stop() error {
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	select {
	case <-s.exited:
	case <-time.After(patience):
		_ = s.cmd.Process.Kill()
		return fmt.Errorf("the program still runs %v after Ctrl-C", patience)
	}
	if code := s.cmd.ProcessState.ExitCode(); code != exitFine {
		return fmt.Errorf("the program ended with %d:\n%s", code, s.text(&s.stderr))
	}
	return nil
}

// servers holds the server of each script that runs.
var servers sync.Map

// cmdShow starts the program with the arguments and waits until it shows a
// portal; ADDR is then the address.
func cmdShow(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) > 0, "show ARGS…")
	var env []string
	for _, name := range []string{"PATH", "HOME", "TMPDIR", "LANG"} {
		env = append(env, name+"="+ts.Getenv(name))
	}
	s, addr, err := startServer(ts.MkAbs("."), env, args...)
	ts.Check(err)
	servers.Store(ts, s)
	ts.Setenv("ADDR", addr)
	ts.Defer(func() {
		servers.Delete(ts)
		_ = s.cmd.Process.Kill()
		<-s.exited
	})
}

func running(ts *testscript.TestScript) *server {
	s, ok := servers.Load(ts)
	if !ok {
		ts.Fatalf("no server runs")
	}
	return s.(*server)
}

// cmdStop ends the server with Ctrl-C and keeps what it wrote in server.out
// and server.err.
func cmdStop(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) == 0, "stop")
	s := running(ts)
	ts.Check(s.stop())
	ts.Check(os.WriteFile(ts.MkAbs("server.out"), []byte(s.text(&s.stdout)), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs("server.err"), []byte(s.text(&s.stderr)), 0o644))
}

// request sends a request exactly as it is written, which no HTTP client
// would, and returns the whole answer.
func request(ts *testscript.TestScript, method, host, path string) (*http.Response, []byte) {
	addr := ts.Getenv("ADDR")
	conn, err := net.DialTimeout("tcp", addr, patience)
	ts.Check(err)
	defer conn.Close()
	ts.Check(conn.SetDeadline(time.Now().Add(patience)))
	if host == "" {
		host = addr
	}
	_, err = fmt.Fprintf(conn, "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", method, path, host)
	ts.Check(err)
	res, err := http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
	ts.Check(err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	ts.Check(err)
	return res, body
}

// cmdGet sends a request and keeps the answer in the files status, headers and
// body.
func cmdGet(ts *testscript.TestScript, neg bool, args []string) {
	method, host := http.MethodGet, ""
	for len(args) > 2 && strings.HasPrefix(args[0], "-") {
		switch args[0] {
		case "-method":
			method = args[1]
		case "-host":
			host = args[1]
		}
		args = args[2:]
	}
	want(ts, !neg && len(args) == 2, "get [-method METHOD] [-host HOST] STATUS PATH")
	res, body := request(ts, method, host, args[1])
	if got := fmt.Sprint(res.StatusCode); got != args[0] {
		ts.Fatalf("%s %s: status %s, want %s:\n%.2000s", method, args[1], got, args[0], body)
	}
	var headers bytes.Buffer
	ts.Check(res.Header.Write(&headers))
	ts.Check(os.WriteFile(ts.MkAbs("headers"), bytes.ReplaceAll(headers.Bytes(), []byte("\r\n"), []byte("\n")), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs("body"), body, 0o644))
}

// plainHeaders are those of HTTP itself; all others are the model's.
var plainHeaders = []string{"Allow", "Connection", "Content-Length", "Content-Type", "Date", "Etag", "Location"}

// cmdHardened expects the headers of an answer to be exactly those that the
// model has for a path, or with "serve" those of the development server.
func cmdHardened(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) == 1, "hardened PATH|serve")
	expected := harden.Headers(args[0], harden.Options{})
	if args[0] == "serve" {
		expected = harden.Development().Headers
	}
	file, err := os.Open(ts.MkAbs("headers"))
	ts.Check(err)
	defer file.Close()
	res, err := http.ReadResponse(bufio.NewReader(io.MultiReader(strings.NewReader("HTTP/1.1 200 OK\r\n"), file, strings.NewReader("\r\n"))), nil)
	ts.Check(err)
	got := res.Header
	for _, h := range expected {
		if v := got.Values(h.Name); len(v) != 1 || v[0] != h.Value {
			ts.Fatalf("%s is %q, want %q", h.Name, v, h.Value)
		}
		got.Del(h.Name)
	}
	for _, name := range plainHeaders {
		got.Del(name)
	}
	if len(got) > 0 {
		ts.Fatalf("headers that the model does not have: %v", got)
	}
}

// cmdUntil asks for a page until its status and its body are as expected.
func cmdUntil(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) == 3, "until STATUS PATH REGEXP")
	form, err := regexp.Compile(args[2])
	ts.Check(err)
	poll(ts, strings.Join(args, " "), func() bool {
		res, body := request(ts, http.MethodGet, "", args[1])
		return fmt.Sprint(res.StatusCode) == args[0] && form.Match(body)
	})
}

// poll waits until something is true.
func poll(ts *testscript.TestScript, what string, ok func() bool) {
	for deadline := time.Now().Add(patience); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			s := running(ts)
			ts.Fatalf("waited %v for %s\n%s", patience, what, s.text(&s.stderr))
		}
	}
}

// streams are the open event streams of scripts.
var streams sync.Map

// cmdListen opens the stream on which an open page waits for news.
func cmdListen(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) == 1, "listen PATH")
	conn, err := net.DialTimeout("tcp", ts.Getenv("ADDR"), patience)
	ts.Check(err)
	ts.Defer(func() { conn.Close() })
	ts.Check(conn.SetDeadline(time.Now().Add(patience)))
	_, err = fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n", args[0])
	ts.Check(err)
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	ts.Check(err)
	if kind := res.Header.Get("Content-Type"); !strings.HasPrefix(kind, "text/event-stream") {
		ts.Fatalf("%s is %q, no stream of events", args[0], kind)
	}
	lines := bufio.NewScanner(res.Body)
	lines.Scan() // the greeting: from here on nothing is missed
	streams.Store(ts, lines)
}

// cmdHear waits for an event on the stream.
func cmdHear(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) == 1, "hear EVENT")
	lines, ok := streams.LoadAndDelete(ts)
	if !ok {
		ts.Fatalf("nobody listens")
	}
	for s := lines.(*bufio.Scanner); s.Scan(); {
		if s.Text() == "event: "+args[0] {
			return
		}
	}
	ts.Fatalf("the stream ended without the event %q", args[0])
}

// cmdSaid waits until the server has written something on standard error.
func cmdSaid(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) == 1, "said REGEXP")
	form, err := regexp.Compile(args[0])
	ts.Check(err)
	s := running(ts)
	poll(ts, "the server to say "+args[0], func() bool { return form.MatchString(s.text(&s.stderr)) })
}

// serves reports whether a command line shows a portal until Ctrl-C.
var serves = regexp.MustCompile(`^bientap (demo|serve)\b`)

// runShell runs a command line and expects it to succeed. One that shows a
// portal is asked for its home page and then ended with Ctrl-C.
func runShell(t *testing.T, dir string, env []string, line string) {
	t.Helper()
	if !serves.MatchString(line) {
		cmd := exec.Command("sh", "-c", line)
		cmd.Dir, cmd.Env = dir, env
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("$ %s\n%s%v", line, out, err)
		}
		return
	}
	s, addr, err := startServer(dir, env, strings.Fields(line)[1:]...)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = s.cmd.Process.Kill()
		<-s.exited
	}()
	res, err := http.Get("http://" + addr + "/")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("$ %s\nthe home page answers %s", line, res.Status)
	}
	if err := s.stop(); err != nil {
		t.Errorf("$ %s\n%v", line, err)
	}
}
