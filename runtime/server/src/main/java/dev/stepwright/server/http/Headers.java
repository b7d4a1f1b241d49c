package dev.stepwright.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The headers of a request. */
public interface Headers {
    /** Returns the values of a header by its name in any case, in the order in which they came; none where it is absent. */
    List<String> all(String name);

    /** Returns the names of all headers, in lower case. */
    Set<String> names();

    /** Returns the first value of a header by its name in any case; null where there is none. */
    default @Nullable String first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Returns headers that have one value each. */
    static Headers of(Map<String, String> values) {
        Map<String, String> byName = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        return new Headers() {
            @Override
            public List<String> all(String name) {
                String value = byName.get(name.toLowerCase(Locale.ROOT));
                return value == null ? List.of() : List.of(value);
            }

            @Override
            public Set<String> names() {
                return byName.keySet();
            }
        };
    }
}
