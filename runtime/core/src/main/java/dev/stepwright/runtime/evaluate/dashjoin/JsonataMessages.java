package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.JException;
import dev.stepwright.json.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of JSONata's errors as the reference implementation writes them; the library's differ in places. */
final class JsonataMessages {
    private static final String FIRST = "\u0001";
    private static final String SECOND = "\u0002";

    /** The types of T0412. */
    private static final Map<String, String> ELEMENTS =
            Map.of("a", "arrays", "b", "booleans", "f", "functions", "n", "numbers", "o", "objects", "s", "strings");

    private JsonataMessages() {}

    /** Returns the code, for example T0410. */
    static String code(JException e) {
        return String.valueOf(e.getError());
    }

    /** @param expression the text that the error's position is in */
    static String of(JException e, String expression) {
        String code = code(e);
        if (code.equals("T0412")) {
            return "Argument 1 of function " + JsonText.quote(functionAt(e.getLocation(), expression))
                    + " must be an array of " + elements(e.getExpected());
        }
        String text = JException.msg(code, -1, FIRST, SECOND);
        if (text.equals(FIRST)) {
            return String.valueOf(e.getCurrent());
        }
        return text.replace(" Object ", " function ")
                .replace(" Object.", " function.")
                .replace("\"" + FIRST + "\"", quoted(e.getCurrent()))
                .replace("\"" + SECOND + "\"", quoted(e.getExpected()))
                .replace(FIRST, String.valueOf(e.getCurrent()))
                .replace(SECOND, String.valueOf(e.getExpected()));
    }

    /** The position of a call is behind its opening parenthesis; the library does not name the function. */
    private static String functionAt(int location, String expression) {
        int end = Math.max(0, Math.min(location, expression.length()));
        while (end > 0 && !Character.isLetterOrDigit(expression.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(expression.charAt(start - 1))) {
            start--;
        }
        return expression.substring(start, end);
    }

    private static String elements(@Nullable Object type) {
        return JsonText.quote(ELEMENTS.getOrDefault(String.valueOf(type), String.valueOf(type)));
    }

    private static String quoted(@Nullable Object value) {
        return value instanceof String text ? JsonText.quote(text) : String.valueOf(value);
    }
}
