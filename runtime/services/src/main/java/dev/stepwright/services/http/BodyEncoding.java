package dev.stepwright.services.http;

import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How the body of a request is written: as JSON, or as a form with one of the ways to write arrays in it.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#url-encode-request-body">AWS: URL-encoding</a>
 */
enum BodyEncoding {
    JSON,
    /** {@code a[0]=x&a[1]=y}. */
    INDICES,
    /** {@code a=x&a=y}. */
    REPEAT,
    /** {@code a=x,y}. */
    COMMAS,
    /** {@code a[]=x&a[]=y}. */
    BRACKETS;

    /** Returns a body as text; one that is a text is it already. AWS: only an object can be a form. */
    String text(JsonNode body) {
        if (body.isString()) {
            return body.stringValue();
        }
        return this == JSON ? JsonText.compact(body) : Query.text(form(body));
    }

    private List<Query.Parameter> form(JsonNode object) {
        List<Query.Parameter> parameters = new ArrayList<>();
        object.properties().forEach(member -> add(member.getKey(), member.getValue(), parameters));
        return parameters;
    }

    private void add(String name, JsonNode value, List<Query.Parameter> to) {
        if (value.isObject()) {
            value.properties().forEach(member -> add(name + "[" + member.getKey() + "]", member.getValue(), to));
        } else if (value.isArray() && this == COMMAS) {
            String all = value.valueStream().map(Query::scalar).collect(Collectors.joining(","));
            to.add(new Query.Parameter(name, all));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(element(name, i), value.get(i), to);
            }
        } else if (!value.isNull()) {
            to.add(new Query.Parameter(name, Query.scalar(value)));
        }
    }

    private String element(String name, int index) {
        return switch (this) {
            case INDICES -> name + "[" + index + "]";
            case BRACKETS -> name + "[]";
            default -> name;
        };
    }
}
