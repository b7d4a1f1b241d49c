package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.EncryptionConfiguration;
import software.amazon.awssdk.services.sfn.model.EncryptionType;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.InvalidEncryptionConfigurationException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** What is told of machines and executions that a key of the customer encrypts. */
class EncryptionTest extends ServerTest {
    private static final EncryptionConfiguration KEY = EncryptionConfiguration.builder()
            .type(EncryptionType.CUSTOMER_MANAGED_KMS_KEY)
            .kmsKeyId("alias/own")
            .build();

    private String machine(String name, StateMachineType type, EncryptionConfiguration encryption) {
        return sfn.createStateMachine(r -> r.name(name)
                        .type(type)
                        .definition(RunningServer.PASS)
                        .roleArn(RunningServer.ROLE)
                        .encryptionConfiguration(encryption))
                .stateMachineArn();
    }

    @Test
    void metadata_of_what_is_encrypted_is_without_data() {
        String arn = machine("encrypted", StateMachineType.STANDARD, KEY);
        String execution = sfn.startExecution(r -> r.stateMachineArn(arn)).executionArn();
        server.end(execution);

        var machine = sfn.describeStateMachine(r -> r.stateMachineArn(arn).includedData(IncludedData.METADATA_ONLY));
        var ended = sfn.describeExecution(r -> r.executionArn(execution).includedData(IncludedData.METADATA_ONLY));
        var started = sfn.describeStateMachineForExecution(
                r -> r.executionArn(execution).includedData(IncludedData.METADATA_ONLY));

        assertThat(machine.definition()).isEqualTo("{}");
        assertThat(started.definition()).isEqualTo("{}");
        assertThat(ended.input()).isNull();
        assertThat(ended.output()).isNull();
        assertThat(ended.inputDetails().included()).isFalse();
        assertThat(sfn.describeExecution(r -> r.executionArn(execution)).input())
                .isEqualTo("{}");
    }

    @Test
    void metadata_of_what_is_not_encrypted_is_all_there_is() {
        String arn = machine("plain", StateMachineType.EXPRESS, null);

        var machine = sfn.describeStateMachine(r -> r.stateMachineArn(arn).includedData(IncludedData.METADATA_ONLY));
        var ended = sfn.startSyncExecution(r -> r.stateMachineArn(arn).includedData(IncludedData.METADATA_ONLY));

        assertThat(machine.definition()).isEqualTo(RunningServer.PASS);
        assertThat(ended.output()).isEqualTo("{}");
    }

    @Test
    void a_synchronous_execution_that_is_encrypted_answers_without_data() {
        String arn = machine("encrypted-express", StateMachineType.EXPRESS, KEY);

        var ended = sfn.startSyncExecution(r -> r.stateMachineArn(arn).includedData(IncludedData.METADATA_ONLY));

        assertThat(ended.statusAsString()).isEqualTo("SUCCEEDED");
        assertThat(ended.output()).isNull();
        assertThat(ended.outputDetails().included()).isFalse();
    }

    @Test
    void a_key_belongs_to_the_type_that_has_one() {
        var without = EncryptionConfiguration.builder()
                .type(EncryptionType.CUSTOMER_MANAGED_KMS_KEY)
                .build();
        var with = KEY.toBuilder().type(EncryptionType.AWS_OWNED_KEY).build();
        var unknown = KEY.toBuilder().type("OTHER").build();

        assertThatThrownBy(() -> machine("refused", StateMachineType.STANDARD, without))
                .isInstanceOf(InvalidEncryptionConfigurationException.class)
                .hasMessageContaining("Invalid Encryption Configuration: Must set a valid kmsKeyId.");
        assertThatThrownBy(() -> sfn.createActivity(r -> r.name("refused").encryptionConfiguration(with)))
                .isInstanceOf(InvalidEncryptionConfigurationException.class)
                .hasMessageContaining(
                        "Invalid Encryption Configuration: Custom kmsKeyId is not allowed when selecting AWS_OWNED_KEY.");
        assertThatThrownBy(() -> machine("refused", StateMachineType.STANDARD, unknown))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(
                        "1 validation error detected: Value 'OTHER' at 'encryptionConfiguration.type' failed to satisfy constraint: Member must satisfy enum value set: [AWS_OWNED_KEY, CUSTOMER_MANAGED_KMS_KEY]");
    }
}
