package dev.stepwright.benchmarks.compare;

import dev.stepwright.benchmarks.peer.ExpressDefinition;
import dev.stepwright.benchmarks.peer.Pace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** StartSyncExecution over HTTP beside a bare answer of the same server, by the CPU time of the server's process. */
final class HttpPart {
    private static final int CONNECTIONS = 16;

    private final Pace pace;
    private final Consumer<ObjectNode> lines;

    HttpPart(Pace pace, Consumer<ObjectNode> lines) {
        this.pace = pace;
        this.lines = lines;
    }

    void run(Path log) throws Exception {
        Process server = Children.start(Children.peer("http", List.of()), log);
        try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
            JsonNode ports = JsonMapper.shared().readTree(output.readLine());
            int port = ports.get("server").intValue();
            String start = start(port);
            measure(server, "bare response", new HttpLoad(ports.get("bare").intValue(), "Nothing", start));
            measure(server, "StartSyncExecution", new HttpLoad(port, "StartSyncExecution", start));
        } finally {
            server.destroyForcibly();
        }
    }

    /** Makes the machine and returns the body that starts it. */
    private static String start(int port) throws IOException {
        ObjectNode create =
                JsonNodeFactory.instance.objectNode().put("name", "express").put("type", "EXPRESS");
        create.put("definition", ExpressDefinition.TEXT);
        create.put("roleArn", "arn:aws:iam::123456789012:role/benchmarks");
        String made = new HttpLoad(port, "CreateStateMachine", create.toString()).once();
        String arn = JsonMapper.shared().readTree(made).get("stateMachineArn").stringValue();
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("stateMachineArn", arn)
                .put("input", "{\"id\": \"o-1\", \"total\": 17}")
                .toString();
        JsonNode answer = JsonMapper.shared().readTree(new HttpLoad(port, "StartSyncExecution", body).once());
        if (!answer.path("status").asString("").equals("SUCCEEDED")) {
            throw new IOException("the execution should have succeeded: " + answer);
        }
        return body;
    }

    private void measure(Process server, String name, HttpLoad load) throws Exception {
        load.run(CONNECTIONS, pace.warmUp());
        double seconds = pace.round() * pace.rounds();
        Duration before = cpu(server);
        long begin = System.nanoTime();
        long answers = load.run(CONNECTIONS, seconds);
        double taken = (System.nanoTime() - begin) / 1e9;
        double used = Math.max(cpu(server).minus(before).toMillis() / 1e3, 0.001);
        ObjectNode line =
                JsonNodeFactory.instance.objectNode().put("peer", "http").put("call", name);
        line.put("perSecond", Math.round(answers / taken)).put("perCpuSecond", Math.round(answers / used));
        lines.accept(line);
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
