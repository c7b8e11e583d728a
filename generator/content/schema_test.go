package content_test

import (
	"fmt"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

const configuration = `title: Cổng
languages: [vi, en]
sites:
  - id: main
    main: true
    title: Cổng
    address: https://mau.example/
    agency: ubnd
    owner: Tổ thư ký
    responsible: Trưởng Ban
    sections:
      - {path: tin, title: Tin}
      - {path: tin/kinh-te, title: Kinh tế, kind: document}
      - {path: van-ban, title: Văn bản, kind: document}
      - {path: lich, title: Lịch, kind: event}
  - id: en
    title: Portal
    address: https://mau.example/en/
    language: en
    agency: ubnd
    owner: Tổ thư ký
    responsible: Trưởng Ban
`

var records = map[string][]byte{
	"content/_data/agencies.yaml": []byte(`- id: ubnd
  names:
    - {vi: Ủy ban nhân dân tỉnh, en: People's Committee}
- id: so
  names:
    - {vi: Sở cũ, en: Old}
    - {from: 2025-03-01, vi: Sở mới}
  abbreviation: SM
- id: het
  names: [{from: 2001-01-01, vi: Đã hết}]
  until: 2025-02-28
  successor: so
`),
	"content/_data/document-types.yaml": []byte("- {id: quyet-dinh, names: [{vi: Quyết định}], abbreviation: QĐ}\n"),
	"content/_data/fields.yaml":         []byte("- {id: y-te, names: [{vi: Y tế}]}\n"),
	"content/_data/tags.yaml":           []byte("- {id: nong-san, names: [{vi: Nông sản}]}\n- {id: du-lich, names: [{vi: Du lịch}]}\n"),
}

// event is a kind of a portal's own with a field of every type.
const event = `kind: event
label: {vi: Sự kiện, en: Event}
schema_org: Event
list: months
date: begins
require: [summary, authors]
fields:
  - {name: begins, type: date, required: true, listed: true, label: {vi: Bắt đầu}}
  - {name: note, type: text, label: {vi: Ghi chú}}
  - {name: seats, type: number, label: {vi: Số chỗ}}
  - {name: open, type: boolean, required: true, label: {vi: Mở cửa}}
  - {name: form, type: choice, required: true, label: {vi: Hình thức}, choices: [{id: online, label: Trực tuyến}, {id: onsite, label: Tại chỗ}]}
  - {name: host, type: record, of: agencies, label: {vi: Đơn vị}}
  - {name: after, type: page, of: event, label: {vi: Tiếp theo}}
  - {name: poster, type: file, label: {vi: Áp phích}}
  - {name: site, type: url, label: {vi: Trang}}
  - {name: mail, type: email, label: {vi: Thư}}
  - {name: phone, type: phone, label: {vi: Điện thoại}}
  - {name: decision, type: document-number, label: {vi: Quyết định}}
  - name: days
    type: list
    label: {vi: Các ngày}
    items: {type: date}
  - name: speakers
    type: list
    required: true
    label: {vi: Người nói}
    items:
      type: group
      fields:
        - {name: name, type: text, required: true, label: {vi: Tên}}
        - {name: topic, type: text, label: {vi: Chủ đề}}
        - {name: agency, type: record, of: agencies, label: {vi: Cơ quan}}
states:
  - {id: over, from: begins, tone: neutral, label: {vi: Đã diễn ra}}
  - {id: soon, label: {vi: Sắp diễn ra}}
`

// schema is what the pages of these tests are read against.
func schema(t testing.TB) *content.Schema {
	t.Helper()
	portal, found := config.Parse([]byte(configuration))
	kinds, more := content.LoadKinds(map[string][]byte{"content/_kinds/event.yaml": []byte(event)})
	found = append(found, more...)
	recs, more := content.LoadRecords(records)
	if found = append(found, more...); len(found) > 0 {
		t.Fatalf("the schema has findings:\n%s", diagtest.Lines(found))
	}
	return &content.Schema{Portal: portal, Kinds: kinds, Records: recs}
}

// places writes findings as "line code", in order.
func places(found diag.List) string {
	var out []string
	for _, f := range found.Sort() {
		out = append(out, fmt.Sprintf("%d %s", f.Pos.Line, f.Rule.Code))
	}
	return strings.Join(out, ", ")
}
