package dev.stepwright.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.store.sqlite.SqliteSettings;
import dev.stepwright.runtime.store.sqlite.SqliteStore;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What servers of earlier versions have kept: machines, versions, aliases, tags and activities, and an execution that an alias has started. A folder for
 * each version holds its {@code stepwright.db}, which is never made anew, and what is {@code expected.txt} of it today; {@code
 * -Dstepwright.fixture=VERSION} makes the file, if it is not there, and the text.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpgradeTest {
    private static final Path FOLDER = Path.of("src/test/resources/upgrade");
    private static final String EXPECTED = "expected.txt";
    private static final String FILE = "stepwright.db";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ORDER = "arn:aws:states:us-east-1:123456789012:stateMachine:Order";
    private static final String DESK = "arn:aws:states:us-east-1:123456789012:activity:desk";
    private static final String EXECUTION = ORDER.replace("stateMachine", "execution") + ":one";

    /** An operation and its request, with single quotes. */
    private static final List<List<String>> DONE = List.of(
            List.of("CreateActivity", "{'name':'desk','tags':[{'key':'of','value':'people'}]}"),
            List.of(
                    "CreateStateMachine",
                    "{'name':'Order','roleArn':'arn:aws:iam::123456789012:role/one','definition':'" + definition("A")
                            + "','publish':true,'versionDescription':'first','tags':[{'key':'team','value':'shop'}],"
                            + "'loggingConfiguration':{'level':'ERROR','includeExecutionData':true,'destinations':[{'cloudWatchLogsLogGroup':"
                            + "{'logGroupArn':'arn:aws:logs:us-east-1:123456789012:log-group:orders:*'}}]}}"),
            List.of(
                    "UpdateStateMachine",
                    "{'stateMachineArn':'" + ORDER + "','definition':'" + definition("B")
                            + "','roleArn':'arn:aws:iam::123456789012:role/two','publish':true}"),
            List.of(
                    "CreateStateMachineAlias",
                    "{'name':'live','routingConfiguration':[{'stateMachineVersionArn':'" + ORDER
                            + ":1','weight':100}]}"),
            List.of(
                    "CreateStateMachine",
                    "{'name':'Ping','type':'EXPRESS','roleArn':'arn:aws:iam::123456789012:role/one','definition':'"
                            + definition("P") + "'}"),
            List.of("StartExecution", "{'stateMachineArn':'" + ORDER + ":live','name':'one','input':'{ }'}"));

    private static final List<List<String>> ASKED = List.of(
            List.of("ListStateMachines", "{}"),
            List.of("DescribeStateMachine", "{'stateMachineArn':'" + ORDER + "'}"),
            List.of("DescribeStateMachine", "{'stateMachineArn':'" + ORDER + ":1'}"),
            List.of("DescribeStateMachine", "{'stateMachineArn':'" + ORDER.replace("Order", "Ping") + "'}"),
            List.of("ListStateMachineVersions", "{'stateMachineArn':'" + ORDER + "'}"),
            List.of("DescribeStateMachineAlias", "{'stateMachineAliasArn':'" + ORDER + ":live'}"),
            List.of("ListTagsForResource", "{'resourceArn':'" + ORDER + "'}"),
            List.of("ListTagsForResource", "{'resourceArn':'" + DESK + "'}"),
            List.of("DescribeActivity", "{'activityArn':'" + DESK + "'}"),
            List.of("DescribeExecution", "{'executionArn':'" + EXECUTION + "'}"),
            List.of("DescribeStateMachineForExecution", "{'executionArn':'" + EXECUTION + "'}"),
            List.of("GetExecutionHistory", "{'executionArn':'" + EXECUTION + "'}"),
            List.of("StopExecution", "{'executionArn':'" + EXECUTION + "'}"),
            List.of("StartExecution", "{'stateMachineArn':'" + ORDER + ":live','name':'two'}"));

    @TempDir
    private Path folder;

    private static String definition(String state) {
        String json = "{\"StartAt\":\"" + state + "\",\"States\":{\"" + state
                + "\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}}}";
        return json.replace("\"", "\\'");
    }

    static Stream<Path> versions() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList().stream();
        }
    }

    private static String answers(Path data, List<List<String>> calls) {
        SqliteStore store = SqliteStore.open(data, SqliteSettings.DEFAULT.withClock(() -> NOW));
        EngineConfig.Builder engine = EngineConfig.builder().store(store).time(VirtualTime.manual(NOW));
        try (ControlPlane plane = TestPlane.plane(engine, store, () -> NOW)) {
            Function<List<String>, String> answer = call -> call.get(0) + " "
                    + JsonText.pretty(JavaValues.toJson(
                            TestPlane.call(plane, call.get(0), call.get(1).replace('\'', '"'))));
            return calls.stream().map(answer).collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private String answersOf(Path version) throws IOException {
        Files.copy(version.resolve(FILE), folder.resolve(FILE));
        return answers(folder, ASKED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void what_a_server_has_kept_is_there_and_goes_on(Path version) throws IOException {
        assertThat(answersOf(version)).isEqualTo(Files.readString(version.resolve(EXPECTED)));
    }

    @Test
    @EnabledIfSystemProperty(named = "stepwright.fixture", matches = ".+")
    void a_fixture_is_made() throws IOException {
        Path version = Files.createDirectories(FOLDER.resolve(System.getProperty("stepwright.fixture")));
        if (!Files.exists(version.resolve(FILE))) {
            Path made = folder.resolve("made");
            answers(made, DONE);
            Files.copy(made.resolve(FILE), version.resolve(FILE));
        }

        Files.writeString(version.resolve(EXPECTED), answersOf(version));
    }
}
