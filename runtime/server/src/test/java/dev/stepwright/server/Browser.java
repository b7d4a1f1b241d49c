package dev.stepwright.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Chromium without a window, told what to do by its DevTools protocol. Tests that need it are skipped where there is none. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String LISTENING = "DevTools listening on ";
    private static final int SECONDS = 30;

    private final Process process;
    private final WebSocket socket;
    private String target = "";
    private String session = "";
    private JsonNode mouse = object();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    private Browser(Process process, URI devTools) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(devTools, new Answers())
                .get(SECONDS, TimeUnit.SECONDS);
    }

    /** Starts it with a folder of its own, which the next clean build removes. */
    static Browser start() throws Exception {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "no Chromium on the PATH: what pages do in a browser is not tested");
        Process process = new ProcessBuilder(
                        program.get().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--window-size=1280,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + Files.createTempDirectory(Path.of("target"), "browser"),
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        try {
            return new Browser(process, devTools(process));
        } catch (Throwable e) { // a skipped test among them
            end(process);
            throw e;
        }
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Chromium says where it listens: on a port that was free. What it says is read to its end, or it would wait for a reader. */
    private static URI devTools(Process process) throws Exception {
        CompletableFuture<String> address = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    process.inputReader()
                            .lines()
                            .filter(line -> line.startsWith(LISTENING))
                            .forEach(line -> address.complete(line.substring(LISTENING.length())));
                    address.complete("");
                },
                "browser-output");
        reader.setDaemon(true);
        reader.start();
        String said = address.get(SECONDS, TimeUnit.SECONDS);
        assumeTrue(!said.isEmpty(), "Chromium does not start: what pages do in a browser is not tested");
        return URI.create(said);
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                JsonNode message = JsonDocument.parse(text.toString()).root();
                text.setLength(0);
                CompletableFuture<JsonNode> answer =
                        open.remove(message.path("id").asInt(-1));
                if (answer != null) {
                    answer.complete(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private JsonNode call(String method, ObjectNode parameters, String inSession) throws Exception {
        JsonNode answered = answer(method, parameters, inSession);
        if (!answered.has("result")) {
            throw new AssertionError(method + ": " + answered);
        }
        return answered.path("result");
    }

    private JsonNode answer(String method, ObjectNode parameters, String inSession) throws Exception {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        ObjectNode call = object().put("id", id).put("method", method);
        call.set("params", parameters);
        if (!inSession.isEmpty()) {
            call.put("sessionId", inSession);
        }
        socket.sendText(JsonText.compact(call), true).get(SECONDS, TimeUnit.SECONDS);
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Opens a page in place of the one before, and waits until an expression of JavaScript is true there. */
    void open(URI page, String isReady) throws Exception {
        String before = target;
        target = call("Target.createTarget", object().put("url", page.toString()), "")
                .path("targetId")
                .asString("");
        session = call("Target.attachToTarget", object().put("targetId", target).put("flatten", true), "")
                .path("sessionId")
                .asString("");
        if (!before.isEmpty()) {
            call("Target.closeTarget", object().put("targetId", before), "");
        }
        until(isReady);
    }

    /** Waits until an expression of JavaScript is true, on this page or on one that takes its place. */
    void until(String condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        ObjectNode question = code("return !!(" + condition + ")");
        while (!answer("Runtime.evaluate", question, session)
                .at("/result/result/value")
                .asBoolean(false)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never true: " + condition + "\n"
                        + run("return document.body.innerText").asString(""));
            }
        }
    }

    /** Runs the body of a function in the page, and returns what it returns. */
    JsonNode run(String body) throws Exception {
        JsonNode answer = call("Runtime.evaluate", code(body), session);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Clicks what an expression stands for, as soon as it is there; that may lead to another page. */
    void click(String element) throws Exception {
        until("(it => it && setTimeout(() => it.click()))(" + element + ")");
    }

    /** The page goes on for a moment before the code runs. */
    private static ObjectNode code(String body) {
        return object().put("expression", "new Promise(go => setTimeout(go, 20)).then(() => {" + body + "})")
                .put("awaitPromise", true)
                .put("returnByValue", true)
                .put("userGesture", true);
    }

    /** Returns what the page looks like in a window of a size, as PNG. */
    byte[] picture(int width, int height) throws Exception {
        ObjectNode size = object().put("width", width)
                .put("height", height)
                .put("deviceScaleFactor", 1)
                .put("mobile", false);
        call("Emulation.setDeviceMetricsOverride", size, session);
        run("");
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", object(), session)
                        .path("data")
                        .asString(""));
    }

    /** Presses a key and lets it go. */
    void press(String key) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", object().put("type", type).put("key", key), session);
        }
    }

    /**
     * Presses the mouse in the middle of an element, moves it to a point and lets it go there.
     *
     * @param element an expression of JavaScript, as all others
     * @param point has x and y in the window
     */
    void drag(String element, String point) throws Exception {
        hold(element);
        moveTo(point);
        letGo();
    }

    /** Presses the mouse in the middle of an element. */
    void hold(String element) throws Exception {
        mouse = run("const box = (" + element
                + ").getBoundingClientRect(); return {x: box.left + box.width / 2, y: box.top + box.height / 2}");
        mouse("mousePressed");
    }

    /** Moves the mouse, which is held, to a point. */
    void moveTo(String point) throws Exception {
        JsonNode to = run("const at = " + point + "; return {x: at.x, y: at.y}");
        mouse = middle(mouse, to);
        mouse("mouseMoved");
        mouse = to;
        mouse("mouseMoved");
    }

    /** Lets the mouse go where it is. */
    void letGo() throws Exception {
        mouse("mouseReleased");
    }

    /** Types a text where the focus is. */
    void type(String text) throws Exception {
        call("Input.insertText", object().put("text", text), session);
    }

    private static JsonNode middle(JsonNode one, JsonNode other) {
        ObjectNode middle = object();
        List.of("x", "y")
                .forEach(axis -> middle.put(
                        axis, (one.path(axis).asDouble() + other.path(axis).asDouble()) / 2));
        return middle;
    }

    private void mouse(String type) throws Exception {
        call(
                "Input.dispatchMouseEvent",
                object().put("type", type)
                        .put("x", mouse.path("x").asDouble())
                        .put("y", mouse.path("y").asDouble())
                        .put("button", "left")
                        .put("buttons", 1)
                        .put("clickCount", 1),
                session);
    }

    /** Ends it as its menu does: killed, it would leave a folder of its own among the temporary ones. */
    @Override
    public void close() {
        try {
            call("Browser.close", object(), "");
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("Chromium did not end by itself", e);
        } finally {
            socket.abort();
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
