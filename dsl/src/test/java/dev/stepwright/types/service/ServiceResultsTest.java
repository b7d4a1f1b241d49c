package dev.stepwright.types.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.permission.SdkOperations;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

class ServiceResultsTest {
    private static final Path TABLES = Path.of("src/main/resources/dev/stepwright/types/service/results");

    private static Value result(String integration) {
        Place place = Place.root(new Origin(Origin.Source.RESULT, JsonPointer.empty(), "the result"));
        return ServiceResults.of("arn:aws:states:::" + integration, place);
    }

    private static Fields fields(String integration) {
        return result(integration).fields();
    }

    @Test
    void operations_of_all_services_that_the_tables_for_permissions_know_have_a_result() {
        List<String> known = SdkOperations.services().stream()
                .filter(service -> SdkOperations.of(service).stream()
                        .anyMatch(operation -> fields("aws-sdk:" + service + ":" + operation) != null))
                .toList();

        assertThat(known).hasSizeGreaterThan(400).contains("iam", "bedrockagent", "sfn", "cloudwatchevents");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "lambda:invoke.waitForTaskToken",
                "aws-sdk:iam:listUser",
                "aws-sdk:../lambda:invoke",
                "sdk/iam:listUsers",
                "aws-sdk:sqs:@Message",
                "aws-sdk:nothing:getNothing",
                "aws-sdk:iam",
                "eks:runJob.sync"
            })
    void of_any_other_call_nothing_is_known(String integration) {
        assertThat(result(integration).isKnown()).isFalse();
    }

    @Test
    void a_cluster_of_eks_is_described_at_its_end() {
        assertThat(fields("eks:createCluster.sync").named())
                .containsOnlyKeys("Cluster", "SdkHttpMetadata", "SdkResponseMetadata");
    }

    @Test
    void only_what_is_known_to_be_all_is_closed() {
        assertThat(fields("sns:publish").isClosed()).isTrue();
        assertThat(fields("aws-sdk:sns:publish").isClosed()).isFalse();
        assertThat(fields("ecs:runTask.sync").isClosed()).isFalse();
        assertThat(fields("events:putEvents")
                        .field("Entries")
                        .value()
                        .items()
                        .element()
                        .fields()
                        .isClosed())
                .isTrue();
    }

    @Test
    void members_of_sdk_integrations_are_called_as_the_sdk_calls_them_and_their_times_are_texts() {
        Fields listed = fields("aws-sdk:s3:listBuckets");
        Place bucket = listed.field("Buckets")
                .value()
                .items()
                .element()
                .places()
                .iterator()
                .next();

        assertThat(bucket.documentation().member("CreationDate").scalar()).contains(Kind.STRING);
        assertThat(fields("aws-sdk:rds:describeDBInstances").named()).containsKey("DbInstances");
        assertThat(fields("states:startExecution").field("StartDate").value().isKnown())
                .isFalse();
    }

    @Test
    void a_large_result_is_told_at_once_only_in_part_and_documents_the_rest() {
        Value databases =
                fields("aws-sdk:rds:describeDBInstances").field("DbInstances").value();
        Place database = databases.items().element().places().iterator().next();

        assertThat(database.documentation().lacks("Endpoint")).isFalse();
        assertThat(database.documentation().lacks("Endpiont")).isTrue();
        assertThat(database.field("Endpoint").field("Port").documentation().scalar())
                .contains(Kind.INTEGER);
        assertThat(database.field("DbSecurityGroups").element().documentation().members())
                .contains("Status");
    }

    @Test
    void no_result_is_told_as_more_than_a_few_objects() throws IOException {
        try (Stream<Path> files = Files.walk(TABLES)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String service = file.getParent().endsWith("sdk") ? "aws-sdk:" : "";
                for (String line : lines(file)) {
                    String operation = line.split("[ !]")[0];
                    String name = service + file.getFileName().toString().replace(".txt", "") + ":" + operation;
                    if (!operation.startsWith("@")) {
                        assertThat(objects(result(name))).as(name).isBetween(1, 6);
                    }
                }
            });
        }
    }

    private static int objects(Value value) {
        Items items = value.items();
        Fields fields = value.fields();
        return (items == null ? 0 : objects(items.element()))
                + (fields == null
                        ? 0
                        : 1
                                + fields.named().values().stream()
                                        .mapToInt(field -> objects(field.value()))
                                        .sum());
    }

    @Test
    void every_structure_that_a_table_refers_to_is_in_it() throws IOException {
        try (Stream<Path> files = Files.walk(TABLES)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Set<String> there =
                        lines(file).stream().map(line -> line.split("[ !]")[0]).collect(Collectors.toSet());
                Set<String> meant = lines(file).stream()
                        .flatMap(line -> Stream.of(line.split(" ")).skip(1))
                        .filter(word -> word.contains("@"))
                        .map(word -> word.substring(word.indexOf('@')))
                        .collect(Collectors.toSet());
                assertThat(there).as(file.toString()).containsAll(meant);
            });
        }
    }

    @Test
    void the_list_of_services_names_each_table() throws IOException {
        try (Stream<Path> files = Files.walk(TABLES)) {
            List<String> tables = files.filter(Files::isRegularFile)
                    .map(file -> TABLES.relativize(file).toString().replace('\\', '/'))
                    .toList();

            assertThat(lines(TABLES.resolveSibling("services.txt")))
                    .map(name -> name + ".txt")
                    .containsExactlyInAnyOrderElementsOf(tables);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
