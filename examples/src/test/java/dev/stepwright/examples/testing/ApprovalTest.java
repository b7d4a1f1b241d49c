package dev.stepwright.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.permission.PolicyCheck;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.services.RolePermission;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import dev.stepwright.testkit.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ApprovalTest {
    private static final Path POLICY = Path.of("src/test/resources/testing/approval.policy.json");

    // region held
    private final StateMachineDefinition approval =
            AslDocument.read(Path.of("src/main/gallery/approval.asl.json")).definition();

    private TestRun<JsonNode> runHeldTo(Path policy) throws IOException {
        Stubs stubs = Stubs.none().returning("Ask manager", new Decision(true)).returning("Pay", "paid");
        return TestMachine.of(approval, stubs)
                .heldTo(RolePermission.of(PolicyCheck.read(policy)))
                .runJson("{\"employee\": \"e-1\", \"amount\": 80}");
    }

    @Test
    void the_policy_is_enough_to_ask_and_to_pay() throws IOException {
        TestRun<JsonNode> run = runHeldTo(POLICY);

        assertThat(run.status()).as(run.toString()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
    // endregion

    record Decision(boolean approved) {}

    ApprovalTest() throws IOException {}

    @Test
    void nobody_is_asked_without_permission(@TempDir Path folder) throws IOException {
        Path lacking = Files.writeString(
                folder.resolve("p.json"), Files.readString(POLICY).replace("sqs:SendMessage", "sqs:ReceiveMessage"));

        TestRun<JsonNode> run = runHeldTo(lacking);

        assertThat(run.error()).isEqualTo("SQS.AmazonSQSException");
        assertThat(run.cause()).contains("because no identity-based policy allows the sqs:SendMessage action");
    }
}
