package dev.stepwright.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Definitions of the real world, which are kept beside the project. */
class CorpusTest {
    private static final double LEAST_KNOWN = 0.98;

    @Test
    void nearly_all_tasks_of_real_definitions_are_known() throws IOException {
        int tasks = 0;
        List<String> unknown = new ArrayList<>();

        for (Path file : SharedFiles.jsonFiles("corpus/real")) {
            StateMachineDefinition definition = definition(file);
            Permissions permissions = Permissions.of(definition, Deployment.ANYWHERE);
            tasks += (int) definition.scopes().stream()
                    .flatMap(scope -> scope.states().values().stream())
                    .filter(TaskState.class::isInstance)
                    .count();
            permissions.questions().stream()
                    .filter(question -> permissions.unknownStates().contains(question.state()))
                    .forEach(question -> unknown.add(file.getFileName() + " " + question));
        }

        double known = 1 - (double) unknown.size() / tasks;
        System.out.printf("the actions of %.2f %% of %d tasks are known%n", 100 * known, tasks);
        assertThat(tasks).isGreaterThan(500);
        assertThat(known).as(String.join("\n", unknown)).isGreaterThan(LEAST_KNOWN);
    }

    @Test
    void policies_of_real_definitions_are_as_iam_takes_them() throws IOException {
        for (Path file : SharedFiles.jsonFiles("corpus/real")) {
            Permissions permissions = Permissions.of(definition(file), Deployment.ANYWHERE);

            permissions.policy().path("Statement").forEach(statement -> {
                assertThat(statement.path("Action")).as("%s", file).isNotEmpty();
                statement
                        .path("Action")
                        .forEach(action -> assertThat(action.stringValue()).matches("\\*|[a-z0-9-]+:[A-Za-z0-9]+"));
                statement
                        .path("Resource")
                        .forEach(resource -> assertThat(resource.stringValue())
                                .as("%s", file)
                                .matches("\\*|arn:.*|.*[$<{].*"));
            });
            assertThat(JsonText.compact(Permissions.of(definition(file), Deployment.ANYWHERE)
                            .policy()))
                    .isEqualTo(JsonText.compact(permissions.policy()));
        }
    }

    private static StateMachineDefinition definition(Path file) throws IOException {
        return StateMachineDefinition.of(
                JsonDocument.parse(Files.readString(file)).root());
    }
}
