package dev.stepwright.codegen.generate.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Breaks lines of Java that are too long where people would: arguments, operators, parameters; and the words of Javadoc. */
final class LineBreaks {
    /** Lines have at most so many characters, unless there is no place to break them. */
    static final int WIDTH = 120;

    private static final int FEW = 3;

    private static final String DEEPER = "        ";

    /** What has a type before its name stands on a line of its own. */
    private static final Pattern PARAMETER = Pattern.compile("(?U)[\\w.<>?, \\[\\]]+ \\w+, ");

    private static final Pattern JAVADOC = Pattern.compile("^( *\\* )(.*)$");

    /** Where a line of Javadoc may end: after a blank, unless it stands between a tag in braces and its first word. */
    private static final Pattern WORD_END = Pattern.compile("(?<= )(?<!\\{@\\w{1,20} )");

    /** A call whose last argument is a function that goes on below. */
    private static final Pattern BLOCK = Pattern.compile("(?m)^( *+)([^(\\n]+\\()(.+ -> \\{)\\n((?:\\1 .*\\n)+)\\1\\}");

    /** A field, a component, or a method without parameters. */
    private static final Pattern DECLARATION = Pattern.compile("(?U)(.*[\\w>]) (\\w+(?: =|,|;|\\(\\) \\{)?)");

    private LineBreaks() {}

    /** Joins the lines of a method's head, which JavaPoet breaks wherever its own width is reached. */
    static String joined(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            int last = lines.size() - 1;
            if (last >= 0 && goesOn(lines.get(last), line)) {
                String head = lines.get(last);
                lines.set(last, head + (head.endsWith("(") ? "" : " ") + line.strip());
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static boolean goesOn(String line, String next) {
        boolean isThrowsNext = line.endsWith(")") && next.stripLeading().startsWith("throws ");
        if (!line.endsWith(",") && !line.endsWith("(") && !line.endsWith(" throws") && !isThrowsNext) {
            return false;
        }
        String indent = indent(line);
        return !line.startsWith("*", indent.length())
                && !line.startsWith("@", indent.length())
                && indent(next).equals(indent + DEEPER);
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** Breaks all lines of a text that are too long. */
    static String in(String text) {
        return blocks(text)
                .lines()
                .flatMap(line ->
                        line.length() <= WIDTH ? Stream.of(line) : broken(line).lines())
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String blocks(String text) {
        return text.contains(" -> {\n")
                ? BLOCK.matcher(text).replaceAll(block -> Matcher.quoteReplacement(withBlock(block)))
                : text;
    }

    /** Returns the arguments of a call one below the other if it has no room, and the body of the function below that. */
    private static String withBlock(MatchResult block) {
        String indent = block.group(1);
        if (indent.length() + block.group(2).length() + block.group(3).length() <= WIDTH) {
            return block.group();
        }
        String arguments = Splitting.arguments(block.group(3)).stream()
                .map(argument -> "\n" + indent + DEEPER + argument.strip())
                .collect(Collectors.joining());
        return indent + block.group(2) + arguments + "\n" + block.group(4).indent(DEEPER.length()) + indent + DEEPER
                + "}";
    }

    private static String broken(String line) {
        Matcher javadoc = JAVADOC.matcher(line);
        if (javadoc.matches()) {
            String next = javadoc.group(1) + (javadoc.group(2).startsWith("@") ? "    " : "");
            return filled(javadoc.group(1), next, List.of(WORD_END.split(javadoc.group(2))));
        }
        return line.contains("/**") || line.startsWith("import ") ? line : broken(indent(line), line.stripLeading());
    }

    /** Breaks a statement, or a part of one, at what binds it least. */
    private static String broken(String indent, String code) {
        if (indent.length() + code.length() <= WIDTH) {
            return indent + code;
        }
        String deeper = indent + DEEPER;
        if (code.startsWith("throws ")) {
            return filled(indent, deeper, List.of(code.split("(?<=, )")));
        }
        List<String> operands = Splitting.atOperators(code);
        String first = operands.get(0);
        List<String> assignment = Splitting.atAssignment(code);
        if (operands.size() > 1 && (assignment.size() == 1 || indent.length() + first.length() <= WIDTH)) {
            return (operands.get(1).startsWith("throws ") ? broken(indent, first) : indent + first)
                    + operands.stream()
                            .skip(1)
                            .map(operand -> "\n" + broken(deeper, operand))
                            .collect(Collectors.joining());
        }
        Splitting.Call call = Splitting.longestCall(code);
        boolean isHeadShort = call != null && indent.length() + call.head().length() <= WIDTH;
        if (call != null && operands.size() == 1 && (assignment.size() == 1 || isHeadShort)) {
            return indent + call.head() + "\n" + below(deeper, call);
        }
        if (assignment.size() > 1) {
            return broken(indent, assignment.get(0).stripTrailing()) + "\n" + broken(deeper, assignment.get(1));
        }
        Matcher declaration = DECLARATION.matcher(code);
        return indent + (declaration.matches() ? declaration.group(1) + "\n" + deeper + declaration.group(2) : code);
    }

    /** Returns the arguments of a call and what follows it: many fill the lines, a few have one each if they are too long for one. */
    private static String below(String indent, Splitting.Call call) {
        List<String> arguments = new ArrayList<>(call.arguments());
        int last = arguments.size() - 1;
        boolean areParameters = last > 0
                && arguments.stream()
                        .limit(last)
                        .allMatch(each -> PARAMETER.matcher(each).matches());
        arguments.set(last, arguments.get(last) + call.tail());
        boolean isEachShort = arguments.stream()
                .allMatch(each -> indent.length() + each.strip().length() <= WIDTH);
        boolean areOnOneLine = indent.length() + String.join("", arguments).length() <= WIDTH;
        return isEachShort && !areParameters && (areOnOneLine || last >= FEW)
                ? filled(indent, indent, arguments)
                : arguments.stream().map(each -> broken(indent, each.strip())).collect(Collectors.joining("\n"));
    }

    /** Puts as many pieces on each line as there is room for. */
    private static String filled(String first, String next, List<String> pieces) {
        StringBuilder filled = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        for (String piece : pieces) {
            if (line.length() + piece.stripTrailing().length() > WIDTH && line.length() > next.length()) {
                filled.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(next);
            }
            line.append(piece);
        }
        return filled.append(line.toString().stripTrailing()).toString();
    }
}
