package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ApiNamesTest {
    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @ParameterizedTest(name = "{0} calls {2} with {3}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "createCluster | {\"Name\": \"n\"} | runJobFlow | {\"Name\": \"n\"}",
                "addStep | {\"ClusterId\": \"c\", \"Step\": {\"Name\": \"n\"}} | addJobFlowSteps | {\"JobFlowId\": \"c\", \"Steps\": [{\"Name\": \"n\"}]}",
                "cancelStep | {\"ClusterId\": \"c\", \"StepId\": \"s\"} | cancelSteps | {\"ClusterId\": \"c\", \"StepIds\": [\"s\"]}",
                "modifyInstanceFleetByName | {\"ClusterId\": \"c\", \"InstanceFleet\": {}} | modifyInstanceFleet | {\"ClusterId\": \"c\", \"InstanceFleet\": {}}",
                "modifyInstanceGroupByName | {\"ClusterId\": \"c\", \"InstanceGroup\": {}} | modifyInstanceGroups | {\"ClusterId\": \"c\", \"InstanceGroups\": [{}]}",
                "terminateCluster | {\"ClusterId\": \"c\"} | terminateJobFlows | {\"JobFlowIds\": [\"c\"]}",
                "setClusterTerminationProtection | {\"ClusterId\": \"c\", \"TerminationProtected\": true} | setTerminationProtection | {\"JobFlowIds\": [\"c\"], \"TerminationProtected\": true}"
            })
    void an_action_of_emr_is_about_one_cluster_and_one_step(
            String action, String given, String operation, String parameters) {
        ApiNames names = ApiNames.of("elasticmapreduce", action);

        assertThat(names.operation()).isEqualTo(operation);
        assertThat(names.parameters(json(given))).isEqualTo(json(parameters));
    }

    @ParameterizedTest(name = "{0} answers {2}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "createCluster | {\"ClusterArn\": \"a\", \"JobFlowId\": \"c\"} | {\"ClusterArn\": \"a\", \"ClusterId\": \"c\"}",
                "addStep | {\"StepIds\": [\"s\"]} | {\"StepId\": \"s\"}",
                "cancelStep | {\"CancelStepsInfoList\": [{\"StepId\": \"s\"}]} | {\"CancelStepsInfo\": {\"StepId\": \"s\"}}",
                "terminateCluster | {} | {}"
            })
    void so_is_its_answer(String action, String given, String answer) {
        assertThat(ApiNames.of("elasticmapreduce", action).answer((ObjectNode) json(given)))
                .isEqualTo(json(answer));
    }

    @Test
    void all_others_have_the_names_of_the_api() {
        ApiNames names = ApiNames.of("sagemaker", "createCluster");

        assertThat(names.operation()).isEqualTo("createCluster");
        assertThat(names.parameters(json("{\"ClusterId\": \"c\"}"))).isEqualTo(json("{\"ClusterId\": \"c\"}"));
    }
}
