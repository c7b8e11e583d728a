package sampletest_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

// nuMessage is a message of the Nu HTML checker.
type nuMessage struct {
	Type     string `json:"type"`    // "error", "info", "non-document-error"
	SubType  string `json:"subType"` // "warning"
	URL      string `json:"url"`
	LastLine int    `json:"lastLine"`
	Message  string `json:"message"`
	Extract  string `json:"extract"`
}

// The Nu HTML checker has nothing to say about any page.
func TestNuHTMLChecker(t *testing.T) {
	jar := npm(t, "vnu", "vnu-jar/build/dist/vnu.jar")
	java, err := exec.LookPath("java")
	if err != nil {
		missing(t, "vnu", err)
	}
	s := theSample(t)
	t.Parallel()
	cmd := exec.Command(java, "-Xss2m", "-jar", jar, "--format", "json", "--skip-non-html", "--also-check-svg", s.dir)
	var report bytes.Buffer
	cmd.Stderr = &report
	runErr := cmd.Run() // fails when there are errors, too
	var result struct {
		Messages []nuMessage `json:"messages"`
	}
	if err := json.Unmarshal(report.Bytes(), &result); err != nil {
		t.Fatalf("%v, %v:\n%s", runErr, err, report.String())
	}
	kinds := map[string]int{}
	for _, m := range result.Messages {
		_, file, _ := strings.Cut(m.URL, "/public/")
		key := m.Type + m.SubType + m.Message
		if kinds[key]++; kinds[key] <= 3 {
			t.Errorf("%s %s: %s:%d: %s\n\t%s", m.Type, m.SubType, file, m.LastLine, m.Message, m.Extract)
		}
	}
	for kind, n := range kinds {
		if n > 3 {
			t.Errorf("%d times: %s", n, kind)
		}
	}
	if runErr != nil && len(result.Messages) == 0 {
		t.Errorf("the checker: %v", runErr)
	}
}
