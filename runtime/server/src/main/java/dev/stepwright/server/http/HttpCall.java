package dev.stepwright.server.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request.
 *
 * @param method as sent, for example {@code POST}
 * @param path without the query
 * @param query what follows the question mark in the address, as sent; empty where there is none
 * @param header the first value of a header by its name in any case; null where there is none
 * @param body all of it, not to be changed; empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record HttpCall(
        String method, String path, String query, Function<String, @Nullable String> header, byte[] body) {}
