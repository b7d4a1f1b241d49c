package dev.stepwright.services.connection;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Knows the connections that HTTP Tasks name. */
@FunctionalInterface
public interface Connections {
    /** Returns the connection that a {@code ConnectionArn} stands for; empty if there is none. Asked for each call; may block. */
    Optional<Connection> find(String connectionArn);

    /**
     * Returns connections that do not change.
     *
     * @param connections by ARN, or by the name that is in the ARN: {@code Stripe} for {@code
     *     arn:aws:events:us-east-1:123456789012:connection/Stripe/81210c42}; a text that is no ARN stands for itself
     */
    static Connections of(Map<String, Connection> connections) {
        Map<String, Connection> all = Map.copyOf(connections);
        return arn -> Optional.ofNullable(all.get(arn))
                .or(() -> Optional.ofNullable(all.get(arn.replaceFirst("^arn:.*:connection/([^/]+).*", "$1"))));
    }

    /**
     * Reads connections from a file: an object from the name or ARN of each to what CreateConnection of EventBridge takes, for example
     *
     * <pre>{@code
     * {"Stripe": {
     *   "AuthorizationType": "BASIC",
     *   "AuthParameters": {"BasicAuthParameters": {"Username": "${env:STRIPE_KEY}", "Password": ""}},
     *   "Endpoints": {"https://api.stripe.com": "http://127.0.0.1:12111"}}}
     * }</pre>
     *
     * <p>A text may take values of the environment, as {@code ${env:NAME}}. {@code Endpoints}, which EventBridge does not have, is what {@link
     * Connection#at} says.
     *
     * @param file JSON or, if its name ends with {@code .yaml} or {@code .yml}, YAML
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it has something else; the message tells where, and no secret
     */
    static Connections read(Path file) throws IOException {
        try {
            return of(ConnectionFile.connections(JsonDocument.read(file).root(), System::getenv));
        } catch (JsonSyntaxException e) {
            // without the cause, which quotes what it has found: that may be a secret
            throw new IllegalArgumentException(file + ":" + e.position() + ": " + problem(e));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static String problem(JsonSyntaxException found) {
        return found.isRepeatedKey()
                ? found.problem()
                : "this is not " + (found.isYaml() ? "YAML" : "JSON")
                        + "; the text is not shown, because it may contain a secret";
    }
}
