package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.bool;
import static dev.stepwright.dsl.Dsl.condition;
import static dev.stepwright.dsl.Dsl.map;
import static dev.stepwright.dsl.Dsl.onError;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.random;
import static dev.stepwright.dsl.Dsl.range;
import static dev.stepwright.dsl.Dsl.task;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.dsl.items.Batches;
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
                refused(() -> onError(Exception.class).backoffRate(0.5), "1.0 or more, found 0.5"),
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

    @ParameterizedTest(name = "{1}")
    @MethodSource("values")
    void a_value_that_cannot_be_is_refused(ThrowingCallable call, String words) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
    }
}
