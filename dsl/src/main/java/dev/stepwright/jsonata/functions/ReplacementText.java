package dev.stepwright.jsonata.functions;

import java.util.List;

/** A replacement with {@code $$}, {@code $0} and {@code $n} filled in. */
final class ReplacementText {
    private final String template;
    private final MatchSource.Match match;
    private final StringBuilder out = new StringBuilder();

    private ReplacementText(String template, MatchSource.Match match) {
        this.template = template;
        this.match = match;
    }

    static String of(String template, MatchSource.Match match) {
        return template.indexOf('$') < 0 ? template : new ReplacementText(template, match).fill();
    }

    private String fill() {
        int from = 0;
        for (int at = template.indexOf('$'); at >= 0; at = template.indexOf('$', from)) {
            out.append(template, from, at);
            from = reference(at + 1);
        }
        return out.append(template, from, template.length()).toString();
    }

    /** Fills in what stands behind a dollar sign and returns the offset after it. */
    private int reference(int at) {
        char c = at < template.length() ? template.charAt(at) : ' ';
        if (c == '$' || c == '0') {
            out.append(c == '$' ? "$" : match.text());
            return at + 1;
        }
        List<String> groups = match.groupTexts();
        int most = Math.max(1, String.valueOf(groups.size()).length());
        int index = number(at, most);
        if (most > 1 && index > groups.size()) {
            index = number(at, most - 1);
        }
        if (index < 0) {
            out.append('$');
            return at;
        }
        if (index >= 1 && index <= groups.size()) {
            out.append(groups.get(index - 1));
        }
        return at + String.valueOf(index).length();
    }

    private int number(int at, int digits) {
        int end = at;
        while (end < template.length() && end < at + digits && Character.digit(template.charAt(end), 10) >= 0) {
            end++;
        }
        return end == at ? -1 : Integer.parseInt(template.substring(at, end));
    }
}
