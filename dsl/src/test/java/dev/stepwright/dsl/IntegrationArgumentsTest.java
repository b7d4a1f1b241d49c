package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.field;
import static dev.stepwright.dsl.Dsl.listOf;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.service.EventBridge;
import dev.stepwright.dsl.service.Sns;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What service integrations are given; AWS refuses one that has neither Arguments nor Parameters. */
class IntegrationArgumentsTest {
    record Job(@JsonProperty("JobName") String name) {}

    record Runs(Job next) {}

    record Message(String text, Optional<String> subject) {}

    private static final Resource<Job, JsonNode> RUN =
            Resource.of("arn:aws:states:::glue:startJobRun", Job.class, JsonNode.class);

    @Test
    void in_jsonata_an_integration_is_given_the_input() {
        var machine = StateMachine.start(task("S", RUN)).end();

        assertThat(state(machine).path("Arguments").stringValue()).isEqualTo("{% $states.input %}");
    }

    @Test
    void in_jsonpath_it_is_given_each_member_of_the_input() {
        var machine = StateMachine.start(task("S", RUN)).end().queryLanguage(QueryLanguage.JSONPATH);

        assertThat(state(machine).path("Parameters").toString()).isEqualTo("{\"JobName.$\":\"$.JobName\"}");
    }

    @Test
    void in_jsonpath_it_is_given_each_member_of_a_part_of_the_input() {
        var machine = StateMachine.start(task("S", RUN).arguments(path(Runs::next)))
                .end()
                .queryLanguage(QueryLanguage.JSONPATH);

        assertThat(state(machine).path("Parameters").toString()).isEqualTo("{\"JobName.$\":\"$.next.JobName\"}");
        assertThat(state(machine).has("InputPath")).isFalse();
    }

    @Test
    void in_jsonpath_members_that_may_be_absent_have_to_be_given() {
        var resource = Resource.of("arn:aws:states:::aws-sdk:x:y", Message.class, JsonNode.class);
        var message = StateMachine.start(task("Tell", resource)).end();
        var published = StateMachine.start(task("Tell", Sns.PUBLISH)).end();

        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(() -> message.queryLanguage(QueryLanguage.JSONPATH))
                .withMessageContaining("state \"Tell\": arn:aws:states:::aws-sdk:x:y takes a whole value")
                .withMessageContaining("give the members, such as arguments(");
        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(() -> published.queryLanguage(QueryLanguage.JSONPATH))
                .withMessageContaining("state \"Tell\": arn:aws:states:::sns:publish takes a whole value");
    }

    @Test
    void what_is_said_of_the_field_itself_stands() {
        var bare = StateMachine.start(task("S", RUN).without("Parameters")).end();
        var given = StateMachine.start(task("S", RUN).with("Arguments", Dsl.json("{\"JobName\":\"a\"}")))
                .end();

        assertThat(state(bare.queryLanguage(QueryLanguage.JSONPATH)).has("Parameters"))
                .isFalse();
        assertThat(state(given).path("Arguments").toString()).isEqualTo("{\"JobName\":\"a\"}");
    }

    @Test
    void a_list_of_objects_is_said_in_both_languages() {
        var machine = StateMachine.start(task("S", EventBridge.PUT_EVENTS)
                        .arguments(object(
                                EventBridge.Events.class,
                                field(EventBridge.Events::entries)
                                        .is(listOf(object(
                                                EventBridge.Event.class,
                                                field(EventBridge.Event::detail).is(path(Runs::next)),
                                                field(EventBridge.Event::source).is(value("shop"))))))))
                .end();

        assertThat(state(machine).path("Arguments").path("Entries").stringValue())
                .isEqualTo("{% [{\"Detail\": $states.input.next, \"Source\": \"shop\"}] %}");
        assertThat(state(machine.queryLanguage(QueryLanguage.JSONPATH))
                        .path("Parameters")
                        .toString())
                .isEqualTo("{\"Entries\":[{\"Detail.$\":\"$.next\",\"Source\":\"shop\"}]}");
    }

    private static JsonNode state(StateMachine<?, ?> machine) {
        return machine.definition().json().path("States").iterator().next();
    }
}
