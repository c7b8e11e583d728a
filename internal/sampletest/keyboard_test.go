package sampletest_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// seenLinks are the links, buttons and other stops that a reader sees.
const seenLinks = `[...document.querySelectorAll("a[href], button, summary")].filter(n =>
	n.checkVisibility() && !n.matches(".skip") && n.getBoundingClientRect().width > 0)
	.map(n => n.getAttribute("href") || n.localName)`

// The keyboard reaches everything on the home page that a mouse reaches, and
// it always shows where it is.
func TestKeyboardOnHome(t *testing.T) {
	theBrowser(t)
	for _, width := range []int64{1280, 320} {
		for _, path := range []string{"/", "/so-nnmt/"} {
			t.Run(fmt.Sprint(path, width), func(t *testing.T) {
				t.Parallel()
				b := openTab(t)
				b.screen(width)
				b.open(path)
				b.checkStops(ask[[]string](b, seenLinks))
				b.checkQuiet(false)
				b.report()
			})
		}
	}
}

// checkStops presses Tab until the page is over, and compares the stops with
// those that are wanted, in their order.
func (b *tab) checkStops(want []string) {
	b.t.Helper()
	var got []string
	for range len(want) + 10 {
		b.do(chromedp.KeyEvent("\t"))
		var at focused
		if decode(b, &at, focus); at.Name == "body" {
			break
		}
		if !at.Seen || !at.Outlined {
			b.fault("the keyboard stops at %+v", at)
		}
		if at.Href == "" {
			at.Href = at.Name
		}
		got = append(got, at.Href)
	}
	if len(want) < 20 || len(got) == 0 || !slices.Equal(got[1:], want) {
		b.fault("the keyboard stops at\n%q, the page shows\n%q", got, want)
	}
}

// On a small screen the menu opens and closes from the keyboard, without any
// script of the page.
func TestMenuFromTheKeyboard(t *testing.T) {
	theBrowser(t)
	t.Parallel()
	b := openTab(t)
	b.screen(320)
	b.open("/")
	const shown = `document.querySelector("nav a[href='/van-ban/']").checkVisibility()`
	if ask[bool](b, shown) {
		t.Error("the menu covers a small screen before it is asked for")
	}
	for range 10 {
		b.do(chromedp.KeyEvent("\t"))
		if ask[bool](b, `document.activeElement.matches("button[popovertarget]")`) {
			break
		}
	}
	b.do(chromedp.KeyEvent("\r"))
	if !ask[bool](b, shown) {
		t.Fatal("Enter does not open the menu")
	}
	b.checkFits("the open menu")
	const inMenu = `!!document.activeElement.closest("nav")`
	if b.do(chromedp.KeyEvent("\t")); !ask[bool](b, inMenu) {
		t.Error("the next Tab does not lead into the menu")
	}
	for range 20 {
		if ask[bool](b, `document.activeElement.localName === "summary"`) {
			break
		}
		b.do(chromedp.KeyEvent("\t"))
	}
	const below = `document.querySelector("nav details a").checkVisibility()`
	if b.do(chromedp.KeyEvent("\r")); !ask[bool](b, below) {
		t.Error("Enter does not open the entries below an entry")
	}
	b.checkFits("the open entries")
	b.do(chromedp.KeyEvent("\x1b"))
	if ask[bool](b, shown) || !ask[bool](b, `document.activeElement.matches("button[popovertarget]")`) {
		t.Error("Escape does not close the menu and return to its button")
	}
	b.checkQuiet(false)
	b.report()
}

// On a wide screen the entries below an entry open from the keyboard.
func TestSubmenuFromTheKeyboard(t *testing.T) {
	theBrowser(t)
	t.Parallel()
	b := openTab(t)
	b.screen(1280)
	b.open("/")
	for range 20 {
		b.do(chromedp.KeyEvent("\t"))
		if ask[bool](b, `document.activeElement.localName === "summary"`) {
			break
		}
	}
	b.do(chromedp.KeyEvent(" "))
	b.do(chromedp.KeyEvent("\t"))
	var at focused
	if decode(b, &at, focus); at.Href != "/tin-tuc/kinh-te/" || !at.Seen || !at.Outlined {
		t.Errorf("Tab after opening the entries stops at %+v", at)
	}
	b.checkFits("the open entries")
	b.checkQuiet(false)
	b.report()
}

// Whoever comes to an old address is taken to the new one.
func TestRedirectLeadsOn(t *testing.T) {
	theBrowser(t)
	t.Parallel()
	b := openTab(t)
	b.do(chromedp.Navigate(b.base + "/lien-he/"))
	// The page changes under whoever asks it, so nobody does.
	want := b.base + "/tro-giup/lien-he/"
	for until := time.Now().Add(patience); !b.received(want); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatalf("the old address does not lead to %s", want)
		}
	}
	b.checkQuiet(false)
	b.report()
}

// received says whether the browser was sent a page.
func (b *tab) received(url string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range b.responses {
		if r.url == url && r.kind == network.ResourceTypeDocument {
			return true
		}
	}
	return false
}
