package dev.stepwright.services.connection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is added to a request. What has the same name in the request is replaced. The text of one tells names, not values.
 *
 * @param headers by name
 * @param query parameters of the URL
 * @param body members of a body that is an object
 */
public record Additions(Map<String, String> headers, Map<String, String> query, Map<String, String> body) {
    /** Nothing. */
    public static final Additions NONE = new Additions(Map.of(), Map.of(), Map.of());

    public Additions {
        headers = copy(headers);
        query = copy(query);
        body = copy(body);
    }

    private static Map<String, String> copy(Map<String, String> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the same additions and one more header. */
    public Additions withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new Additions(more, query, body);
    }

    @Override
    public String toString() {
        return "Additions" + List.of(headers.keySet(), query.keySet(), body.keySet());
    }
}
