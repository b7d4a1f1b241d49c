package dev.stepwright.server.access;

import dev.stepwright.server.api.ApiError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a header {@code Authorization} tells of a signature, AWS Signature Version 4.
 *
 * @param keyId of the access key
 * @param date of eight digits, with {@code region} and {@code service} the scope that the key of the signature is made for
 * @param headers the names of those that are signed, in lower case
 * @param hex the signature itself
 */
record Signature(
        String keyId, String date, String region, String service, String terminator, List<String> headers, String hex) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final int PARTS_OF_SCOPE = 4;

    Signature {
        headers = List.copyOf(headers);
    }

    /**
     * Reads a header.
     *
     * @throws ApiError {@code IncompleteSignatureException} if something is missing in it
     */
    static Signature parse(String authorization) {
        String[] halves = authorization.strip().split(" ", 2);
        if (halves[0].startsWith("AWS4-") && !halves[0].equals(ALGORITHM)) {
            throw incomplete("Unsupported AWS 'algorithm': '" + halves[0] + "'.");
        }
        Map<String, String> parameters =
                halves[0].equals(ALGORITHM) && halves.length == 2 ? parameters(halves[1]) : Map.of();
        List<String> missing = new ArrayList<>();
        for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (parameters.getOrDefault(name, "").isEmpty()) {
                missing.add("Authorization header requires '" + name + "' parameter.");
            }
        }
        if (!missing.isEmpty()) {
            throw incomplete(String.join(" ", missing));
        }
        String credential = parameters.getOrDefault("Credential", "");
        List<String> scope = List.of(credential.split("/", -1));
        int id = scope.size() - PARTS_OF_SCOPE;
        if (id < 1) {
            throw incomplete("Credential must have exactly 5 slash-delimited elements, e.g. "
                    + "keyid/date/region/service/term, got '" + credential + "'");
        }
        return new Signature(
                String.join("/", scope.subList(0, id)),
                scope.get(id),
                scope.get(id + 1),
                scope.get(id + 2),
                scope.get(id + 3),
                signedHeaders(parameters.getOrDefault("SignedHeaders", "")),
                parameters.getOrDefault("Signature", ""));
    }

    /** Each name once: whoever repeats one makes the text that is signed as long as he or she likes. */
    private static List<String> signedHeaders(String text) {
        List<String> names = List.of(text.split(";", -1));
        if (new HashSet<>(names).size() < names.size()) {
            throw incomplete("SignedHeaders must name each header once.");
        }
        return names;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : text.split(",", -1)) {
            int sign = parameter.indexOf('=');
            @Nullable
            String before = sign < 0
                    ? null
                    : parameters.putIfAbsent(
                            parameter.substring(0, sign).strip(),
                            parameter.substring(sign + 1).strip());
            if (sign < 0) {
                throw incomplete(
                        "Authorization header has a part that is not a valid key=value pair (missing equal-sign).");
            }
            if (before != null) {
                throw incomplete("Authorization header has a parameter twice.");
            }
        }
        return parameters;
    }

    static ApiError incomplete(String message) {
        return ApiError.of("IncompleteSignatureException", message);
    }
}
