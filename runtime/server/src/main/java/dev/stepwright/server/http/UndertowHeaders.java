package dev.stepwright.server.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The headers of a request to Undertow. */
record UndertowHeaders(HeaderMap map) implements Headers {
    @Override
    public List<String> all(String name) {
        return map.contains(name) ? List.copyOf(map.get(name)) : List.of();
    }

    @Override
    public Set<String> names() {
        return map.getHeaderNames().stream()
                .map(HttpString::toString)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
