package site

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// List is a list of pages by date, newest first. It holds live, withdrawn and
// expired pages: those that are gone keep their place, so that no later page
// moves. Pages with equal dates are ordered by id.
type List struct {
	nodes  []*Node
	months []span // newest first, as the nodes
	yearly bool
}

// Month is a month of a list. The lists of tags, which are many and short,
// are cut by year: there Month is 0.
type Month struct {
	Year  int
	Month time.Month
}

// monthOf returns the month, or year, of the list that holds the page.
func (l *List) monthOf(n *Node) Month {
	if l.yearly {
		return Month{Year: n.When.Year()}
	}
	return Month{n.When.Year(), n.When.Month()}
}

func newestFirst(a, b *Node) int {
	return cmp.Or(b.When.Compare(a.When), strings.Compare(a.ID, b.ID))
}

// Newest returns the newest n live pages, newest first.
func (l *List) Newest(n int) []*Node { return live(l.nodes, n) }

// Pinned returns the pinned live pages, newest first, at most n.
func (l *List) Pinned(n int) []*Node {
	var out []*Node
	for _, p := range l.nodes {
		if len(out) == n {
			break
		}
		if p.Pinned && p.Status == Live {
			out = append(out, p)
		}
	}
	return out
}

// Older returns the n live pages that come next after p, newest first.
func (l *List) Older(p *Node, n int) []*Node {
	i, found := slices.BinarySearchFunc(l.nodes, p, newestFirst)
	if found {
		i++
	}
	return live(l.nodes[i:], n)
}

// live returns the first n live pages.
func live(nodes []*Node, n int) []*Node {
	out := make([]*Node, 0, min(n, len(nodes)))
	for _, p := range nodes {
		if len(out) == n {
			break
		}
		if p.Status == Live {
			out = append(out, p)
		}
	}
	return out
}

// span is a month with the places of its pages in the list.
type span struct {
	month    Month
	from, to int
}

// seal orders the list and notes its months.
func (l *List) seal() {
	slices.SortFunc(l.nodes, newestFirst)
	for i, p := range l.nodes {
		m := l.monthOf(p)
		if n := len(l.months); n == 0 || l.months[n-1].month != m {
			l.months = append(l.months, span{m, i, i})
		}
		l.months[len(l.months)-1].to = i + 1
	}
}

// find returns the place of a month in l.months, or where it would be.
func (l *List) find(m Month) (int, bool) {
	return slices.BinarySearchFunc(l.months, m, func(s span, m Month) int {
		return cmp.Or(cmp.Compare(m.Year, s.month.Year), cmp.Compare(m.Month, s.month.Month))
	})
}

// Months returns the months that have pages, oldest first.
func (l *List) Months() []Month {
	out := make([]Month, len(l.months))
	for i, s := range l.months {
		out[len(out)-1-i] = s.month
	}
	return out
}

// In returns the pages of a month, oldest first.
func (l *List) In(m Month) []*Node {
	i, ok := l.find(m)
	if !ok {
		return nil
	}
	out := slices.Clone(l.nodes[l.months[i].from:l.months[i].to])
	slices.Reverse(out)
	return out
}

// Part returns part number k of a month (from 1, the oldest), cut to size
// pages each, oldest first.
func (l *List) Part(m Month, k, size int) []*Node {
	nodes := l.In(m)
	from := min((k-1)*size, len(nodes))
	return nodes[from:min(from+size, len(nodes))]
}

// Parts returns how many parts a month has.
func (l *List) Parts(m Month, size int) int {
	i, ok := l.find(m)
	if !ok {
		return 0
	}
	return (l.months[i].to - l.months[i].from + size - 1) / size
}

// Neighbours returns the months with pages just before and just after m; ok
// tells for each whether there is one.
func (l *List) Neighbours(m Month) (before, after Month, okBefore, okAfter bool) {
	i, found := l.find(m)
	if i > 0 {
		after, okAfter = l.months[i-1].month, true
	}
	if found {
		i++
	}
	if i < len(l.months) {
		before, okBefore = l.months[i].month, true
	}
	return before, after, okBefore, okAfter
}
