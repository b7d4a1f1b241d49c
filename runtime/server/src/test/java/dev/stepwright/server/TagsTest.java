package dev.stepwright.server;

import static dev.stepwright.server.RunningServer.PASS;
import static dev.stepwright.server.RunningServer.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.TooManyTagsException;

/** How many tags a resource may have. */
class TagsTest extends ServerTest {
    private static final String ARN = "arn:aws:states:us-east-1:123456789012:";

    private static List<Tag> tags(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> Tag.builder().key("k" + number).value("v").build())
                .toList();
    }

    private static void assertTooMany(String arn, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TooManyTagsException.class,
                        refusal -> assertThat(refusal.resourceName()).isEqualTo(arn));
    }

    @Test
    void a_resource_has_fifty_and_the_refusal_of_more_names_it() {
        String arn = sfn.createStateMachine(
                        r -> r.name("tagged").definition(PASS).roleArn(ROLE).tags(tags(0, 50)))
                .stateMachineArn();

        sfn.tagResource(r -> r.resourceArn(arn).tags(tags(49, 50)));
        assertTooMany(arn, () -> sfn.tagResource(r -> r.resourceArn(arn).tags(tags(50, 51))));

        assertThat(sfn.listTagsForResource(r -> r.resourceArn(arn)).tags()).hasSize(50);
    }

    @Test
    void nothing_is_made_with_more() {
        assertTooMany(
                ARN + "stateMachine:overloaded",
                () -> sfn.createStateMachine(
                        r -> r.name("overloaded").definition(PASS).roleArn(ROLE).tags(tags(0, 51))));
        assertTooMany(
                ARN + "activity:overloaded",
                () -> sfn.createActivity(r -> r.name("overloaded").tags(tags(0, 51))));

        assertThat(sfn.listActivities(r -> r.maxResults(1)).activities()).isEmpty();
    }
}
