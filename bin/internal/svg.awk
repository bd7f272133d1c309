# Draws what a terminal shows, on stdin, as an SVG on stdout. Lines that start with "$ " are what
# was typed at the prompt. -v columns=N is the terminal's width: longer lines go on in the next row;
# -v description=TEXT says what is seen, for who can't see it.
# For LC_ALL=C, where every awk counts bytes; UTF-8's continuation bytes are taken off the count.

BEGIN {
  advance = 8.43 # of 14px in the widest of the fonts below (DejaVu Sans Mono, Menlo: 0.602 em)
  leading = 20
  margin = 20
  bar = 36
}

/[\001-\010\013-\037\177]/ {
  print "svg.awk: a control character in line " NR " has no place in a picture" > "/dev/stderr"
  failed = 1
  exit 1
}

{
  rest = $0
  style = substr($0, 1, 2) == "$ " ? "prompt" : "answer"
  do {
    row[++rows] = take(columns)
    kind[rows] = style
    if (style == "prompt") style = "typed"
  } while (rest != "")
}

END {
  if (failed) exit 1
  width = int(columns * advance) + 2 * margin
  height = bar + rows * leading + 2 * margin
  head()
  for (i = 1; i <= rows; i++) {
    if (row[i] == "") continue
    y = bar + margin + i * leading - 8
    if (kind[i] == "prompt")
      text = "<tspan class=\"sign\">$</tspan> <tspan class=\"typed\">" escaped(substr(row[i], 3)) "</tspan>"
    else if (kind[i] == "typed")
      text = "<tspan class=\"typed\">" escaped(row[i]) "</tspan>"
    else
      text = escaped(row[i])
    printf "<text x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>\n", margin, y, text
  }
  print "</svg>"
}

# Takes the first n characters off `rest`.
function take(n,   i, count, part) {
  for (i = 1; i <= length(rest); i++)
    if (substr(rest, i, 1) !~ /[\200-\277]/ && ++count > n) break
  part = substr(rest, 1, i - 1)
  rest = substr(rest, i)
  return part
}

function escaped(s) {
  gsub(/&/, "\\&amp;", s)
  gsub(/</, "\\&lt;", s)
  gsub(/>/, "\\&gt;", s)
  return s
}

# Colours have a contrast of 4.5 or more on their ground, in both schemes.
function head() {
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"title desc\">\n", width, height, width, height
  print "<!-- Made by bin/picture from a run of the product; do not edit. -->"
  print "<title id=\"title\">Keyport at a terminal</title>"
  print "<desc id=\"desc\">" escaped(description) " Recorded against the sandbox: the account and the token are not real.</desc>"
  print "<style>"
  print "  .window { fill: #ffffff; stroke: #d1d9e0 }"
  print "  .bar { fill: #f6f8fa }"
  print "  .button { fill: #d1d9e0 }"
  print "  text { font: 14px ui-monospace, SFMono-Regular, \"SF Mono\", Menlo, Consolas, \"DejaVu Sans Mono\", \"Liberation Mono\", monospace; white-space: pre; fill: #1f2328 }"
  print "  .name { font-size: 12px; text-anchor: middle; fill: #59636e }"
  print "  .sign { fill: #1a7f37 }"
  print "  .typed { font-weight: bold }"
  print "  @media (prefers-color-scheme: dark) {"
  print "    .window { fill: #0d1117; stroke: #3d444d }"
  print "    .bar { fill: #151b23 }"
  print "    .button { fill: #3d444d }"
  print "    text { fill: #e6edf3 }"
  print "    .name { fill: #9198a1 }"
  print "    .sign { fill: #3fb950 }"
  print "  }"
  print "</style>"
  printf "<rect class=\"window\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n", width - 1, height - 1
  printf "<path class=\"bar\" d=\"M1 %dV8.5A7.5 7.5 0 0 1 8.5 1H%sA7.5 7.5 0 0 1 %d 8.5V%dZ\"/>\n", bar, width - 8.5, width - 1, bar
  for (i = 0; i < 3; i++) printf "<circle class=\"button\" cx=\"%d\" cy=\"18\" r=\"5\"/>\n", margin + 5 + i * 18
  printf "<text class=\"name\" x=\"%d\" y=\"22\">keyport, against bin/sandbox</text>\n", int(width / 2)
}
