package dev.stepwright.server.page;

import dev.stepwright.server.api.ApiError;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a form as a browser sends them: after the question mark of an address, or as a body. */
record Form(Map<String, String> fields) {
    static final String TYPE = "application/x-www-form-urlencoded";

    /** @throws ApiError {@code ValidationException} if a percent sign is not followed by two hexadecimal digits */
    static Form parse(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&", -1)) {
            int sign = field.indexOf('=');
            if (sign > 0) {
                fields.putIfAbsent(decoded(field.substring(0, sign)), decoded(field.substring(sign + 1)));
            }
        }
        return new Form(Map.copyOf(fields));
    }

    /** Browsers end the lines of a text area by CR LF. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IllegalArgumentException e) {
            throw ApiError.validation("In \"" + text + "\" a percent sign is not followed by two hexadecimal digits.");
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the value of a field as it is; empty if it is not there. */
    String whole(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Returns some of the fields by their names, in that order; those that are not there are empty. */
    Map<String, String> some(String... names) {
        Map<String, String> some = new LinkedHashMap<>();
        for (String name : names) {
            some.put(name, whole(name));
        }
        return some;
    }

    /** Returns the value of a field without white space around it; empty if it was left empty or is not there. */
    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }
}
