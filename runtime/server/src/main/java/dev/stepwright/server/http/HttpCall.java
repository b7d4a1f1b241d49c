package dev.stepwright.server.http;

/**
 * One HTTP request.
 *
 * @param method as sent, for example {@code POST}
 * @param path without the query
 * @param query what follows the question mark in the address, as sent; empty where there is none
 * @param body all of it, not to be changed; empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record HttpCall(String method, String path, String query, Headers headers, byte[] body) {}
