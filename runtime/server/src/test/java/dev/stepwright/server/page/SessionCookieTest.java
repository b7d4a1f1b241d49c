package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.http.Headers;
import dev.stepwright.server.http.HttpCall;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of cookies, by which browsers tell sessions of servers apart. */
class SessionCookieTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8083, http://127.0.0.1:8083, stepwright-session-8083",
        "[::1]:8083, http://[::1]:8083, stepwright-session-8083",
        "[::1], http://[::1], stepwright-session",
        "flows.example, http://flows.example, stepwright-session",
        "flows.example, https://flows.example, __Host-stepwright-session",
        "flows.example:8443, https://flows.example:8443, __Host-stepwright-session-8443",
    })
    void a_server_has_a_cookie_by_its_port(String host, String origin, String name) {
        SessionCookie cookie = new SessionCookie(false);
        HttpCall form =
                new HttpCall("POST", "/login", "", Headers.of(Map.of("Host", host, "Origin", origin)), new byte[0]);

        assertThat(cookie.set(form, "token")).startsWith(name + "=token; ");

        HttpCall next = new HttpCall(
                "GET",
                "/",
                "",
                Headers.of(Map.of(
                        "Host",
                        host,
                        "Cookie",
                        "stepwright-session-1=a; " + name + "=token; __Host-stepwright-session-1=b")),
                new byte[0]);
        assertThat(cookie.token(next)).contains("token");
    }
}
