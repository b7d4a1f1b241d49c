package dev.stepwright.server.control;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextToken for the part that comes after it; null on the last
 */
record Page<T>(List<T> items, @Nullable String nextToken) {
    /**
     * Which page is asked for.
     *
     * @param text the operation and its arguments but for the token
     * @param token from the page before; null for the first
     */
    record Query(String text, int size, @Nullable String token) {}

    /**
     * Returns one page of items in the order of their keys.
     *
     * @param key unique among the items; the next page begins after that of the last item here
     */
    static <T> Page<T> of(Stream<T> items, Function<T, String> key, Query query, PageTokens tokens) {
        String after = query.token == null ? "" : tokens.open(query.text, query.token);
        List<T> some = items.filter(item -> key.apply(item).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(query.size + 1L)
                .toList();
        if (some.size() <= query.size) {
            return new Page<>(some, null);
        }
        List<T> full = some.subList(0, query.size);
        return new Page<>(full, tokens.issue(query.text, key.apply(full.get(query.size - 1))));
    }

    <R> List<R> map(Function<T, R> function) {
        return items.stream().map(function).toList();
    }
}
