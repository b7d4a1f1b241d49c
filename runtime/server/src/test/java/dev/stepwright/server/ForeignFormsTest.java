package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of which other sites could be the senders. */
class ForeignFormsTest extends SentFormsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, none, 403",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://127.0.0.1:1, 403",
        "Accept, text/html, 403",
        "Origin, HERE, 303",
        "sec-fetch-site, same-origin, 303",
        "sec-fetch-site, Same-Origin, 403"
    })
    void a_form_of_another_site_does_nothing(String header, String value, int status) throws Exception {
        String machine = server.machine("order", RunningServer.PASS);
        String here = server.server().endpoint().toString();

        HttpResponse<String> answer =
                send("/machines/" + machine, Map.of(), Map.of(header, value.equals("HERE") ? here : value));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(server.client()
                        .listExecutions(r -> r.stateMachineArn(machine))
                        .executions())
                .hasSize(status == 303 ? 1 : 0);
    }

    @Test
    void a_form_of_another_type_does_nothing_and_no_other_site_may_frame_a_page() throws Exception {
        String machine = server.machine("order", RunningServer.PASS);
        Map<String, String> plain = Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "text/plain");

        assertThat(send("/machines/" + machine, Map.of(), plain).statusCode()).isEqualTo(403);
        assertThat(send("/machines/" + machine + "0", Map.of()).statusCode()).isEqualTo(404);
        assertThat(get("/machines/" + machine).headers().firstValue("Content-Security-Policy"))
                .hasValue("frame-ancestors 'none'");
        assertThat(get("/designer").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    }
}
