package dev.stepwright.server;

import static dev.stepwright.server.RunningServer.PASS;
import static dev.stepwright.server.RunningServer.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;

/** A repeated CreateStateMachine is the same one if it publishes the same as well. */
class RepeatedCreationTest extends ServerTest {
    private CreateStateMachineResponse create(String name, boolean publish, @Nullable String description) {
        return sfn.createStateMachine(r ->
                r.name(name).definition(PASS).roleArn(ROLE).publish(publish).versionDescription(description));
    }

    @Test
    void what_was_published_is_published_once() {
        var first = create("published", true, "one");

        assertThat(create("published", true, "one").stateMachineVersionArn()).isEqualTo(first.stateMachineVersionArn());
        assertThat(first.stateMachineVersionArn()).isEqualTo(first.stateMachineArn() + ":1");
    }

    @ParameterizedTest(name = "publish: {0}, {1}; then {2}, {3}")
    @CsvSource({
        "true, one, true, two",
        "true, one, true, ",
        "true, one, false, ",
        "true, , false, ",
        "false, , true, ",
        "false, , true, one",
    })
    void what_publishes_something_else_is_refused(
            boolean publish, @Nullable String description, boolean publishAgain, @Nullable String descriptionAgain) {
        String name = "published-%s-%s-%s-%s".formatted(publish, description, publishAgain, descriptionAgain);
        create(name, publish, description);

        assertThatThrownBy(() -> create(name, publishAgain, descriptionAgain))
                .isInstanceOf(StateMachineAlreadyExistsException.class);
    }

    @Test
    void what_has_been_published_since_does_not_count() {
        var first = create("published-later", false, null);
        sfn.publishStateMachineVersion(r -> r.stateMachineArn(first.stateMachineArn()));

        assertThat(create("published-later", false, null).stateMachineArn()).isEqualTo(first.stateMachineArn());
    }

    @Test
    void nor_does_what_has_been_changed_and_changed_back() {
        var first = create("changed-back", true, null);
        sfn.updateStateMachine(
                r -> r.stateMachineArn(first.stateMachineArn()).definition(PASS.replace("Done", "Other")));
        sfn.updateStateMachine(r -> r.stateMachineArn(first.stateMachineArn()).definition(PASS));

        assertThat(create("changed-back", true, null).stateMachineVersionArn())
                .isEqualTo(first.stateMachineVersionArn());
    }
}
