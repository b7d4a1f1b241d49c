package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.bool;
import static dev.stepwright.dsl.Dsl.condition;
import static dev.stepwright.dsl.Dsl.entry;
import static dev.stepwright.dsl.Dsl.fail;
import static dev.stepwright.dsl.Dsl.field;
import static dev.stepwright.dsl.Dsl.map;
import static dev.stepwright.dsl.Dsl.onError;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.random;
import static dev.stepwright.dsl.Dsl.range;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.value;
import static dev.stepwright.dsl.Dsl.variable;
import static dev.stepwright.dsl.Dsl.waitFor;
import static dev.stepwright.dsl.Dsl.waitUntil;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.dsl.items.Batches;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that no setting can have are refused where they are given, with what was found and what is allowed. */
class RefusedValuesTest {
    static Stream<Arguments> values() {
        return Stream.of(
                refused(() -> onError(Exception.class).maxAttempts(-1), "0 or more, found -1"),
                refused(() -> onError(Exception.class).backoffRate(0.5), "1.0 or more and finite, found 0.5"),
                refused(() -> onError(Exception.class).backoffRate(Double.NaN), "and finite, found NaN"),
                refused(
                        () -> onError(Exception.class).backoffRate(Double.POSITIVE_INFINITY),
                        "and finite, found Infinity"),
                refused(() -> field("a", Double.NaN), "the field \"a\" must hold finite numbers"),
                refused(() -> field("a", Float.NEGATIVE_INFINITY), "neither NaN nor infinities, found -Infinity"),
                refused(() -> value(Double.POSITIVE_INFINITY), "a constant must hold finite numbers"),
                refused(() -> value(List.of(1.5, Double.NaN)), "neither NaN nor infinities, found NaN"),
                refused(() -> value(Map.of("a", Map.of("b", Float.NaN))), "a constant must hold finite numbers"),
                refused(() -> path(Order::total).greaterThan(Double.NaN), "a constant must hold finite numbers"),
                refused(() -> pass("S").with("F", Double.NaN), "the field \"F\" must hold finite numbers"),
                refused(() -> onError(new String[0]), "for all of them use Errors.ALL"),
                refused(() -> map("S", path(Order::items), pass("P")).maxConcurrency(-1), "0 or more, found -1"),
                refused(() -> range(1, 9, 0), "the step of a range must not be 0"),
                refused(() -> random(5, 5), "5 is not below 5"),
                refused(
                        () -> path(Order::id).hash("MD4"),
                        "one of MD5, SHA-1, SHA-256, SHA-384, SHA-512, found \"MD4\""),
                refused(
                        () -> bool(condition("{\"Variable\": \"$.id\", \"IsNull\": true}")
                                .negate()),
                        "found the rule $not({\"Variable\": \"$.id\", \"IsNull\": true})"),
                refused(() -> Batches.ofItems(0), "items in a batch must be 1 or more, found 0"),
                refused(
                        () -> MachineReference.of(" ", Order.class, Order.class),
                        "a placeholder such as ${Shipping}, but it is empty"),
                refused(
                        () -> StateMachine.start(task("S", Shop::review).with("/No/Such", 1))
                                .end(),
                        "there is no value at \"/No\" of {\"Type\":\"Task\""));
    }

    private static Arguments refused(ThrowingCallable call, String words) {
        return Arguments.of(call, words);
    }

    static Stream<Arguments> nulls() {
        Class<?> none = null;
        return Stream.of(
                refused(() -> pass(null), "the name of a state"),
                refused(() -> fail(null), "the name of a state"),
                refused(() -> task(null, Shop::review), "the name of a state"),
                refused(() -> map(null, path(Order::items), pass("P")), "the name of a state"),
                refused(() -> fail("F", null, "cause"), "the error of a Fail state"),
                refused(() -> fail("F", "Error", null), "the cause of a Fail state"),
                refused(() -> waitFor("W", (Duration) null), "the duration of a Wait state"),
                refused(() -> waitUntil("W", (Instant) null), "the time of a Wait state"),
                refused(() -> task("S", Shop::review).timeout((Duration) null), "a timeout or heartbeat"),
                refused(() -> StateMachine.start(Order.class).timeout(null), "the timeout of a machine"),
                refused(() -> onError(Exception.class).interval(null), "IntervalSeconds"),
                refused(() -> onError(Exception.class).maxDelay(null), "MaxDelaySeconds"),
                refused(() -> field(null, "text"), "the name of a field"),
                refused(() -> entry(null, value("text")), "the name of a field"),
                refused(() -> variable(null, String.class), "the name of a variable"),
                refused(() -> variable("v", (Class<?>) none), "the type of a variable"),
                refused(() -> Resource.of(null), "the ARN of a resource"),
                refused(() -> Resource.of("arn", none, none), "the type of what a resource takes"),
                refused(() -> MachineReference.of(null, none, none), "the ARN of a machine"),
                refused(() -> MachineReference.of("arn", none, none), "the type of what a machine takes"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("nulls")
    void null_is_refused_by_what_it_was_given_for(ThrowingCallable call, String words) {
        assertThatNullPointerException().isThrownBy(call).withMessage(words + " must not be null");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("values")
    void a_value_that_cannot_be_is_refused(ThrowingCallable call, String words) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
    }
}
