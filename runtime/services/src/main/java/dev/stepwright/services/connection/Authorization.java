package dev.stepwright.services.connection;

import java.net.URI;
import java.util.Locale;

/**
 * How the calls of a connection are authorized. The text of one tells no secret.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-auth.html">AWS: Authorization methods</a>
 */
public sealed interface Authorization {
    /** Returns that calls are not authorized. AWS: a connection always authorizes. */
    static Authorization none() {
        return new None();
    }

    /** Returns the header {@code Authorization: Basic} of a user. */
    static Authorization basic(String username, String password) {
        return new Basic(username, password);
    }

    /** Returns a header that is a key. */
    static Authorization apiKey(String header, String value) {
        return new ApiKey(header, value);
    }

    /**
     * Returns the header {@code Authorization: Bearer} with a token that the client credentials are exchanged for. It is kept until it expires,
     * or is answered with 401 or 407.
     *
     * @param endpoint gives tokens to {@code POST} with {@code grant_type=client_credentials}; the client identifies itself by {@code
     *     Authorization: Basic}
     */
    static Authorization oauth(URI endpoint, String clientId, String clientSecret) {
        return new OAuth(endpoint, "POST", new Basic(clientId, clientSecret), Additions.NONE);
    }

    /** See {@link #none}. */
    record None() implements Authorization {}

    /** See {@link #basic}. */
    record Basic(String username, String password) implements Authorization {
        @Override
        public String toString() {
            return "Basic[" + username + "]";
        }
    }

    /** See {@link #apiKey}. */
    record ApiKey(String header, String value) implements Authorization {
        @Override
        public String toString() {
            return "ApiKey[" + header + "]";
        }
    }

    /**
     * See {@link #oauth}.
     *
     * @param method {@code GET}, {@code POST} or {@code PUT}
     * @param additions to the request for a token
     */
    record OAuth(URI endpoint, String method, Basic client, Additions additions) implements Authorization {
        /** Throws {@link IllegalArgumentException} if the method is another one. */
        public OAuth {
            method = method.toUpperCase(Locale.ROOT);
            if (!method.matches("GET|POST|PUT")) {
                throw new IllegalArgumentException(
                        "the method of a token request must be GET, POST or PUT, found \"" + method + "\"");
            }
        }

        @Override
        public String toString() {
            return "OAuth[" + endpoint.getHost() + ", " + client.username() + "]";
        }
    }
}
