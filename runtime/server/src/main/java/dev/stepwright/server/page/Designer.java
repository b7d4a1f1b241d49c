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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(Designer.class);

    private Designer() {}

    /** Returns the answer to a call; empty if it is not for the designer. */
    static Optional<HttpAnswer> answer(HttpCall call) {
        String path = call.path();
        if (call.method().equals("POST")) {
            return switch (path) {
                case PATH + "/picture" -> Optional.of(json(call, DesignerAnswers::picture));
                case PATH + "/fields" -> Optional.of(json(call, FieldAnswers::fields));
                case PATH + "/field" -> Optional.of(json(call, FieldAnswers::change));
                case PATH + "/layout" -> Optional.of(json(call, DesignerAnswers::layout));
                case PATH + "/change" -> Optional.of(json(call, DesignerAnswers::change));
                default -> Optional.empty();
            };
        }
        if (!call.method().equals("GET") || !path.startsWith(PATH)) {
            return Optional.empty();
        }
        return switch (path) {
            case PATH + ".js" -> Optional.of(file("designer.js", "text/javascript"));
            case PATH + "-drag.js",
                    PATH + "-fields.js",
                    PATH + "-machine.js",
                    PATH + "-picture.js",
                    PATH + "-server.js",
                    PATH + "-states.js",
                    PATH + "-text.js",
                    PATH + "-tree.js" -> Optional.of(file(path.substring(1), "text/javascript"));
            case PATH + ".css" -> Optional.of(file("designer.css", "text/css"));
            default ->
                path.equals(PATH) || path.startsWith(PATH + "/")
                        ? Optional.of(file("designer.html", "text/html"))
                        : Optional.empty();
        };
    }

    /** Returns a file of the server's pages. */
    static HttpAnswer file(String name, String type) {
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

    /** Returns what an action answers, or why it cannot. */
    static HttpAnswer json(HttpCall call, Function<JsonNode, ObjectNode> action) {
        try {
            return json(
                    200,
                    action.apply(JsonDocument.parse(new String(call.body(), StandardCharsets.UTF_8))
                            .root()));
        } catch (ApiError | JsonSyntaxException | IllegalArgumentException e) {
            return json(400, message(String.valueOf(e.getMessage())));
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of the server's: the page tells it, and the text is still there.
            LOG.error("The designer's {} failed", call.path(), e);
            return json(500, message("The server could not process this definition. Its log has the error."));
        }
    }

    private static ObjectNode message(String message) {
        return JsonNodeFactory.instance.objectNode().put("message", message);
    }

    private static HttpAnswer json(int status, ObjectNode answer) {
        return new HttpAnswer(
                status,
                Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                JsonText.compact(answer).getBytes(StandardCharsets.UTF_8));
    }
}
