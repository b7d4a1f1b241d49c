package dev.stepwright.services.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitedBodyTest {
    @ParameterizedTest(name = "of 6 bytes {1} are taken where {0} are allowed")
    @CsvSource({"4, 5", "5, 6", "6, 6", "2147483647, 6"})
    void no_more_is_taken_than_tells_that_it_is_too_much(int most, int taken) {
        LimitedBody body = new LimitedBody(most);

        body.onNext(List.of(ByteBuffer.wrap(new byte[3]), ByteBuffer.wrap(new byte[3])));
        body.onComplete();

        assertThat(body.getBody().toCompletableFuture().join()).hasSize(taken);
    }
}
