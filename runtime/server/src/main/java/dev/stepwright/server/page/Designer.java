package dev.stepwright.server.page;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The designer: a definition as text and picture, side by side, at {@code /designer} for a new machine and at {@code /designer/ARN} for one
 * there is. The page is a file with a script of its own; it creates and starts machines by the operations of the API.
 */
final class Designer {
    static final String PATH = "/designer";

    /** The page may load and ask nothing but this server, and run no script but its own. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'";

    private Designer() {}

    /** Returns the answer to a call; empty if it is not for the designer. */
    static Optional<HttpAnswer> answer(HttpCall call) {
        String path = call.path();
        if (call.method().equals("POST")) {
            return switch (path) {
                case PATH + "/picture" -> Optional.of(json(call, DesignerAnswers::picture));
                case PATH + "/change" -> Optional.of(json(call, DesignerAnswers::change));
                default -> Optional.empty();
            };
        }
        if (!call.method().equals("GET") || !path.startsWith(PATH)) {
            return Optional.empty();
        }
        return switch (path) {
            case PATH + ".js" -> Optional.of(file("designer.js", "text/javascript"));
            case PATH + ".css" -> Optional.of(file("designer.css", "text/css"));
            default ->
                path.equals(PATH) || path.startsWith(PATH + "/")
                        ? Optional.of(file("designer.html", "text/html"))
                        : Optional.empty();
        };
    }

    private static HttpAnswer file(String name, String type) {
        try (InputStream file = Designer.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the jar of the server lacks its " + name);
            }
            return new HttpAnswer(
                    200,
                    Map.of(
                            "Content-Type",
                            type + "; charset=utf-8",
                            "Content-Security-Policy",
                            POLICY,
                            "Cache-Control",
                            "no-cache"),
                    file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpAnswer json(HttpCall call, Function<JsonNode, ObjectNode> action) {
        try {
            return json(
                    200,
                    action.apply(JsonDocument.parse(new String(call.body(), StandardCharsets.UTF_8))
                            .root()));
        } catch (ApiError | JsonSyntaxException | IllegalArgumentException e) {
            return json(400, JsonNodeFactory.instance.objectNode().put("message", String.valueOf(e.getMessage())));
        }
    }

    private static HttpAnswer json(int status, ObjectNode answer) {
        return new HttpAnswer(
                status,
                Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                JsonText.compact(answer).getBytes(StandardCharsets.UTF_8));
    }
}
