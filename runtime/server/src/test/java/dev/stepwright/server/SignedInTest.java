package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.access.GivenUsers;
import dev.stepwright.server.tls.TestTls;
import dev.stepwright.server.tls.Tls;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The pages of a server that has users. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedInTest {
    private static final String BOB_KEY = "AKIAI44QH8DHBEXAMPLE";
    private static final String BOB_SECRET = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";
    private static final String LOCKED_KEY = "AKIALOCKED7EXAMPLE00";
    private static final String EVE_KEY = "AKIAEVE4567EXAMPLE00";

    private final RunningServer server = RunningServer.start(config -> config.users(GivenUsers.of(
            GivenUsers.ada("{\"Effect\": \"Allow\", \"Action\": \"states:*\", \"Resource\": \"*\"}"),
            GivenUsers.user(
                    "lock", LOCKED_KEY, BOB_SECRET, "{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}"),
            GivenUsers.user("eve", EVE_KEY, BOB_SECRET, """
                    [{"Effect": "Allow", "Action": "states:*", "Resource": "*"},
                     {"Effect": "Deny", "Action": "states:DescribeStateMachine", "Resource": "*"}]"""),
            GivenUsers.user("bob", BOB_KEY, BOB_SECRET, """
                    [{"Effect": "Allow", "Action": ["states:List*", "states:Describe*"], "Resource": "*"},
                     {"Effect": "Deny", "Action": "states:ListExecutions", "Resource": "arn:aws:states:*:*:stateMachine:hidden"}]"""))));
    private final HttpClient client = HttpClient.newHttpClient();
    private final String order;

    SignedInTest() {
        try (SfnClient ada = server.client(GivenUsers.KEY, GivenUsers.SECRET)) {
            for (String name : new String[] {"hidden", "order"}) {
                ada.createStateMachine(
                        r -> r.name(name).definition(RunningServer.PASS).roleArn(RunningServer.ROLE));
                ada.startExecution(r -> r.stateMachineArn("arn:aws:states:us-east-1:123456789012:stateMachine:" + name)
                        .name("run-of-" + name));
            }
        }
        order = "arn:aws:states:us-east-1:123456789012:stateMachine:order";
    }

    @AfterAll
    void close() {
        server.close();
    }

    private String endpoint() {
        return server.server().endpoint().toString();
    }

    /** Returns the name of the cookie. */
    private String name() {
        return "stepwright-session-" + server.server().endpoint().getPort();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String cookie) throws Exception {
        if (!cookie.isEmpty()) {
            request.header("Cookie", "other=1; " + cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(endpoint() + path)), cookie);
    }

    private HttpResponse<String> post(String path, String cookie, Map<String, String> fields) throws Exception {
        return send(form(path, fields).header("Origin", endpoint()), cookie);
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return HttpRequest.newBuilder(URI.create(endpoint() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpResponse<String> login(String key, String secret, String to) throws Exception {
        return post("/login", "", Map.of("key", key, "secret", secret, "to", to));
    }

    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /login",
        "/designer, /login?to=%2Fdesigner",
        "/designer.js, /login?to=%2Fdesigner.js",
        "/updates.js, /login?to=%2Fupdates.js",
        "/machines/x?from=a%20b, /login?to=%2Fmachines%2Fx%3Ffrom%3Da%2520b",
        "/nowhere, /login?to=%2Fnowhere",
        "/machines/%C3%A4%5B%22, /login?to=%2Fmachines%2F%25C3%25A4%255B%2522",
        "//evil.example/%5B, /login",
    })
    void who_is_not_signed_in_sees_the_form_only(String path, String form) throws Exception {
        for (String cookie : new String[] {"", name() + "=guess", name() + "="}) {
            HttpResponse<String> answer = get(path, cookie);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).isEqualTo(form);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(get(form, "").body()).contains("Secret access key");
    }

    @Test
    void a_form_that_is_asked_for_in_a_wrong_way_is_refused() throws Exception {
        try (Socket browser = new Socket("127.0.0.1", server.server().endpoint().getPort())) {
            browser.getOutputStream()
                    .write("GET /login?to=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 Bad Request");
        }
    }

    @Test
    void who_is_not_signed_in_does_nothing() throws Exception {
        assertThat(location(post("/machines/" + order, "", Map.of("action", "start"))))
                .isEqualTo("/login");
        HttpResponse<String> picture = send(
                HttpRequest.newBuilder(URI.create(endpoint() + "/designer/picture"))
                        .POST(BodyPublishers.ofString("{\"definition\": \"{}\"}")),
                "");
        assertThat(picture.statusCode()).isEqualTo(401);
        assertThat(picture.body()).contains("Your session has ended");
        HttpResponse<String> call = send(
                HttpRequest.newBuilder(URI.create(endpoint() + "/"))
                        .header("X-Amz-Target", "AWSStepFunctions.ListStateMachines")
                        .POST(BodyPublishers.ofString("{}")),
                name() + "=guess");
        assertThat(call.statusCode()).isEqualTo(400);
        assertThat(call.body()).contains("MissingAuthenticationTokenException");
    }

    @Test
    void a_session_begins_and_ends_with_forms() throws Exception {
        HttpResponse<String> answer = login(GivenUsers.KEY, GivenUsers.SECRET, "/machines/" + order + "?status=x");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/machines/" + order + "?status=x");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches(name() + "=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax");
        String cookie = cookie(answer);
        assertThat(get("/", cookie).body()).contains("Signed in as ada", "run-of-order", "run-of-hidden");
        assertThat(get("/login", cookie).body()).contains("Signed in as ada", "Sign out");
        assertThat(get("/designer.js", cookie).statusCode()).isEqualTo(200);

        HttpResponse<String> out = post("/logout", cookie, Map.of());

        assertThat(location(out)).isEqualTo("/login");
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow())
                .isEqualTo(name() + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        assertThat(get("/", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void who_signs_in_again_ends_the_session_before() throws Exception {
        String before = cookie(login(GivenUsers.KEY, GivenUsers.SECRET, "/"));

        HttpResponse<String> wrong = post("/login", before, Map.of("key", BOB_KEY, "secret", "wrong"));
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(get("/", before).statusCode()).isEqualTo(200);
        HttpResponse<String> again = post("/login", before, Map.of("key", BOB_KEY, "secret", BOB_SECRET));

        assertThat(get("/", before).statusCode()).isEqualTo(303);
        assertThat(get("/", cookie(again)).body()).contains("Signed in as bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/a\r\nX: y",
                "/login",
                "/\u00e4"
            })
    void a_session_begins_on_this_server_only(String to) throws Exception {
        HttpResponse<String> answer = login(GivenUsers.KEY, GivenUsers.SECRET, to);

        assertThat(location(answer)).isEqualTo("/");
        assertThat(answer.headers().firstValue("X")).isEmpty();
    }

    @Test
    void a_wrong_secret_is_told_and_not_shown() throws Exception {
        HttpResponse<String> answer = login(GivenUsers.KEY, "<wrong>", "/designer");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("The access key ID or the secret access key is wrong.", "value=\"/designer\"")
                .containsPattern("name=\"key\"[^>]* value=\"" + GivenUsers.KEY + "\"")
                .containsPattern("name=\"secret\"[^>]* autofocus")
                .doesNotContain("wrong&", "<wrong>");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();

        for (int i = 0; i < 5; i++) {
            assertThat(login(LOCKED_KEY, "wrong", "").statusCode()).isEqualTo(403);
        }
        assertThat(login(LOCKED_KEY, BOB_SECRET, "").body()).contains("wrong too often");
    }

    @Test
    void a_page_of_another_site_signs_nobody_in_or_out_and_calls_nothing() throws Exception {
        String cookie = cookie(login(GivenUsers.KEY, GivenUsers.SECRET, "/"));
        Map<String, String> key = Map.of("key", GivenUsers.KEY, "secret", GivenUsers.SECRET);
        for (HttpRequest.Builder request : new HttpRequest.Builder[] {
            form("/login", key).header("Origin", "https://evil.example"),
            form("/logout", Map.of()).header("Sec-Fetch-Site", "same-site"),
            HttpRequest.newBuilder(URI.create(endpoint() + "/"))
                    .header("X-Amz-Target", "AWSStepFunctions.ListStateMachines")
                    .header("Origin", "https://evil.example")
                    .POST(BodyPublishers.ofString("{}")),
            HttpRequest.newBuilder(URI.create(endpoint() + "/"))
                    .header("X-Amz-Target", "AWSStepFunctions.ListStateMachines")
                    .POST(BodyPublishers.ofString("{}"))
        }) {
            HttpResponse<String> answer = send(request, cookie);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body()).doesNotContain("stateMachine:order");
        }
        assertThat(get("/", cookie).statusCode()).isEqualTo(200);
    }

    @Test
    void pages_show_and_do_what_their_user_may() throws Exception {
        String bob = cookie(login(BOB_KEY, BOB_SECRET, "/"));

        assertThat(get("/", bob).body())
                .contains("Signed in as bob", "run-of-order", "you may not list them: 1 of 2.")
                .doesNotContain("run-of-hidden");
        HttpResponse<String> refused = post("/machines/" + order, bob, Map.of("action", "start"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: states:StartExecution on resource: "
                                + order + " because no identity-based policy allows the states:StartExecution action");
        HttpResponse<String> history =
                get("/executions/arn:aws:states:us-east-1:123456789012:execution:order:run-of-order", bob);
        assertThat(history.statusCode()).isEqualTo(403);
        assertThat(history.body()).contains("Not allowed", "states:GetExecutionHistory on resource");
        HttpResponse<String> api = send(
                HttpRequest.newBuilder(URI.create(endpoint() + "/"))
                        .header("X-Amz-Target", "AWSStepFunctions.DeleteStateMachine")
                        .header("Origin", endpoint())
                        .POST(BodyPublishers.ofString("{\"stateMachineArn\":\"" + order + "\"}")),
                bob);
        assertThat(api.statusCode()).isEqualTo(400);
        assertThat(api.body()).contains("AccessDeniedException");
    }

    @Test
    void who_may_not_look_at_a_machine_still_sees_its_execution_with_what_leads_there() throws Exception {
        String eve = cookie(login(EVE_KEY, BOB_SECRET, "/"));

        HttpResponse<String> execution =
                get("/executions/arn:aws:states:us-east-1:123456789012:execution:order:run-of-order", eve);

        assertThat(get("/machines/" + order, eve).statusCode()).isEqualTo(403);
        assertThat(execution.statusCode()).isEqualTo(200);
        assertThat(execution.body()).contains("/designer/" + order + "\">Edit the machine</a>");
    }

    @Test
    void a_browser_that_has_read_the_metrics_still_sends_forms() throws Exception {
        String cookie = cookie(login(GivenUsers.KEY, GivenUsers.SECRET, "/"));
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((BOB_KEY + ":" + BOB_SECRET).getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> out =
                send(form("/logout", Map.of()).header("Origin", endpoint()).header("Authorization", basic), cookie);
        HttpResponse<String> api = send(
                HttpRequest.newBuilder(URI.create(endpoint() + "/"))
                        .header("X-Amz-Target", "AWSStepFunctions.ListStateMachines")
                        .header("Authorization", basic)
                        .POST(BodyPublishers.ofString("{}")),
                "");

        assertThat(location(out)).isEqualTo("/login");
        assertThat(api.body()).contains("IncompleteSignatureException");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 401",
        "Basic !, 401",
        "Basic, 401",
        "Bearer x, 401",
        BOB_KEY + ":wrong, 401",
        "x, 401",
        BOB_KEY + ":" + BOB_SECRET + ", 200",
        GivenUsers.KEY + ":" + GivenUsers.SECRET + ", 200",
    })
    void metrics_are_for_those_who_may_list_machines(String given, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint() + "/metrics"));
        if (!given.isEmpty()) {
            request.header(
                    "Authorization",
                    given.startsWith("B")
                            ? given
                            : "basic " + Base64.getEncoder().encodeToString(given.getBytes(StandardCharsets.UTF_8)));
        }

        HttpResponse<String> answer = send(request, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
        assertThat(answer.body().contains("stepwright_executions_started_total"))
                .isEqualTo(status == 200);
        assertThat(get("/health", "").statusCode()).isEqualTo(200);
    }

    @Test
    void with_tls_a_session_goes_by_nothing_else(@TempDir Path folder) throws Exception {
        TestTls keys = TestTls.in(folder, "ec");
        Tls tls = keys.tls("ec");
        try (RunningServer secure = RunningServer.start(config -> config.tls(tls)
                .users(GivenUsers.of(
                        GivenUsers.ada("{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}"))))) {
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(keys.trusting("ec")).build();
            String address = secure.server().endpoint().toString();
            HttpResponse<String> answer = trusting.send(
                    HttpRequest.newBuilder(URI.create(address + "/login"))
                            .header("Origin", address)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("key=" + GivenUsers.KEY + "&secret="
                                    + URLEncoder.encode(GivenUsers.SECRET, StandardCharsets.UTF_8)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .matches("__Host-stepwright-session-\\d+=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure");
            String cookie = cookie(answer);
            for (String sent : new String[] {cookie, cookie.replace("__Host-", "")}) {
                HttpResponse<String> page = trusting.send(
                        HttpRequest.newBuilder(URI.create(address + "/"))
                                .header("Cookie", sent)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(sent.equals(cookie) ? 200 : 303);
                assertThat(page.body().contains("--endpoint-url https://")).isEqualTo(sent.equals(cookie));
            }
        }
    }
}
