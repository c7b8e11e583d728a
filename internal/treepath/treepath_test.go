package treepath

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sonla.gov.vn/bientap/internal/diag"
)

// code returns the code of what Check finds, or "" when the path is good.
func code(path string) string {
	if p := Check(path); p != nil {
		return p.Rule.Code
	}
	return ""
}

func TestGoodPaths(t *testing.T) {
	for _, p := range []string{
		"config.yaml",
		"content/chinh/tin-tuc/2026/11/khai-mac.md",
		"content/chinh/_index.md",
		"content/_kinds/article.yaml",
		"content/so-nnmt/van-ban/Quyết định 2722.pdf",
		"content/chinh/Ủy ban nhân dân tỉnh Sơn La.md",
		"content/chinh/ĐẤT ĐAI.MD",
		"themes/default/layouts/base.html",
		"content/en/Café Łódź Ångström.md",
		"a", "A.b.c", "con-nuoi.md", "auxiliary", "com10", "comet.md", "console", "lpt",
		"git", "gitlab.md", "digit~x"[:5],
		strings.Repeat("a", MaxSegment),
		strings.Repeat("d/", MaxDepth-1) + "x",
	} {
		if problem := Check(p); problem != nil {
			t.Errorf("%s", problem)
		}
	}
}

// The alphabet, twelve vowel letters with five marked tones each, and đ.
func vietnameseLetters() []rune {
	var all []rune
	for _, base := range "aăâeêioôơuưy" {
		for _, tone := range []string{"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"} {
			all = append(all, []rune(norm.NFC.String(string(base)+tone))...)
		}
	}
	all = append(all, []rune("bcdđghklmnpqrstvxfjwz")...)
	for _, r := range all {
		all = append(all, unicode.ToUpper(r))
	}
	return all
}

func TestF1EveryVietnameseLetterPasses(t *testing.T) {
	letters := vietnameseLetters()
	if len(letters) != 2*(72+21) {
		t.Fatalf("there are %d letters, each a single code point", len(letters))
	}
	for _, r := range letters {
		for _, form := range []string{"%c", "%c.md", "tin/%c-1.md", "a %c b.pdf", "%[1]c/%[1]c"} {
			if p := Check(fmt.Sprintf(form, r)); p != nil {
				t.Errorf("%s", p)
			}
		}
		if nfd := norm.NFD.String(string(r)); nfd != string(r) && code("tin/"+nfd+".md") != "path-nfc" {
			t.Errorf("decomposed %c gives %q", r, code("tin/"+nfd+".md"))
		}
	}
}

func TestBadPaths(t *testing.T) {
	for _, tt := range []struct{ row, path, code string }{
		{"F4", "tin/ve\u0302\u0323.md", "path-nfc"},
		{"F4", "tin/vê\u0323.md", "path-nfc"},
		{"F4", "\u212B.md", "path-nfc"}, // ANGSTROM SIGN

		{"F6", "tin/b\u0430i.md", "path-letter"},        // Cyrillic а
		{"F6", "\u0442\u0438\u043d.md", "path-letter"},  // all Cyrillic
		{"F6", "N\u00D0-CP.md", "path-letter"},          // Eth for Đ
		{"F6", "\u00F0at.md", "path-letter"},            // eth for đ
		{"F6", "\u0189at.md", "path-letter"},            // African D
		{"F6", "t\u0131n.md", "path-letter"},            // dotless i
		{"F6", "\u0251.md", "path-letter"},              // Latin alpha
		{"F6", "\uFF41.md", "path-letter"},              // full-width a
		{"F6", "a\uFF0Fb.md", "path-character"},         // full-width slash
		{"F6", "a\u2044b.md", "path-character"},         // fraction slash
		{"F6", "a\u2215b.md", "path-character"},         // division slash
		{"F6", "a\u00ADb.md", "path-invisible"},         // soft hyphen
		{"F6", "a\u200Db.md", "path-invisible"},         // zero-width joiner
		{"F6", "a\u202Efdp.md", "path-invisible"},       // right-to-left override
		{"F6", "a\u034Fb.md", "path-invisible"},         // grapheme joiner
		{"F6", "a\u115Fb.md", "path-letter"},            // Hangul filler
		{"F6", "q\u0323\u0302\u0301", "path-invisible"}, // stacked marks
		{"F6", "1\uFE0F.md", "path-invisible"},
		{"F6", "\u0661.md", "path-character"}, // Arabic digit
		{"F6", "a\u00A0b.md", "path-invisible"},
		{"F6", "a\u3000b.md", "path-invisible"},
		{"F6", "tai-viet-\uAA80.md", "path-letter"},

		{"F7", "CON.md", "path-device"},
		{"F7", "tin/con", "path-device"},
		{"F7", "con/a.md", "path-device"},
		{"F7", "aux", "path-device"},
		{"F7", "Nul.tar.gz", "path-device"},
		{"F7", "prn .md", "path-device"},
		{"F7", "com0", "path-device"}, {"F7", "COM9.txt", "path-device"},
		{"F7", "lpt1.md", "path-device"}, {"F7", "LPT³.md", "path-device"},
		{"F7", "com¹", "path-device"}, {"F7", "CONIN$", "path-device"},
		{"F7", "conout$.md", "path-device"}, {"F7", "CLOCK$", "path-device"},
		{"F7", "con:x", "path-device"},
		{"F7", "a.", "path-edge"}, {"F7", "a ", "path-edge"},
		{"F7", " a", "path-edge"}, {"F7", "tin./a.md", "path-edge"},
		{"F7", ".hidden", "path-edge"}, {"F7", "-rf", "path-edge"},
		{"F7", "tin/-rf", "path-edge"}, {"F7", "...", "path-edge"},
		{"F7", "a:b", "path-character"}, {"F7", `a\b`, "path-character"},
		{"F7", `a"b`, "path-character"}, {"F7", "a<b", "path-character"},
		{"F7", "a>b", "path-character"}, {"F7", "a|b", "path-character"},
		{"F7", "a?b", "path-character"}, {"F7", "a*b", "path-character"},
		{"F7", "PROGRA~1", "path-character"}, {"F7", "a$b", "path-character"},
		{"F7", "a  b.pdf", "path-spaces"},
		{"F7", strings.Repeat("a", MaxSegment+1), "path-name-long"},
		{"F7", "ơ" + strings.Repeat("a", MaxSegment-1), "path-name-long"},
		{"F7", strings.Repeat(strings.Repeat("a", 100)+"/", 4) + "b", "path-long"},
		{"F7", strings.Repeat("d/", MaxDepth) + "x", "path-deep"},

		{"F9", ".git", "path-git"}, {"F9", ".GIT/config", "path-git"},
		{"F9", "tin/.Git", "path-git"}, {"F9", ".g\u200cit", "path-git"},
		{"F9", "\ufeff.git", "path-git"}, {"F9", ".git\u206f", "path-git"},
		{"F9", ".git ", "path-git"}, {"F9", ".git...", "path-git"},
		{"F9", "git~1", "path-git"}, {"F9", "GIT~2", "path-git"},
		{"F9", ".git::$INDEX_ALLOCATION", "path-git"},
		{"F9", ".git:x", "path-git"}, {"F9", ".gitmodules", "path-git"},
		{"F9", ".gitModules ", "path-git"}, {"F9", ".git\u200cattributes", "path-git"},
		{"F9", "tin/.gitattributes", "path-git"}, {"F9", ".gitignore", "path-git"},
		{"F9", ".mailmap", "path-git"}, {"F9", ".MailMap", "path-git"},
		{"F9", "\uFF0Egit", "path-git"}, {"F9", ".\uFF47it", "path-git"},

		{"F10", "..", "path-relative"}, {"F10", "../etc/passwd", "path-relative"},
		{"F10", "tin/../../x", "path-relative"}, {"F10", "./a", "path-relative"},
		{"F10", "/etc/passwd", "path-empty"}, {"F10", "a//b", "path-empty"},
		{"F10", "a/", "path-empty"}, {"F10", "", "path-empty"}, {"F10", "/", "path-empty"},

		{"I5", "a\x00b", "path-invisible"}, {"I5", "a\nb", "path-invisible"},
		{"I5", "a\tb", "path-invisible"}, {"I5", "a\x1b[31mb", "path-invisible"},
		{"I5", "a\x7fb", "path-invisible"}, {"I5", "a\u0085b", "path-invisible"},
		{"I5", "a\xffb", "path-encoding"}, {"I5", "a\xed\xa0\x80", "path-encoding"},
		{"I5", "a\uE000b", "path-invisible"}, {"I5", "a\uFFFEb", "path-invisible"},
	} {
		t.Run(tt.row, func(t *testing.T) {
			if got := code(tt.path); got != tt.code {
				t.Errorf("Check(%q) = %q, want %q", tt.path, got, tt.code)
			}
		})
	}
}

// No code point outside the list passes, whatever Unicode adds.
func TestF6OnlyTheListPasses(t *testing.T) {
	passed := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r > 0x1_FFFF && r != 0xE_0001 {
			continue // ideographs, tags and unassigned planes
		}
		if !utf8.ValidRune(r) || r == '/' || Check("a"+string(r)+"b") != nil {
			continue
		}
		passed++
		ascii := r < utf8.RuneSelf
		if !ascii && !unicode.Is(unicode.Latin, r) {
			t.Errorf("%U passes and is not Latin", r)
		}
		if nfkc := norm.NFKC.String(string(r)); nfkc != string(r) {
			t.Errorf("%U passes and is a compatibility form of %q", r, nfkc)
		}
	}
	// 26 letters twice, 10 digits, 4 signs; the 62 letters of Latin-1 without
	// Eth; the 128 of Latin Extended-A without nine; 4 with horns; 90 that
	// only Vietnamese has.
	if want := 66 + 60 + 119 + 4 + 90; passed != want {
		t.Errorf("%d characters pass, want %d", passed, want)
	}
}

func TestFindingCannotForgeOutput(t *testing.T) {
	p := Check("tin/a\x1b[2J\nx.md: ok\u202e\xff")
	f := p.Finding()
	for _, s := range []string{f.Pos.String(), f.Message(diag.VI), f.Message(diag.EN), p.String()} {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\x1b\n\u202e") {
			t.Errorf("%q reaches the terminal", s)
		}
	}
	if got := Printable("tin/Ủy ban.md"); got != "tin/Ủy ban.md" {
		t.Errorf("a good path is printed as %q", got)
	}
}

func TestRulesAreComplete(t *testing.T) {
	codes := map[string]bool{}
	for _, r := range Rules() {
		if codes[r.Code] || !strings.HasPrefix(r.Code, "path-") || r.Severity != diag.Blocking {
			t.Errorf("rule %q is repeated, misnamed or does not block", r.Code)
		}
		codes[r.Code] = true
		for _, words := range []diag.Text{r.VI, r.EN} {
			if words.Message == "" || words.Hint == "" {
				t.Errorf("rule %q lacks words", r.Code)
			}
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, seed := range []string{
		"", "a", "content/chinh/bài.md", "CON", ".g\u200cit", "a/../b", "e\u0323\u0302",
		"Quyết định 2722.pdf", "a\x00", "\xff", "-", "a//b", "com\u00b9.x", "git~1",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, p string) {
		problem := Check(p)
		if problem != nil {
			for _, lang := range []diag.Lang{diag.VI, diag.EN} {
				finding := problem.Finding()
				text := finding.Message(lang) + finding.Hint(lang) + finding.Pos.String()
				if strings.Contains(text, "%!") && !strings.Contains(p, "%") || !utf8.ValidString(text) {
					t.Fatalf("Check(%q) says %q", p, text)
				}
			}
			return
		}
		switch {
		case !fs.ValidPath(p), path.Clean(p) != p, !filepath.IsLocal(p), filepath.ToSlash(filepath.FromSlash(p)) != p:
			t.Fatalf("%q is good, yet not local and clean", p)
		case !norm.NFC.IsNormalString(p), strings.ToValidUTF8(p, "") != p:
			t.Fatalf("%q is good, yet not normal", p)
		case strings.ContainsAny(p, "\\:<>\"|?*~$`'!&;(){}[]#%\x7f"), strings.Contains(strings.ToLower(p), ".git/"):
			t.Fatalf("%q is good, yet means something to a shell, Windows or git", p)
		case Printable(p) != p:
			t.Fatalf("%q is good, yet is not printable", p)
		}
		for name := range strings.SplitSeq(p, "/") {
			if Check(name) != nil {
				t.Fatalf("%q is good, its segment %q is not", p, name)
			}
		}
		if upper := Check(strings.ToUpper(p)); upper != nil && len(strings.ToUpper(p)) <= len(p) {
			t.Fatalf("%q is good, in capitals: %s", p, upper)
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	for _, p := range []string{
		"content/chinh/tin-tuc/2026/11/khai-mac-hoi-nghi.md",
		"content/so-nnmt/van-ban/Quyết định 2722 của Ủy ban nhân dân tỉnh.pdf",
	} {
		b.Run("", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if Check(p) != nil {
					b.Fatal(p)
				}
			}
		})
	}
}
