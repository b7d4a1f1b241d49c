package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.task.TaskFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NamedInstancesTest {
    private final NamedInstances fleets =
            NamedInstances.of("modifyInstanceFleetByName").orElseThrow();

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @Test
    void the_id_is_on_whichever_page_of_the_list_the_name_is() throws TaskFailure {
        Queue<JsonNode> pages = new ArrayDeque<>(List.of(
                json("{\"InstanceFleets\": [{\"Id\": \"if-1\", \"Name\": \"Main\"}], \"Marker\": \"m\"}"),
                json("{\"InstanceFleets\": [{\"Id\": \"if-2\", \"Name\": \"Core\"}]}")));
        List<JsonNode> asked = new ArrayList<>();

        String id = fleets.id(json("{\"ClusterId\": \"j-1\", \"InstanceFleetName\": \"Core\"}"), page -> {
            asked.add(page.deepCopy());
            return pages.remove();
        });

        assertThat(id).isEqualTo("if-2");
        assertThat(asked)
                .containsExactly(json("{\"ClusterId\": \"j-1\"}"), json("{\"ClusterId\": \"j-1\", \"Marker\": \"m\"}"));
    }

    @Test
    void a_name_that_nothing_has_fails_the_task() {
        assertThatThrownBy(() -> fleets.id(
                        json("{\"ClusterId\": \"j-1\", \"InstanceFleetName\": \"Core\"}"),
                        page -> json("{\"InstanceFleets\": []}")))
                .isInstanceOf(TaskFailure.class)
                .hasMessageContaining("cluster \"j-1\" has no InstanceFleet with the name \"Core\"");
    }

    @Test
    void the_id_takes_the_place_of_the_name() {
        NamedInstances groups = NamedInstances.of("modifyInstanceGroupByName").orElseThrow();
        JsonNode given = json(
                "{\"ClusterId\": \"j-1\", \"InstanceGroupName\": \"Core\", \"InstanceGroup\": {\"InstanceCount\": 8}}");

        JsonNode parameters = groups.parameters(given, "ig-1");

        assertThat(parameters)
                .isEqualTo(
                        json(
                                "{\"ClusterId\": \"j-1\", \"InstanceGroup\": {\"InstanceCount\": 8, \"InstanceGroupId\": \"ig-1\"}}"));
        assertThat(groups.listing()).isEqualTo("listInstanceGroups");
    }

    @Test
    void no_other_action_names_instances() {
        assertThat(NamedInstances.of("addStep")).isEmpty();
    }
}
