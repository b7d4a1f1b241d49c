package dev.stepwright.codegen.generate.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays out what JavaPoet prints as people write it: short annotations and Javadoc on one line, a line for each component of a record. */
final class Layout {
    private static final Pattern ANNOTATION =
            Pattern.compile("(?m)^( *)(@[A-Z][\\w.]*)\\(\\n((?: +[a-z]\\w* = [^{}\\n]*\\n)+) *\\)$");
    private static final Pattern JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
    private static final Pattern EMPTY = Pattern.compile("\\{\n *\\}");
    private static final String FIELD = " +private (?:final )?[^=(;\\n]+(?: = [^;\\n]*)?;\\n";
    private static final Pattern FIELDS = Pattern.compile("(?m)^(" + FIELD + ")\\n(?=" + FIELD + ")");
    private static final Pattern CONSTANTS =
            Pattern.compile("(?m)^( +[^\\s(.]+\\(\".*\"\\),\\n)\\n(?= +[^\\s(.]+\\(\".*\"\\)[,;]$)");
    private static final Pattern HEADER = Pattern.compile("(?mU)^( *)((?:public )?record (\\w+))\\(");

    private Layout() {}

    static String of(String text) {
        String shorter = joined(ANNOTATION, LineBreaks.joined(text), Layout::annotation);
        shorter = joined(JAVADOC, shorter, found -> found.group(1) + "/** " + found.group(2) + " */");
        shorter = EMPTY.matcher(shorter).replaceAll("{}");
        shorter = FIELDS.matcher(shorter).replaceAll("$1");
        shorter = CONSTANTS.matcher(shorter).replaceAll("$1");
        return LineBreaks.in(headers(shorter));
    }

    private interface Line {
        String of(MatchResult found);
    }

    private static String joined(Pattern pattern, String text, Line line) {
        return pattern.matcher(text).replaceAll(found -> {
            String joined = line.of(found);
            return Matcher.quoteReplacement(joined.length() <= LineBreaks.WIDTH ? joined : found.group());
        });
    }

    private static String annotation(MatchResult found) {
        String members = found.group(3).strip().replaceAll("\\n\\s*", " ");
        return found.group(1) + found.group(2) + "(" + members + ")";
    }

    private static String headers(String text) {
        StringBuilder laidOut = new StringBuilder();
        Matcher header = HEADER.matcher(text);
        int end = 0;
        while (header.find(end)) {
            laidOut.append(text, end, header.end());
            end = closing(text, header.end());
            List<String> components = components(text.substring(header.end(), end));
            // Java sees a record's own types in its header; JavaPoet does not know.
            components.replaceAll(
                    each -> each.replaceAll("(?U)(?<![\\w.\"])" + header.group(3) + "\\.(?!\\p{Ll})", ""));
            String line = String.join(", ", components);
            int length = header.end() - header.start() + line.length() + "implements".length();
            String indent = "\n" + header.group(1) + "        ";
            laidOut.append(
                    components.size() > 1 && (length > LineBreaks.WIDTH - 20 || line.contains("@"))
                            ? indent + String.join("," + indent, components)
                            : line);
        }
        return laidOut.append(text, end, text.length()).toString();
    }

    /** Returns where the parenthesis is closed that is open at a place. */
    private static int closing(String text, int start) {
        int depth = 0;
        for (int i = start; ; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i);
            } else if (c == ')' && depth-- == 0) {
                return i;
            } else if (c == '(') {
                depth++;
            }
        }
    }

    static int endOfString(String text, int start) {
        int i = start + 1;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private static List<String> components(String header) {
        List<String> components = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                i = endOfString(header, i);
            } else if (c == '(' || c == '<') {
                depth++;
            } else if (c == ')' || c == '>') {
                depth--;
            } else if (c == ',' && depth == 0) {
                components.add(oneLine(header.substring(start, i)));
                start = i + 1;
            }
        }
        if (!header.isBlank()) {
            components.add(oneLine(header.substring(start)));
        }
        return components;
    }

    private static String oneLine(String component) {
        return component.strip().replaceAll("\\n\\s*", " ");
    }
}
