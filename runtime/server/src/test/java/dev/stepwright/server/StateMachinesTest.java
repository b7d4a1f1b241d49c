package dev.stepwright.server;

import static dev.stepwright.server.RunningServer.PASS;
import static dev.stepwright.server.RunningServer.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ConflictException;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidLoggingConfigurationException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;
import software.amazon.awssdk.services.sfn.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StateMachineVersionListItem;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** State machines, their versions, aliases and tags, through the AWS SDK. */
class StateMachinesTest extends ServerTest {
    private static final String OTHER = PASS.replace("Done", "Other");

    @Test
    void a_created_machine_is_described_with_the_defaults_of_aws() {
        String arn = server.machine("described", PASS);

        var described = sfn.describeStateMachine(r -> r.stateMachineArn(arn));

        assertThat(arn).isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:described");
        assertThat(described.definition()).isEqualTo(PASS);
        assertThat(described.type()).isEqualTo(StateMachineType.STANDARD);
        assertThat(described.statusAsString()).isEqualTo("ACTIVE");
        assertThat(described.loggingConfiguration().level()).isEqualTo(LogLevel.OFF);
        assertThat(described.tracingConfiguration().enabled()).isFalse();
        assertThat(described.encryptionConfiguration().typeAsString()).isEqualTo("AWS_OWNED_KEY");
        assertThat(described.revisionId()).isNull();
        assertThat(described.creationDate()).isNotNull();
    }

    @Test
    void creating_the_same_machine_again_gives_the_same_machine() {
        var first = sfn.createStateMachine(r -> r.name("twice").definition(PASS).roleArn(ROLE));

        var second =
                sfn.createStateMachine(r -> r.name("twice").definition(PASS).roleArn(ROLE + "2"));

        assertThat(second.stateMachineArn()).isEqualTo(first.stateMachineArn());
        assertThat(second.creationDate()).isEqualTo(first.creationDate());
        assertThat(sfn.describeStateMachine(r -> r.stateMachineArn(first.stateMachineArn()))
                        .roleArn())
                .isEqualTo(ROLE);
    }

    @Test
    void another_machine_of_the_same_name_is_refused() {
        String arn = server.machine("taken", PASS);

        assertThatThrownBy(() -> server.machine("taken", OTHER))
                .isInstanceOf(StateMachineAlreadyExistsException.class)
                .hasMessageContaining("State Machine Already Exists: '" + arn + "'");
        assertThatThrownBy(() -> sfn.createStateMachine(
                        r -> r.name("taken").definition(PASS).roleArn(ROLE).type(StateMachineType.EXPRESS)))
                .isInstanceOf(StateMachineAlreadyExistsException.class);
    }

    @Test
    void names_with_forbidden_characters_are_refused() {
        assertThatThrownBy(() -> server.machine("not allowed", PASS))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("Invalid Name: 'not allowed'");
    }

    @Test
    void no_machine_is_made_whose_integration_has_no_parameters() {
        String bare =
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"End\":true}}}";
        String problem = "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Parameters field is required for"
                + " resource ARN: arn:aws:states:::lambda:invoke at /States/A/Resource'";
        String arn = server.machine("with-parameters", PASS);

        assertThatThrownBy(() -> server.machine("without-parameters", bare))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining(problem);
        assertThatThrownBy(
                        () -> sfn.updateStateMachine(r -> r.stateMachineArn(arn).definition(bare)))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining(problem);
        assertThat(sfn.validateStateMachineDefinition(r -> r.definition(bare)).resultAsString())
                .isEqualTo("OK");
    }

    @Test
    void what_is_no_arn_and_what_names_nothing_is_told_apart() {
        String missing = "arn:aws:states:us-east-1:123456789012:stateMachine:missing";

        assertThatThrownBy(() -> sfn.describeStateMachine(r -> r.stateMachineArn("nonsense")))
                .isInstanceOf(InvalidArnException.class)
                .hasMessageContaining("Invalid Arn: 'Invalid ARN prefix: nonsense'");
        assertThatThrownBy(() -> sfn.describeStateMachine(r -> r.stateMachineArn(missing)))
                .isInstanceOf(StateMachineDoesNotExistException.class)
                .hasMessageContaining("State Machine Does Not Exist: '" + missing + "'");
        assertThat(sfn.deleteStateMachine(r -> r.stateMachineArn(missing))
                        .sdkHttpResponse()
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<execution-role-arn>", "arn:aws:iam::123456789012:user/any", "arn:aws:iam::123456789012:role/"})
    void what_is_no_role_is_refused(String role) {
        String arn = server.machine("with-role", PASS);

        assertThatThrownBy(() -> sfn.createStateMachine(
                        r -> r.name("without-role").definition(PASS).roleArn(role)))
                .isInstanceOf(InvalidArnException.class)
                .hasMessageContaining("Invalid Role Arn: '" + role + "'");
        assertThatThrownBy(
                        () -> sfn.updateStateMachine(r -> r.stateMachineArn(arn).roleArn(role)))
                .isInstanceOf(InvalidArnException.class)
                .hasMessageContaining("Invalid Role Arn: '" + role + "'");
        assertThatThrownBy(() -> sfn.testState(
                        r -> r.definition("{\"Type\": \"Pass\", \"End\": true}").roleArn(role)))
                .isInstanceOf(InvalidArnException.class)
                .hasMessageContaining("Invalid Role Arn: '" + role + "'");
    }

    @Test
    void an_update_makes_a_revision_only_where_something_changes() {
        String arn = server.machine("updated", PASS);

        String same = sfn.updateStateMachine(r -> r.stateMachineArn(arn).definition(PASS))
                .revisionId();
        String first = sfn.updateStateMachine(r -> r.stateMachineArn(arn).definition(OTHER))
                .revisionId();
        String again = sfn.updateStateMachine(r -> r.stateMachineArn(arn).definition(OTHER))
                .revisionId();

        assertThat(same).isNull();
        assertThat(first).isNotNull().isEqualTo(again);
        var described = sfn.describeStateMachine(r -> r.stateMachineArn(arn));
        assertThat(described.definition()).isEqualTo(OTHER);
        assertThat(described.revisionId()).isEqualTo(first);
        assertThatThrownBy(() -> sfn.updateStateMachine(r -> r.stateMachineArn(arn)))
                .isInstanceOf(MissingRequiredParameterException.class);
    }

    @Test
    void logging_needs_exactly_one_destination() {
        assertThatThrownBy(() -> sfn.createStateMachine(r -> r.name("logged")
                        .definition(PASS)
                        .roleArn(ROLE)
                        .loggingConfiguration(l -> l.level(LogLevel.ALL))))
                .isInstanceOf(InvalidLoggingConfigurationException.class)
                .hasMessageContaining("Must specify exactly one Log Destination.");
    }

    @ParameterizedTest
    @CsvSource({
        ", Must set valid CloudWatch Log Group ARN.",
        "orders, Provided ARN is not CloudWatch Logs Log Group ARN.",
        "arn:aws:s3:::logs, Provided ARN is not CloudWatch Logs Log Group ARN.",
        "arn:aws:logs:us-east-1:123456789012:log-group:, Provided ARN is not CloudWatch Logs Log Group ARN.",
        "arn:aws:logs:us-east-1:123456789012:log-group:orders, Log Group ARN must be provided with '*' qualifier.",
    })
    void logs_go_to_a_log_group(@Nullable String arn, String problem) {
        assertThatThrownBy(() -> sfn.createStateMachine(r -> r.name("logged")
                        .definition(PASS)
                        .roleArn(ROLE)
                        .loggingConfiguration(l -> l.level(LogLevel.ALL)
                                .destinations(LogDestination.builder()
                                        .cloudWatchLogsLogGroup(group -> group.logGroupArn(arn))
                                        .build()))))
                .isInstanceOf(InvalidLoggingConfigurationException.class)
                .hasMessageContaining("Invalid Logging Configuration: " + problem);
    }

    @Test
    void the_name_of_a_machine_that_is_logged_has_no_letters_beyond_ascii() {
        var logging = LoggingConfiguration.builder()
                .level(LogLevel.ALL)
                .destinations(LogDestination.builder()
                        .cloudWatchLogsLogGroup(
                                group -> group.logGroupArn("arn:aws:logs:us-east-1:123456789012:log-group:orders:*"))
                        .build())
                .build();

        String arn = sfn.createStateMachine(
                        r -> r.name("Bestellung-prüfen").definition(PASS).roleArn(ROLE))
                .stateMachineArn();

        assertThatThrownBy(
                        () -> sfn.updateStateMachine(r -> r.stateMachineArn(arn).loggingConfiguration(logging)))
                .isInstanceOf(InvalidLoggingConfigurationException.class)
                .hasMessageContaining(
                        "Invalid Logging Configuration: 1 validation error detected: Value '" + arn
                                + "' at 'resourceId' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9A-Za-z.\\/\\-_:]+$");
    }

    @Test
    void a_logging_configuration_is_shown_as_given_with_what_it_lacks() {
        String arn = sfn.createStateMachine(r -> r.name("hardly-logged")
                        .definition(PASS)
                        .roleArn(ROLE)
                        .loggingConfiguration(l -> l.destinations(List.of())))
                .stateMachineArn();

        var logging = sfn.describeStateMachine(r -> r.stateMachineArn(arn)).loggingConfiguration();

        assertThat(logging.level()).isEqualTo(LogLevel.OFF);
        assertThat(logging.includeExecutionData()).isFalse();
        assertThat(logging.hasDestinations()).isTrue();
        assertThat(logging.destinations()).isEmpty();
    }

    @Test
    void a_deleted_machine_is_gone_and_its_name_free() {
        String arn = server.machine("deleted", PASS);

        sfn.deleteStateMachine(r -> r.stateMachineArn(arn));

        assertThatThrownBy(() -> sfn.describeStateMachine(r -> r.stateMachineArn(arn)))
                .isInstanceOf(StateMachineDoesNotExistException.class);
        assertThat(server.machine("deleted", OTHER)).isEqualTo(arn);
    }

    @Test
    void machines_are_listed_in_pages_by_name() {
        try (RunningServer own = RunningServer.start()) {
            List.of("c", "a", "b").forEach(name -> own.machine(name, PASS));

            var pages = own.client().listStateMachinesPaginator(r -> r.maxResults(2)).stream()
                    .map(page -> page.stateMachines().stream()
                            .map(StateMachineListItem::name)
                            .toList())
                    .toList();

            assertThat(pages).containsExactly(List.of("a", "b"), List.of("c"));
            assertThatThrownBy(() -> own.client().listStateMachines(r -> r.nextToken("made up")))
                    .isInstanceOf(InvalidTokenException.class)
                    .hasMessageContaining("Invalid Token: 'Invalid token'");
        }
    }

    @Test
    void a_page_of_more_than_a_thousand_is_refused_in_the_words_of_aws() {
        assertThatThrownBy(() -> sfn.listStateMachines(r -> r.maxResults(1001)))
                .isInstanceOfSatisfying(
                        SfnException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage())
                                .isEqualTo(
                                        "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000"));
    }

    @Test
    void versions_are_numbered_and_never_numbered_again() {
        String arn = sfn.createStateMachine(r -> r.name("versioned")
                        .definition(PASS)
                        .roleArn(ROLE)
                        .publish(true)
                        .versionDescription("first"))
                .stateMachineArn();
        sfn.updateStateMachine(r -> r.stateMachineArn(arn).definition(OTHER).publish(true));
        sfn.deleteStateMachineVersion(r -> r.stateMachineVersionArn(arn + ":2"));

        String third =
                sfn.publishStateMachineVersion(r -> r.stateMachineArn(arn)).stateMachineVersionArn();
        String same =
                sfn.publishStateMachineVersion(r -> r.stateMachineArn(arn)).stateMachineVersionArn();

        assertThat(third).isEqualTo(same).isEqualTo(arn + ":3");
        assertThat(sfn.listStateMachineVersions(r -> r.stateMachineArn(arn)).stateMachineVersions())
                .extracting(StateMachineVersionListItem::stateMachineVersionArn)
                .containsExactly(arn + ":3", arn + ":1");
        var described = sfn.describeStateMachine(r -> r.stateMachineArn(arn + ":1"));
        assertThat(described.description()).isEqualTo("first");
        assertThat(described.definition()).isEqualTo(PASS);
        assertThat(described.stateMachineArn()).isEqualTo(arn + ":1");
    }

    @Test
    void a_version_is_published_of_the_current_revision_only() {
        String arn = server.machine("stale", PASS);

        assertThatThrownBy(() -> sfn.publishStateMachineVersion(
                        r -> r.stateMachineArn(arn).revisionId("another")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("The current State Machine revision is INITIAL.");
        assertThatThrownBy(() -> sfn.createStateMachine(r ->
                        r.name("undescribed").definition(PASS).roleArn(ROLE).versionDescription("no version")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Version description can only be set when publish is true");
    }

    @Test
    void an_alias_keeps_its_versions_from_being_deleted() {
        String version = sfn.createStateMachine(
                        r -> r.name("aliased").definition(PASS).roleArn(ROLE).publish(true))
                .stateMachineVersionArn();
        String alias = sfn.createStateMachineAlias(
                        r -> r.name("live").routingConfiguration(RunningServer.share(version, 100)))
                .stateMachineAliasArn();

        assertThatThrownBy(() -> sfn.deleteStateMachineVersion(r -> r.stateMachineVersionArn(version)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("[live]");
        sfn.updateStateMachineAlias(r -> r.stateMachineAliasArn(alias).description("new"));
        var described = sfn.describeStateMachineAlias(r -> r.stateMachineAliasArn(alias));
        assertThat(described.description()).isEqualTo("new");
        assertThat(described.routingConfiguration())
                .singleElement()
                .satisfies(r -> assertThat(r.weight()).isEqualTo(100));
        String machine = version.substring(0, version.lastIndexOf(':'));
        assertThat(sfn.listStateMachineAliases(r -> r.stateMachineArn(machine)).stateMachineAliases())
                .singleElement()
                .satisfies(a -> assertThat(a.stateMachineAliasArn()).isEqualTo(alias));

        sfn.deleteStateMachineAlias(r -> r.stateMachineAliasArn(alias));

        assertThatThrownBy(() -> sfn.describeStateMachineAlias(r -> r.stateMachineAliasArn(alias)))
                .isInstanceOf(ResourceNotFoundException.class);
        sfn.deleteStateMachineVersion(r -> r.stateMachineVersionArn(version));
    }

    @Test
    void the_weights_of_an_alias_sum_to_a_hundred_and_its_versions_differ() {
        String version = sfn.createStateMachine(
                        r -> r.name("weighed").definition(PASS).roleArn(ROLE).publish(true))
                .stateMachineVersionArn();

        assertThatThrownBy(() -> sfn.createStateMachineAlias(
                        r -> r.name("light").routingConfiguration(RunningServer.share(version, 70))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Sum of routing configuration weights must equal 100. Received: [70]");
        assertThatThrownBy(() -> sfn.createStateMachineAlias(r -> r.name("doubled")
                        .routingConfiguration(RunningServer.share(version, 50), RunningServer.share(version, 50))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Routing configuration must contain distinct state machine version ARNs.");
        var third = RunningServer.share(version, 34);
        assertThatThrownBy(() ->
                        sfn.createStateMachineAlias(r -> r.name("thirds").routingConfiguration(third, third, third)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(
                        "1 validation error detected: Value '[RoutingConfigurationListItem(stateMachineVersionArn="
                                + version + ", weight=34), ")
                .hasMessageContaining(
                        ")]' at 'routingConfiguration' failed to satisfy constraint: Member must have length less than or equal to 2");
        assertThatThrownBy(() -> sfn.createStateMachineAlias(r -> r.name("none").routingConfiguration(List.of())))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(
                        "Value '[]' at 'routingConfiguration' failed to satisfy constraint: Member must have length greater than or equal to 1");
    }

    @Test
    void a_machine_has_a_hundred_aliases_at_most() {
        String version = sfn.createStateMachine(
                        r -> r.name("many-names").definition(PASS).roleArn(ROLE).publish(true))
                .stateMachineVersionArn();
        var all = RunningServer.share(version, 100);
        IntStream.range(0, 100)
                .forEach(i -> sfn.createStateMachineAlias(r -> r.name("a" + i).routingConfiguration(all)));

        assertThatThrownBy(() -> sfn.createStateMachineAlias(r -> r.name("more").routingConfiguration(all)))
                .isInstanceOf(ServiceQuotaExceededException.class)
                .hasMessageContaining("has 100 aliases and can have at most 100");
        assertThat(sfn.createStateMachineAlias(r -> r.name("a7").routingConfiguration(all))
                        .stateMachineAliasArn())
                .endsWith(":a7");
    }

    @Test
    void tags_are_put_on_machines_and_taken_off() {
        String arn = server.machine("tagged", PASS);

        sfn.tagResource(r -> r.resourceArn(arn)
                .tags(
                        Tag.builder().key("team").value("a").build(),
                        Tag.builder().key("cost").value("b").build()));
        sfn.untagResource(r -> r.resourceArn(arn).tagKeys("team", "unknown"));

        assertThat(sfn.listTagsForResource(r -> r.resourceArn(arn)).tags())
                .containsExactly(Tag.builder().key("cost").value("b").build());
        assertThatThrownBy(() -> sfn.listTagsForResource(r -> r.resourceArn(arn + ":1")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Resource not found: '" + arn + ":1'");
        assertThatThrownBy(() -> sfn.untagResource(r -> r.resourceArn(arn).tagKeys("cost", "")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(
                        "Value '' at 'tagKeys.2.member' failed to satisfy constraint: Member must have length greater than or equal to 1");
    }

    @Test
    void the_variables_that_states_read_are_listed() {
        String arn = server.machine("variables", """
                {"StartAt": "Set", "States": {
                  "Set": {"Type": "Pass", "Assign": {"b": 1, "a": 2}, "Next": "Read"},
                  "Read": {"Type": "Pass", "Parameters": {"x.$": "States.Format('$no {} {}', $b, $a)", "y": "$no", "aPath": "$no"}, "Next": "Literal"},
                  "Literal": {"Type": "Pass", "Result": {"x.$": "$no"}, "ResultPath": "$.no", "Next": "Compute"},
                  "Compute": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($l := $a; $sum([$l]) + $states.input.x) %}", "End": true}}}
                """);

        assertThat(sfn.describeStateMachine(r -> r.stateMachineArn(arn)).variableReferences())
                .containsOnlyKeys("Read", "Compute")
                .containsEntry("Read", List.of("a", "b"))
                .containsEntry("Compute", List.of("a"));
    }
}
