package dev.stepwright.diagram.markup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of pages that are told by fields what to show. */
public final class Address {
    private Address() {}

    /**
     * Returns the address of a page with fields: {@code /page?find=Pay&state=Order}.
     *
     * @param fields in their order; those that are empty are left out
     */
    public static String of(String path, Map<String, String> fields) {
        String query = fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
