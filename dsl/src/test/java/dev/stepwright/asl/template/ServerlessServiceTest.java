package dev.stepwright.asl.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class ServerlessServiceTest {
    private static final String SERVICE = """
            service: shop
            provider:
              stage: ${opt:stage, 'dev'}
            custom:
              table: orders-${self:provider.stage}
              wait: 5
              nothing: null
              list: [a]
              circle: ${self:custom.round}
              round: ${self:custom.circle}
              state: {Type: Succeed}
            stepFunctions:
              stateMachines:
            """;

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Written.file(folder, name, text);
    }

    private Definitions read(Map<String, String> parameters, String... machine) throws IOException {
        String machines = "    order:\n      " + String.join("\n      ", machine) + "\n";
        return Definitions.read(write("serverless.yml", SERVICE + machines), parameters);
    }

    private Definitions read(String... machine) throws IOException {
        return read(Map.of(), machine);
    }

    private static PlacedDefinition only(Definitions definitions) {
        assertThat(definitions.broken()).isEmpty();
        assertThat(definitions.problems()).isEmpty();
        assertThat(definitions.machines()).hasSize(1);
        return definitions.machines().get(0);
    }

    /** Each variable is ten times the one after it. */
    @Test
    void texts_that_grow_and_grow_are_not_known_and_take_no_time() throws IOException {
        String custom = IntStream.range(0, 15)
                .mapToObj(i -> "      v%d: \"%s\"\n"
                        .formatted(i, "${self:custom.v%d}".formatted(i + 1).repeat(10)))
                .collect(Collectors.joining("", "custom:\n      v15: x\n", ""));
        String machine =
                "stepFunctions:\n  stateMachines:\n    order:\n      definition: {a: '${self:custom.v0}', b: '${self:custom.v14}'}\n";

        PlacedDefinition order =
                only(Definitions.read(write("serverless.yml", "service: s\n" + custom + machine), Map.of()));

        assertThat(order.filled().root().path("a").stringValue()).isEqualTo("${self:custom.v0}");
        assertThat(order.filled().root().path("b").stringValue()).isEqualTo("x".repeat(10));
    }

    private static List<String> told(Definitions definitions) {
        assertThat(definitions.machines()).isEmpty();
        return definitions.problems().stream()
                .map(each -> each.rule().id() + " " + each.position() + " " + each.message())
                .toList();
    }

    @Test
    void a_definition_has_texts_for_functions_and_its_places() throws IOException {
        PlacedDefinition order = only(
                read(
                        "type: EXPRESS",
                        "name: ${self:service}-order",
                        "definition:",
                        "  StartAt: Pay",
                        "  States:",
                        "    Pay: {Type: Task, Resource: !GetAtt pay.Arn, Parameters: {T: !Sub 'x-${AWS::Region}'}, Next: Gone}"));

        assertThat(order.logicalId()).contains("order");
        assertThat(order.name()).isEqualTo("order");
        assertThat(order.isExpress()).isTrue();
        assertThat(order.home()).isEqualTo(folder.resolve("order.asl.json"));
        assertThat(JsonText.compact(order.document().root()))
                .isEqualTo("{\"StartAt\":\"Pay\",\"States\":{\"Pay\":{\"Type\":\"Task\",\"Resource\":\"${pay.Arn}\","
                        + "\"Parameters\":{\"T\":\"x-${AWS::Region}\"},\"Next\":\"Gone\"}}}");
        assertThat(order.document().position(JsonPointer.compile("/States/Pay/Next")))
                .hasToString("20:104");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "${self:service} | shop",
                "a-${self:custom.table}-b | a-orders-dev-b",
                "${self:custom.wait} | ${self:custom.wait}",
                "n${self:custom.wait} | n5",
                "${self:custom.nothing} | ${self:custom.nothing}",
                "${self:custom.gone} | ${self:custom.gone}",
                "${self:custom.list} | ${self:custom.list}",
                "${self:custom.circle} | ${self:custom.circle}",
                "${self:custom.gone, \"x\"} | x",
                "${opt:stage, self:custom.table} | orders-dev",
                "${env:HOME} | ${env:HOME}",
                "${sls:stage}-${AWS::Region} | ${sls:stage}-${AWS::Region}",
                "#{AWS::AccountId} | #{AWS::AccountId}",
            })
    void variables_are_filled_in_as_far_as_they_are_known(String written, String filled) throws IOException {
        PlacedDefinition order = only(read("definition: {a: '" + written + "'}"));

        assertThat(order.document().root().path("a").stringValue()).isEqualTo(written);
        assertThat(order.filled().root().path("a").stringValue()).isEqualTo(filled);
    }

    @Test
    void what_is_given_goes_before_what_is_written() throws IOException {
        Map<String, String> given = Map.of("opt:stage", "prod", "env:HOME", "/home");

        PlacedDefinition order = only(read(given, "definition: {a: '${self:custom.table}', b: '${env:HOME}'}"));

        assertThat(JsonText.compact(order.filled().root())).isEqualTo("{\"a\":\"orders-prod\",\"b\":\"/home\"}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "definition: ${file(flows/order.yml)} | 1:10",
                "definition: ${ file( ./flows/order.json ) } | 1:13",
                "definition: ${file(flows/parts.yml):order.definition} | 2:25",
                "${file(flows/parts.yml):order} | 2:25",
                "${file(flows/parts.yml):again} | 2:25",
            })
    void a_file_that_a_variable_names_is_read(String machine, String place) throws IOException {
        write("flows/order.yml", "StartAt: A\n");
        write("flows/order.json", "{\"StartAt\": \"A\"}");
        write("flows/parts.yml", "order:\n  definition: {StartAt: A}\nagain: ${file(flows/parts.yml):order}\n");

        PlacedDefinition order = only(read(machine));

        assertThat(order.document().root().path("StartAt").stringValue()).isEqualTo("A");
        assertThat(order.document().position(JsonPointer.compile("/StartAt"))).hasToString(place);
        assertThat(order.home()).hasToString(order.document().name());
        assertThat(order.home().getParent()).isEqualTo(folder.resolve("flows"));
    }

    @Test
    void machines_may_be_in_another_file() throws IOException {
        write(
                "machines.yml",
                "stateMachines:\n  a: {definition: {StartAt: A}}\n  b: {definition: {StartAt: !Ref Own}, id: Own}\n");
        Path file = write("serverless.yml", "service: shop\nstepFunctions: ${file(machines.yml)}\n");

        List<PlacedDefinition> machines = Definitions.read(file).machines();

        assertThat(machines).extracting(PlacedDefinition::name).containsExactly("a", "b");
        assertThat(machines.get(0).machines())
                .containsEntry("AStepFunctionsStateMachine", "a")
                .containsEntry("Own.Arn", "b");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "definition: ${file(flow.js)}",
                "definition: ${self:custom.${opt:stage}}",
                "definition: {StartAt: A, States: '${self:custom.state}'}",
                "definition: {StartAt: A, States: {A: '${self:custom.state}'}}",
            })
    void a_definition_that_only_serverless_knows_is_told(String definition) throws IOException {
        assertThat(told(read(definition)))
                .containsExactly(
                        "ASL-CFN-002 15:7 the definition of order is not checked, because only Serverless knows the value of a variable in it; a whole definition can be ${file(...)} of JSON or YAML");
    }

    @Test
    void what_is_missing_or_broken_is_told() throws IOException {
        write("broken.yml", "a: [");

        assertThat(told(read("name: x")))
                .containsExactly(
                        "ASL-CFN-001 15:7 the state machine order has no definition; add one as an object or ${file(...)}");
        assertThat(told(read("definition: ${file(gone.yml)}")))
                .containsExactly("ASL-CFN-001 15:19 a definition is missing: there is no file "
                        + folder.resolve("gone.yml") + "; the path is relative to " + folder.resolve("serverless.yml"));
        Files.createDirectories(folder.resolve("flows.yml"));
        assertThat(told(read("definition: ${file(flows.yml)}")))
                .containsExactly("ASL-CFN-001 15:19 a definition is missing: " + folder.resolve("flows.yml")
                        + " is a directory; the path is relative to " + folder.resolve("serverless.yml"));
        assertThat(read("definition: ${file(broken.yml)}").broken())
                .extracting(Definitions.Broken::file)
                .containsExactly(folder.resolve("broken.yml"));
        assertThatThrownBy(() -> Definitions.read(write("none.yml", "service: a\nstepFunctions: {}\n")))
                .hasMessage("this service has no state machine in stepFunctions.stateMachines");
    }

    @Test
    void merge_keys_are_written_out() throws IOException {
        PlacedDefinition order = only(read(
                "definition:",
                "  StartAt: A",
                "  States:",
                "    A: &task {Type: Pass, Next: B}",
                "    B: {<<: *task, Next: C}",
                "    C: {Type: Succeed}"));

        assertThat(order.document().root().at("/States/B").toString()).isEqualTo("{\"Next\":\"C\",\"Type\":\"Pass\"}");
    }

    @Test
    void a_service_with_machines_is_found() throws IOException {
        assertThat(Definitions.areIn(write("a.yml", SERVICE))).isTrue();
        assertThat(Definitions.areIn(write("b.yml", "stepFunctions: 1\n"))).isFalse();
        assertThat(Definitions.areIn(write("c.yml", SERVICE + "- broken")))
                .as("broken")
                .isTrue();
    }
}
