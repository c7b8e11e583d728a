//go:build unix

package bientap_test

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience bounds a command of a document; compiling the program for the first
// time is the longest of them.
const patience = 5 * time.Minute

// TestCommandsInDocuments runs the commands of the documents as they stand
// there, in order, in one home folder for each document. A block marked
// "sh run" must succeed; one marked "sh show" must show a portal and end with
// Ctrl-C. The other blocks are for people: what they name is not here, or they
// would run this test.
func TestCommandsInDocuments(t *testing.T) {
	for _, name := range []string{"README.md", "docs/operating.md"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newShell(t)
			blocks := 0
			for _, m := range block.FindAllStringSubmatch(read(t, name), -1) {
				blocks++
				if m[1] == "run" {
					s.run(t, m[2])
				} else {
					s.show(t, m[2])
				}
			}
			if blocks < 3 {
				t.Errorf("%s has only %d blocks of commands that this test knows", name, blocks)
			}
		})
	}
}

var block = regexp.MustCompile("(?ms)^```sh (run|show)\n(.*?)^```$")

// shell is a person at a terminal who works through a document.
type shell struct {
	dir string // where the last command left off
	env []string
}

// newShell begins in this repository, with a home folder of its own that has
// nothing in it; what is compiled is kept where it always is.
func newShell(t *testing.T) *shell {
	t.Helper()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	bin := filepath.Join(home, "go", "bin")
	env := append(os.Environ(), "HOME="+home, "GOBIN="+bin, "PATH="+bin+":"+os.Getenv("PATH"), "LANG=", "LC_ALL=")
	for _, name := range []string{"GOPATH", "GOCACHE", "GOMODCACHE", "GOFLAGS"} {
		out, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		env = append(env, name+"="+strings.TrimSpace(string(out)))
	}
	return &shell{dir: here, env: env}
}

// command is a script in a group of its own, so that Ctrl-C reaches all of it.
func (s *shell) command(script string) *exec.Cmd {
	cmd := exec.Command("sh", "-euc", script)
	cmd.Dir, cmd.Env = s.dir, s.env
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return cmd
}

func (s *shell) run(t *testing.T, script string) {
	t.Helper()
	where := filepath.Join(t.TempDir(), "where")
	cmd := s.command(script + "\npwd > '" + where + "'\n")
	late := time.AfterFunc(patience, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
	out, err := cmd.CombinedOutput()
	if !late.Stop() || err != nil {
		t.Fatalf("%s%s%v", script, out, err)
	}
	s.dir = strings.TrimSpace(read(t, where))
}

// address is what a program says that shows a portal.
var address = regexp.MustCompile(`http://[^/\s]+/`)

func (s *shell) show(t *testing.T, script string) {
	t.Helper()
	cmd := s.command("exec " + script) // the program itself gets the signal, as at a terminal
	said := &transcript{heard: make(chan string, 1)}
	cmd.Stdout, cmd.Stderr = said, said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	defer func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }()
	select {
	case url := <-said.heard:
		home(t, url)
	case err := <-ended:
		t.Fatalf("%s%s%v", script, said, err)
	case <-time.After(patience):
		t.Fatalf("%s%s: no address after %v", script, said, patience)
	}
	if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		// The go command calls every program that was interrupted failed,
		// whatever the program itself says.
		if err != nil && !strings.HasPrefix(script, "go run ") || !strings.Contains(said.String(), "Đã dừng.") {
			t.Errorf("%s%sCtrl-C ends it with %v", script, said, err)
		}
	case <-time.After(patience):
		t.Errorf("%sCtrl-C does not end it", script)
	}
}

// home asks for a home page.
func home(t *testing.T, url string) {
	t.Helper()
	res, err := http.Get(url)
	if err != nil {
		t.Error(err)
		return
	}
	defer res.Body.Close()
	page, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK || !bytes.Contains(page, []byte("</html>")) {
		t.Errorf("%s answers %s with %d bytes (%v)", url, res.Status, len(page), err)
	}
}

// transcript is what a program has said; the first address in it is heard.
type transcript struct {
	mu    sync.Mutex
	text  bytes.Buffer
	found bool
	heard chan string
}

func (w *transcript) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.text.Write(p)
	if url := address.Find(w.text.Bytes()); url != nil && !w.found {
		w.found = true
		w.heard <- string(url)
	}
	return len(p), nil
}

func (w *transcript) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}
