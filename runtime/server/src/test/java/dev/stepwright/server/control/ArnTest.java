package dev.stepwright.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArnTest {
    private static final String PREFIX = "arn:aws:states:us-east-1:123456789012:";

    @ParameterizedTest
    @CsvSource({
        "nonsense, Invalid Arn: 'Invalid ARN prefix: nonsense'",
        "arn:aws:states:us-east-1:123456789012:express:m:e:r, Invalid Arn: 'Resource type not valid in this context: express'",
        "arn:aws:states:us-east-1:123456789012, Invalid Arn: 'Invalid ARN: arn:aws:states:us-east-1:123456789012'",
        "arn:aws:states:us-east-1:123456789012:execution:m:, Invalid Arn: 'Invalid ARN: arn:aws:states:us-east-1:123456789012:execution:m:'",
        "arn:aws:lambda:us-east-1:123456789012:execution:m, Invalid Arn: 'Invalid ARN: arn:aws:lambda:us-east-1:123456789012:execution:m'",
    })
    void what_is_no_arn_of_the_type_is_refused(String text, String message) {
        assertThatThrownBy(() -> Arn.parse(text, "execution")).hasMessage(message);
    }

    @Test
    void a_machine_arn_may_name_a_version_or_an_alias() {
        MachineArn version = MachineArn.parse(PREFIX + "stateMachine:m:12");
        MachineArn alias = MachineArn.parse(PREFIX + "stateMachine:m:live");

        assertThat(version.machine()).isEqualTo(alias.machine()).isEqualTo(PREFIX + "stateMachine:m");
        assertThat(version.version()).hasValue(12);
        assertThat(alias.version()).isEmpty();
        assertThat(alias.qualifier()).isEqualTo("live");
    }

    @Test
    void a_labelled_machine_is_refused_with_its_reason() {
        assertThatThrownBy(() -> MachineArn.parse(PREFIX + "stateMachine:m/label"))
                .hasFieldOrPropertyWithValue("code", "ValidationException");
    }

    @Test
    void the_partition_follows_the_region() {
        assertThat(new Account("123456789012", "cn-north-1").stateMachine("m"))
                .isEqualTo("arn:aws-cn:states:cn-north-1:123456789012:stateMachine:m");
        assertThatThrownBy(() -> new Account("12", "us-east-1")).hasMessageContaining("\"12\"");
        assertThatThrownBy(() -> new Account("123456789012", "here")).hasMessageContaining("\"here\"");
    }
}
