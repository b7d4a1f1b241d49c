package dev.stepwright.json;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the parser met to the author of a text: what stands there, what may stand there. The parser speaks to those who configure it. */
final class SyntaxWords {
    private static final String FOUND = "Unexpected character \\('(.)' \\(code \\d+\\)\\)";

    private record Word(Pattern parserProblem, BiFunction<MatchResult, Surroundings, String> words) {}

    /** What stands around the place: its text up to there, and where the innermost object or array that is open begins. */
    record Surroundings(String before, Position open) {
        private boolean followsComma() {
            return before.stripTrailing().endsWith(",");
        }
    }

    private static final List<Word> WORDS = List.of(
            word(
                    "Unexpected end-of-input: expected close marker for (Object|Array).*",
                    (found, around) -> "the %s that begins at %s does not end; add \"%s\""
                            .formatted(
                                    found.group(1).toLowerCase(Locale.ROOT),
                                    around.open(),
                                    found.group(1).equals("Object") ? "}" : "]")),
            word(
                    "Unexpected end-of-input.*closing quote.*",
                    (found, around) -> "the string does not end; add its closing quote"),
            word("Unexpected end-of-input.*", (found, around) -> "expected a value, found the end"),
            word(
                    FOUND + ": was expecting double-quote to start property name",
                    (found, around) -> wrongName(found.group(1), around)),
            word(
                    FOUND + ": was expecting a colon .*",
                    (found, around) -> "expected \":\" after a name, found " + shown(found.group(1))),
            word(
                    FOUND + ": was expecting comma to separate (Object|Array) entries",
                    (found, around) -> "expected \",\" or \"%s\", found %s"
                            .formatted(found.group(2).equals("Object") ? "}" : "]", shown(found.group(1)))),
            word(FOUND + ": maybe a .*comment.*", (found, around) -> "JSON has no comments; remove this one"),
            word(
                    FOUND + ": expected a hex-digit .*",
                    (found, around) -> "\\u needs four hexadecimal digits, found " + shown(found.group(1))),
            word(
                    FOUND + " in numeric value: .*plus sign.*",
                    (found, around) -> "a number cannot begin with \"+\"; remove it"),
            word(FOUND + ".*value.*", (found, around) -> wrongValue(found.group(1), around)),
            word(
                    "Unexpected close marker '(.)': expected '(.)'.*",
                    (found, around) -> "expected \"%s\" to close what begins at %s, found \"%s\""
                            .formatted(found.group(2), around.open(), found.group(1))),
            word(
                    "Invalid numeric value: Leading zeroes.*",
                    (found, around) -> "a number cannot begin with 0 before another digit; remove the 0"),
            word(
                    "(?:Unrecognized|Non-standard) token '([^']*)'.*",
                    (found, around) ->
                            "expected a value, found %s; put a string in double quotes (other values are numbers, true, false, null, objects and arrays)"
                                    .formatted(found.group(1))),
            word(
                    "Unrecognized character escape '(.)'.*",
                    (found, around) ->
                            "there is no escape \\%s; the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t, and \\u with four hexadecimal digits"
                                    .formatted(found.group(1))),
            word(
                    "Illegal unquoted character .*code (\\d+)\\).*",
                    (found, around) -> "a string cannot contain the control character %s as it is; write %s"
                            .formatted(codePoint(found.group(1)), escape(found.group(1)))),
            word(
                    "Illegal character .*code (\\d+)\\).*",
                    (found, around) -> "the control character %s is not allowed here; remove it"
                            .formatted(codePoint(found.group(1)))));

    private SyntaxWords() {}

    static String of(String parserProblem, Surroundings around) {
        for (Word word : WORDS) {
            Matcher matcher = word.parserProblem.matcher(parserProblem);
            if (matcher.matches()) {
                return word.words.apply(matcher, around);
            }
        }
        return parserProblem;
    }

    private static Word word(String pattern, BiFunction<MatchResult, Surroundings, String> words) {
        return new Word(Pattern.compile(pattern, Pattern.DOTALL), words);
    }

    private static String wrongName(String found, Surroundings around) {
        return found.equals("}") && around.followsComma()
                ? "found \"}\" after a comma; remove the comma, or add a member"
                : "expected a name in double quotes, found " + shown(found);
    }

    private static String wrongValue(String found, Surroundings around) {
        return found.equals("]") && around.followsComma()
                ? "found \"]\" after a comma; remove the comma, or add an element"
                : "expected a value, found " + shown(found);
    }

    private static String shown(String character) {
        return character.equals("\"") ? "'\"'" : '"' + character + '"';
    }

    private static String codePoint(String code) {
        return "U+%04X".formatted(Integer.parseInt(code));
    }

    private static String escape(String code) {
        return switch (Integer.parseInt(code)) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> "\\u%04x".formatted(Integer.parseInt(code));
        };
    }
}
