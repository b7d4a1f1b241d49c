package dev.stepwright.server.trial;

import dev.stepwright.json.JsonText;
import dev.stepwright.services.http.HttpTrace;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What came of the data on its way through a state, as TestState shows it. */
final class Inspection {
    private final ObjectNode members = JsonNodeFactory.instance.objectNode();

    /** Notes a value; AWS shows it as JSON text. */
    void put(String member, JsonNode value) {
        members.put(member, JsonText.compact(value));
    }

    void text(String member, String value) {
        members.put(member, value);
    }

    void number(String member, int value) {
        members.put(member, value);
    }

    void number(String member, double value) {
        members.put(member, value);
    }

    /** Returns where the rule is noted that an error has met. */
    ObjectNode errorDetails() {
        return members.putObject("errorDetails");
    }

    /** Notes what went over the wire. AWS: all members are texts, headers as JSON. */
    void trace(HttpTrace trace, boolean revealsSecrets) {
        HttpTrace.Request sent = revealsSecrets ? trace.revealed() : trace.shown();
        ObjectNode request = members.putObject("request");
        request.put("protocol", URI.create(sent.url()).getScheme());
        request.put("method", sent.method()).put("url", sent.url()).put("headers", headers(sent.headers()));
        if (sent.body() != null) {
            request.put("body", sent.body());
        }
        HttpTrace.Response answer = trace.response();
        if (answer != null) {
            ObjectNode response = members.putObject("response");
            response.put("protocol", URI.create(sent.url()).getScheme());
            response.put("statusCode", String.valueOf(answer.status())).put("statusMessage", answer.statusText());
            response.put("headers", headers(answer.headers())).put("body", answer.body());
        }
    }

    private static String headers(Map<String, List<String>> headers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        headers.forEach((name, values) -> {
            ArrayNode each = json.putArray(name);
            values.forEach(each::add);
        });
        return JsonText.compact(json);
    }

    JsonNode json() {
        return members;
    }
}
