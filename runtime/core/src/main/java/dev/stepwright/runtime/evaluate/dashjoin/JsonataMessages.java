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

    static String of(JException e) {
        String code = code(e);
        String text = JException.msg(code, -1, FIRST, SECOND);
        if (text.equals(FIRST)) {
            return String.valueOf(e.getCurrent());
        }
        text = text.replace(" Object ", " function ").replace(" Object.", " function.");
        String second = code.equals("T0412") ? elements(e.getExpected()) : quoted(e.getExpected());
        return text.replace("\"" + FIRST + "\"", quoted(e.getCurrent()))
                .replace("\"" + SECOND + "\"", second)
                .replace(FIRST, String.valueOf(e.getCurrent()))
                .replace(SECOND, String.valueOf(e.getExpected()));
    }

    private static String elements(@Nullable Object type) {
        return JsonText.quote(ELEMENTS.getOrDefault(String.valueOf(type), String.valueOf(type)));
    }

    private static String quoted(@Nullable Object value) {
        return value instanceof String text ? JsonText.quote(text) : String.valueOf(value);
    }
}
