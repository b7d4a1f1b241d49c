package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends forms as a browser sends them. */
abstract class SentFormsTest extends PageTest {
    /** Sends a form from a page of the server itself. */
    final HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
        return send(path, fields, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    final HttpResponse<String> send(String path, Map<String, String> fields, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).POST(BodyPublishers.ofString(body(fields)));
        request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::setHeader);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    final String started(String machine, Map<String, String> fields) throws Exception {
        HttpResponse<String> answer = send("/machines/" + machine, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/executions/");
        return location.substring("/executions/".length());
    }

    static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
