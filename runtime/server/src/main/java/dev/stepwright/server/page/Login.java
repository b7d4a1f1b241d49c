package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.json.JsonText;
import dev.stepwright.server.access.Access;
import dev.stepwright.server.access.Caller;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** The page where sessions begin and end. */
final class Login {
    static final String PATH = "/login";
    static final String LOGOUT = "/logout";

    private final Access access;
    private final SessionCookie cookie;

    Login(Access access, SessionCookie cookie) {
        this.access = access;
        this.cookie = cookie;
    }

    /**
     * Returns the answer to a call; empty if it is not for this page.
     *
     * @param user whose session the call has
     */
    Optional<HttpAnswer> answer(HttpCall call, Optional<Caller> user) {
        String path = call.path();
        if (call.method().equals("GET") && path.equals("/favicon.ico")) {
            return Optional.of(Html.icon());
        }
        if (call.method().equals("GET") && path.equals(PATH)) {
            return Optional.of(user.map(Login::inside).orElseGet(() -> empty(call)));
        }
        if (!call.method().equals("POST") || !path.equals(PATH) && !path.equals(LOGOUT)) {
            return Optional.empty();
        }
        return Optional.of(OwnForms.refusal(call)
                .map(refused -> Html.told(403, "Refused", refused))
                .orElseGet(() -> path.equals(PATH) ? begin(call) : end(call)));
    }

    private static HttpAnswer empty(HttpCall call) {
        try {
            return form(200, "", "", target(Form.parse(call.query()).text("to")));
        } catch (ApiError e) {
            return Html.refused(e);
        }
    }

    private HttpAnswer begin(HttpCall call) {
        try {
            Form sent = Form.parse(new String(call.body(), StandardCharsets.UTF_8));
            try {
                String token = access.login(sent.text("key"), sent.text("secret"));
                cookie.token(call).ifPresent(access::logout);
                return to(target(sent.text("to")), Map.of("Set-Cookie", cookie.set(call, token)));
            } catch (ApiError e) {
                return form(403, String.valueOf(e.getMessage()), sent.text("key"), target(sent.text("to")));
            }
        } catch (ApiError e) {
            return Html.refused(e);
        }
    }

    private HttpAnswer end(HttpCall call) {
        cookie.token(call).ifPresent(access::logout);
        return to(PATH, Map.of("Set-Cookie", cookie.remove(call)));
    }

    /** Returns what somebody without a session is answered: the way to the form, and back; the designer asks for JSON. */
    static HttpAnswer first(HttpCall call) {
        boolean isGet = call.method().equals("GET");
        if (!isGet && call.path().startsWith(Designer.PATH + "/")) {
            String message = "Your session has ended. Sign in on another page; what you have here stays.";
            return new HttpAnswer(
                    401,
                    Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                    JsonText.compact(JsonNodeFactory.instance.objectNode().put("message", message))
                            .getBytes(StandardCharsets.UTF_8));
        }
        // what begins so would be the address of another server
        String path = call.path().startsWith("//") ? "/" : Html.address(call.path());
        String asked = path + (call.query().isEmpty() ? "" : "?" + call.query());
        return to(isGet && !asked.equals("/") ? PATH + "?to=" + Form.encoded(asked) : PATH, Map.of());
    }

    private static HttpAnswer to(String address, Map<String, String> headers) {
        return Html.seeOther(address, headers);
    }

    /** Only an address of this server is gone to: others could pretend to be it. */
    private static String target(String to) {
        return to.matches("/(?![/\\\\])[\\x20-\\x7e&&[^\\\\]]*") && !to.startsWith(PATH) ? to : "/";
    }

    /** @param key that was sent, to be mended or sent once more; empty if none was */
    private static HttpAnswer form(int status, String problem, String key, String target) {
        HtmlPage page = new HtmlPage("Sign in to Stepwright");
        page.element("h1", "Sign in");
        Markup html = page.markup();
        Controls.problem(html, problem);
        html.open("div").attribute("class", "panel");
        Controls.form(html, PATH);
        Controls.hidden(html, "to", target);
        credential(html, "Access key ID", "key", "text", "username", key, key.isEmpty());
        credential(html, "Secret access key", "secret", "password", "current-password", "", !key.isEmpty());
        Controls.submit(html, "login", "Sign in");
        html.close("form").close("div").line();
        return Html.page(status, page.end());
    }

    /** @param isFirst whether one begins to type there */
    private static void credential(
            Markup html, String label, String name, String type, String completed, String value, boolean isFirst) {
        html.open("label").text(label + " ").open("input").attribute("name", name);
        html.attribute("type", type).attribute("autocomplete", completed).attribute("required", "");
        if (!value.isEmpty()) {
            html.attribute("value", value);
        }
        if (isFirst) {
            html.attribute("autofocus", "");
        }
        html.attribute("spellcheck", "false").close().close("label");
    }

    private static HttpAnswer inside(Caller user) {
        HtmlPage page = new HtmlPage("Stepwright");
        page.element("h1", "Stepwright");
        user(page.markup(), user.name());
        page.markup().open("p");
        page.link("/", Pages.ALL);
        page.markup().close("p");
        return Html.page(200, page.end());
    }

    /** Writes who is signed in, and the button that ends that. */
    static void user(Markup html, String name) {
        html.open("div").attribute("class", "controls");
        html.open("span")
                .attribute("class", "facts")
                .text("Signed in as " + name)
                .close("span");
        Controls.button(html, LOGOUT, "logout", "Sign out");
        html.close("div").line();
    }
}
