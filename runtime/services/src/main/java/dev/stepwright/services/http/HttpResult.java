package dev.stepwright.services.http;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.runtime.task.TaskFailure;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of an answer.
 *
 * @param service whose task it is, in messages
 * @param errors what the names of errors begin with that are a status
 * @param mostBytes how large a body may be
 */
record HttpResult(String service, String errors, int mostBytes) {
    /** AWS: no cause is longer. */
    private static final int LONGEST_CAUSE = 32_768;

    /**
     * Returns the result of the task: Headers, ResponseBody, StatusCode, StatusText.
     *
     * @throws TaskFailure if the status is no success, or the body is too large or no text
     */
    ObjectNode of(HttpResponse<byte[]> response) throws TaskFailure {
        AnswerText form = AnswerText.of(response);
        Optional<String> text = form.text(response.body());
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            String cause = text.filter(body -> !body.isBlank()).orElseGet(() -> StatusText.of(status));
            throw new TaskFailure(errors + status, cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE)));
        }
        if (response.body().length > mostBytes) {
            throw new TaskFailure(
                    "States.DataLimitExceeded",
                    "The state/task '" + service
                            + "' returned a result with a size exceeding the maximum number of bytes service limit.");
        }
        if (form.isUnsupported()) {
            throw new TaskFailure(
                    "States.Runtime",
                    "The response has the content type \"" + form.mediaType()
                            + "\", but no task takes application/octet-stream, images, video or audio");
        }
        String body = text.orElseThrow(() -> new TaskFailure(
                "States.Runtime", "The response is no text in " + form.charset() + ", and no task takes another"));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("Headers", headers(response));
        result.set("ResponseBody", form.isJson() ? json(body) : result.stringNode(body));
        return result.put("StatusCode", status).put("StatusText", StatusText.of(status));
    }

    private static ObjectNode headers(HttpResponse<?> response) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        response.headers().map().forEach((name, values) -> {
            ArrayNode each = headers.putArray(name);
            values.forEach(each::add);
        });
        return headers;
    }

    /** Returns the JSON value that a text is, or else the text. */
    static JsonNode json(String text) {
        try {
            return JsonDocument.parse(text).root();
        } catch (JsonSyntaxException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    static HttpTrace.Response traced(HttpResponse<byte[]> response) {
        String body = AnswerText.of(response)
                .text(response.body())
                .orElseGet(() -> Base64.getEncoder().encodeToString(response.body()));
        int status = response.statusCode();
        return new HttpTrace.Response(
                status, StatusText.of(status), response.headers().map(), body);
    }
}
