package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** What {@code $replace} puts in the place of a match. */
final class Replacement {
    private Replacement() {}

    /** @param replacement a string with {@code $1} for groups, {@code $0} for the match and {@code $$} for a dollar, or a function */
    static String of(Object replacement, MatchResult match, List<Object> groups) {
        return replacement instanceof String template ? filled(template, match) : called(replacement, match, groups);
    }

    private static String called(Object function, MatchResult match, List<Object> groups) {
        Map<String, Object> argument = new LinkedHashMap<>();
        argument.put("match", match.group());
        argument.put("start", match.start());
        argument.put("end", match.end());
        argument.put("groups", groups);
        if (apply(function, argument) instanceof String text) {
            return text;
        }
        throw new JException("D3012", -1);
    }

    private static Object apply(Object function, Object argument) {
        try {
            return Functions.funcApply(function, List.of(argument));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the replacement function failed", e);
        }
    }

    private static String filled(String template, MatchResult match) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at++);
            if (c != '$' || at == template.length()) {
                out.append(c);
            } else if (template.charAt(at) == '$') {
                out.append('$');
                at++;
            } else {
                at = group(template, at, match, out);
            }
        }
        return out.toString();
    }

    /** Takes as many digits as name a group; returns the place behind them. */
    private static int group(String template, int at, MatchResult match, StringBuilder out) {
        int most = Math.max(1, Integer.toString(match.groupCount()).length());
        int end = at;
        while (end < template.length() && end - at < most && Character.isDigit(template.charAt(end))) {
            end++;
        }
        if (end - at > 1 && Integer.parseInt(template.substring(at, end)) > match.groupCount()) {
            end--;
        }
        if (end == at) {
            out.append('$');
            return at;
        }
        int number = Integer.parseInt(template.substring(at, end));
        String group = number > match.groupCount() ? null : match.group(number);
        out.append(group == null ? "" : group);
        return end;
    }
}
