package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.regex.Matches;

/** A replacement in which {@code $$}, {@code $0} and {@code $n} are filled in for each match. */
final class ReplacementText {
    private final String template;
    private final int firstReference;

    ReplacementText(String template) {
        this.template = template;
        this.firstReference = template.indexOf('$');
    }

    /** Appends the replacement of a match. */
    void appendTo(StringBuilder out, Matches match) {
        int from = 0;
        for (int at = firstReference; at >= 0; at = template.indexOf('$', from)) {
            out.append(template, from, at);
            from = reference(at + 1, out, match);
        }
        out.append(template, from, template.length());
    }

    /** Fills in what stands behind a dollar sign and returns the offset after it. */
    private int reference(int at, StringBuilder out, Matches match) {
        char c = at < template.length() ? template.charAt(at) : ' ';
        if (c == '$' || c == '0') {
            out.append(c == '$' ? "$" : match.text());
            return at + 1;
        }
        int groups = match.groupCount();
        int most = digits(groups);
        int index = number(at, most);
        if (most > 1 && index > groups) {
            index = number(at, most - 1);
        }
        if (index < 0) {
            out.append('$');
            return at;
        }
        if (index >= 1 && index <= groups) {
            match.appendGroup(index, out);
        }
        return at + digits(index);
    }

    private static int digits(int number) {
        return number < 10 ? 1 : String.valueOf(number).length();
    }

    private int number(int at, int digits) {
        int end = at;
        while (end < template.length() && end < at + digits && Character.digit(template.charAt(end), 10) >= 0) {
            end++;
        }
        return end == at ? -1 : Integer.parseInt(template, at, end, 10);
    }
}
