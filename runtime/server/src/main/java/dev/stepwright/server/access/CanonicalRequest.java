package dev.stepwright.server.access;

import dev.stepwright.server.http.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request in the form in which it is signed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: Create a signed API request</a>
 */
final class CanonicalRequest {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    private CanonicalRequest() {}

    /**
     * Returns its SHA-256 in hexadecimal digits.
     *
     * @param headers the names of those that are signed, all of which are there
     */
    static String hash(HttpCall call, List<String> headers) {
        String lines = headers.stream()
                .map(name -> name + ":" + value(call.headers().all(name)) + "\n")
                .collect(Collectors.joining());
        String canonical = String.join(
                "\n",
                call.method(),
                encoded(encoded(call.path(), "/"), "/"),
                query(call.query()),
                lines,
                String.join(";", headers),
                hex(call.body()));
        return hex(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static String value(List<String> values) {
        return values.stream()
                .map(value -> value.strip().replaceAll(" {2,}", " "))
                .collect(Collectors.joining(","));
    }

    private static String query(String query) {
        return Stream.of(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> {
                    int sign = parameter.indexOf('=');
                    String name = sign < 0 ? parameter : parameter.substring(0, sign);
                    return encoded(decoded(name), "") + "="
                            + encoded(decoded(sign < 0 ? "" : parameter.substring(sign + 1)), "");
                })
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /** What is not encoded as it should be is signed as it is, and so by nobody. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String encoded(String text, String alsoPlain) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (PLAIN.indexOf(character) >= 0 || alsoPlain.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(AccessKey.sha256(bytes));
    }
}
