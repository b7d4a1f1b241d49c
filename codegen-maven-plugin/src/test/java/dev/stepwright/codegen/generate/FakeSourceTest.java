package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.runtime.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a fake fails. */
class FakeSourceTest {
    private static final String DEFINITION = """
            {"StartAt": "Ship", "States": {"Ship": {
              "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:ship",
              "Catch": [{"ErrorEquals": ["%s"], "Next": "Wait"}], "End": true},
              "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Ship"}}}
            """;

    @TempDir
    Path directory;

    @Test
    void a_fake_fails_with_an_error_that_its_method_does_not_throw() throws Exception {
        Object outcome = run("OutOfStock");

        assertThat(outcome).isEqualTo(new Outcome.Failed<>("Lambda.TooManyRequestsException", "slow down"));
    }

    @Test
    void an_error_may_be_called_like_a_class_that_the_fake_needs() throws Exception {
        assertThat(run("TaskFailure")).isEqualTo(new Outcome.Failed<>("Lambda.TooManyRequestsException", "slow down"));
        assertThat(run("FakeTask")).isEqualTo(new Outcome.Failed<>("Lambda.TooManyRequestsException", "slow down"));
    }

    /** @param error that the definition names and the method throws */
    private Object run(String error) throws IOException, ReflectiveOperationException {
        String program = Files.readString(Path.of("src/test/resources/cases/programs/FailingOrder.java.txt"));
        Compiled compiled = new Sources(directory.resolve(error))
                .with("order.asl.json", DEFINITION.formatted(error))
                .compiled(new GeneratedFile(Root.TEST_SOURCES, "com/acme/FailingOrder.java", program));
        return ((Supplier<?>)
                        compiled.type("com.acme.FailingOrder").getConstructor().newInstance())
                .get();
    }
}
