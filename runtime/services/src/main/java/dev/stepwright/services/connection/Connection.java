package dev.stepwright.services.connection;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a connection of EventBridge holds: the credentials of an API. The text of one tells no secret.
 *
 * @param additions to every request; AWS: they replace what the task says under the same name
 * @param endpoints where the API is instead: addresses that requests go to, by what the {@code ApiEndpoint} of the task begins with
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection.html">AWS: Connections</a>
 */
public record Connection(Authorization authorization, Additions additions, Map<String, URI> endpoints) {
    public Connection {
        endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
    }

    /** Returns a connection that authorizes, and does nothing else. */
    public static Connection of(Authorization authorization) {
        return new Connection(authorization, Additions.NONE, Map.of());
    }

    /** Returns this connection with other additions to every request. */
    public Connection adding(Additions value) {
        return new Connection(authorization, value, endpoints);
    }

    /**
     * Returns this connection with another address of an API, such as that of a stand-in on this machine. It may be of {@code http} wherever
     * it is.
     *
     * @param endpoint what the {@code ApiEndpoint} of tasks begins with, for example {@code https://api.example.com}
     * @param address what stands there instead, for example {@code http://127.0.0.1:12111}
     */
    public Connection at(String endpoint, URI address) {
        Map<String, URI> more = new LinkedHashMap<>(endpoints);
        more.put(endpoint, address);
        return new Connection(authorization, additions, more);
    }

    /** Returns where an endpoint is instead; empty if it is where it says. */
    public Optional<String> address(String endpoint) {
        return endpoints.entrySet().stream()
                .filter(entry -> isBelow(entry.getKey(), endpoint))
                .findFirst()
                .map(entry -> withoutSlash(entry.getValue().toString())
                        + endpoint.substring(withoutSlash(entry.getKey()).length()));
    }

    private static String withoutSlash(String text) {
        return text.replaceAll("/$", "");
    }

    private static boolean isBelow(String beginning, String endpoint) {
        return endpoint.startsWith(beginning)
                && (endpoint.length() == beginning.length()
                        || beginning.endsWith("/")
                        || "/?#".indexOf(endpoint.charAt(beginning.length())) >= 0);
    }
}
