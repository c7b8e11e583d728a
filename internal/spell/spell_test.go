package spell

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	keys := []string{"title", "tags", "date", "draft", "publish_at", "expires_at", "description", "id", "nguồn", "tác giả"}
	tests := []struct {
		word string
		want string
		ok   bool
	}{
		{"titel", "title", true},             // neighbours exchanged
		{"Title", "title", true},             // case
		{"TITLE", "title", true},             //
		{"tittle", "title", true},            // one letter too many
		{"publish-at", "publish_at", true},   // one replaced
		{"published_at", "publish_at", true}, // two added
		{"descripton", "description", true},  // one left out
		{"nguon", "nguồn", true},             // no marks
		{"tac gia", "tác giả", true},         //
		{"taác giả", "tác giả", true},        //
		{"dat", "date", true},
		{"ID", "id", true},
		{"ib", "", false}, // one of two letters is too much
		{"xyz", "", false},
		{"layout", "", false},
		{"", "", false},
		{strings.Repeat("a", 200), "", false},
	}
	for _, tt := range tests {
		got, ok := Nearest(tt.word, keys)
		if got != tt.want || ok != tt.ok {
			t.Errorf("Nearest(%q) = %q, %t, want %q, %t", tt.word, got, ok, tt.want, tt.ok)
		}
	}
}

func TestNearestTies(t *testing.T) {
	tests := []struct {
		word       string
		candidates []string
		want       string
	}{
		{"test", []string{"tent", "text", "best"}, "best"},              // byte order
		{"ma", []string{"MA", "má", "mà"}, "mà"},                        // all one mark or two cases away: à is U+00E0, á U+00E1
		{"mà", []string{"má", "MÀ", "mà"}, "mà"},                        // itself
		{"muc-luc", []string{"mục-lục", "muc-lu", "mucluc"}, "mục-lục"}, // folding beats an edit
	}
	for _, tt := range tests {
		for range 10 {
			rand.Shuffle(len(tt.candidates), func(i, j int) {
				tt.candidates[i], tt.candidates[j] = tt.candidates[j], tt.candidates[i]
			})
			if got, ok := Nearest(tt.word, tt.candidates); got != tt.want || !ok {
				t.Errorf("Nearest(%q, %q) = %q, %t, want %q", tt.word, tt.candidates, got, ok, tt.want)
			}
		}
	}
}

func TestNearestLongWords(t *testing.T) {
	long := strings.Repeat("Sơn La ", 20)
	if got, ok := Nearest(strings.Repeat("son la ", 20), []string{"khác", long}); got != long || !ok {
		t.Errorf("Nearest of a long word equal after folding = %q, %t", got, ok)
	}
	if got, ok := Nearest(long+"x", []string{long}); ok {
		t.Errorf("Nearest of a long word with an edit = %q, want none", got)
	}
}

// slowDistance is the definition of the distance, by recursion.
func slowDistance(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	}
	cost := 1
	if a[0] == b[0] {
		cost = 0
	}
	best := min(slowDistance(a[1:], b)+1, slowDistance(a, b[1:])+1, slowDistance(a[1:], b[1:])+cost)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		best = min(best, slowDistance(a[2:], b[2:])+1)
	}
	return best
}

func TestDistanceAgreesWithDefinition(t *testing.T) {
	words := []string{""}
	for range 120 {
		var w []byte
		for range rand.IntN(7) {
			w = append(w, "abc"[rand.IntN(3)])
		}
		words = append(words, string(w))
	}
	for _, a := range words {
		for _, b := range words[:40] {
			got := distance([]rune(a), []rune(b))
			if want := slowDistance(a, b); got != want {
				t.Fatalf("distance(%q, %q) = %d, want %d", a, b, got, want)
			}
			if back := distance([]rune(b), []rune(a)); back != got {
				t.Fatalf("distance(%q, %q) = %d, but %d the other way", a, b, got, back)
			}
		}
	}
}

func FuzzNearest(f *testing.F) {
	f.Add("titel", "title", "date")
	f.Add("đăng", "Đăng", "dang")
	f.Add("\xff", "\xfe", strings.Repeat("x", 65))
	f.Fuzz(func(t *testing.T, word, a, b string) {
		candidates := []string{a, b}
		got, ok := Nearest(word, candidates)
		if ok && (got == "" || !slices.Contains(candidates, got)) || !ok && got != "" {
			t.Fatalf("Nearest(%q, %q) = %q, %t", word, candidates, got, ok)
		}
		if again, _ := Nearest(word, []string{b, a}); again != got {
			t.Fatalf("Nearest(%q) depends on the order of %q", word, candidates)
		}
		if word != "" && slices.Contains(candidates, word) && got != word {
			t.Fatalf("Nearest(%q, %q) = %q, not itself", word, candidates, got)
		}
	})
}
