package dev.stepwright.codegen.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.Compiled;
import dev.stepwright.codegen.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The types of values that the definition hands on as they came. */
class HandedOnTest {
    private static final String DOCUMENTED = """
            {"StartAt": "First", "States": {
              "First": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultPath": "$.first",
                "Parameters": {"FunctionName": "first", "Payload.$": "$.order"}, "Next": "Tell"},
              "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "ResultPath": "$.told",
                "Parameters": {"TopicArn": "t", "Message": "m"}, "Next": "Second"},
              "Second": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultPath": "$.second",
                "Parameters": {"FunctionName": "second", "Payload.$": "$"}, "Next": "Last"},
              "Last": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:last", "End": true}}}""";

    private static final String LINES = """
            {"StartAt": "Each", "States": {
              "Each": {"Type": "Map", "ItemsPath": "$.lines", "ResultPath": "$.parcels", "Next": "Tell",
                "ItemProcessor": {"StartAt": "Ship", "States": {
                  "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:ship", "End": true}}}},
              "Tell": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell", "Next": "Done",
                "Parameters": {"lines.$": "$.lines", "parcels.$": "$.parcels"}, "ResultPath": "$.told"},
              "Done": {"Type": "Pass", "Parameters": {"sku.$": "$.lines[0].sku", "number.$": "$.parcels[0].number"}, "End": true}}}""";

    private static final String PAYMENT = """
            {"type": "object", "required": ["id", "payment", "parts", "rates"], "properties": {
              "id": {"type": "string", "format": "uuid"}, "payment": {"$ref": "#/$defs/Payment"},
              "parts": {"type": "array", "minItems": 1, "items": {"type": ["string", "integer"], "title": "Part"}},
              "rates": {"type": "object", "additionalProperties": {"type": "number"}}},
             "$defs": {"Payment": {"oneOf": [
               {"title": "Card", "type": "object", "required": ["kind", "number"], "properties": {
                 "kind": {"const": "card"}, "number": {"type": "string"}}},
               {"title": "Invoice", "type": "object", "required": ["kind"], "properties": {
                 "kind": {"const": "invoice"}, "due": {"type": "string", "format": "date"}}}]}}}""";

    @TempDir
    Path directory;

    private Sources sources;

    @BeforeEach
    void no_definition() {
        sources = new Sources(directory);
    }

    @Test
    void what_is_handed_on_as_it_came_is_of_the_type_that_it_has_where_it_comes_from() {
        sources.with("relay.input.schema.json", """
                        {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}""").with("relay.asl.json", """
                        {"StartAt": "Check", "States": {
                          "Check": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:check", "Next": "Good?"},
                          "Good?": {"Type": "Choice", "Choices": [
                            {"Variable": "$.good", "BooleanEquals": true, "Next": "Ship"}], "Default": "Tell"},
                          "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:ship",
                            "ResultPath": null, "Next": "Tell"},
                          "Tell": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                            "Parameters": {"FunctionName": "tell", "Payload.$": "$"}, "End": true}}}""");

        Compiled classes = sources.compiled();

        assertThat(classes.type("com.acme.RelayTasks").getDeclaredMethods())
                .filteredOn(method -> method.getParameterCount() == 2)
                .extracting(method -> method.getName() + " " + method.getParameterTypes()[0].getName())
                .containsExactlyInAnyOrder(
                        "check com.acme.RelayInput",
                        "ship com.acme.RelayTasks$CheckOutput",
                        "tell com.acme.RelayTasks$CheckOutput");
    }

    @Test
    void a_part_that_is_handed_on_as_it_came_is_of_the_type_that_it_has_where_it_comes_from() {
        sources.with("relay.asl.json", """
                {"StartAt": "Check", "States": {
                  "Check": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultPath": "$.check",
                    "Parameters": {"FunctionName": "check", "Payload": {"order.$": "$.order"}}, "Next": "Ship"},
                  "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:ship",
                    "Parameters": {"checked": {"by.$": "$.check.Payload.person"}, "order.$": "$.order"}, "ResultPath": "$.ship",
                    "Next": "Tell"},
                  "Tell": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell", "ResultPath": "$.told",
                    "Next": "Done"},
                  "Done": {"Type": "Pass", "Parameters": {"by.$": "$.check.Payload.person.name", "id.$": "$.order.id",
                    "parcel.$": "$.ship.parcel", "mail.$": "$.told.mail"}, "End": true}}}""");

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.RelayTasks$CheckInput")))
                .containsExactly("com.acme.RelayInput$Order order");
        assertThat(components(classes.type("com.acme.RelayTasks$ShipInput")))
                .containsExactly("com.acme.RelayTasks$ShipInput$Checked checked", "com.acme.RelayInput$Order order");
        assertThat(components(classes.type("com.acme.RelayTasks$ShipInput$Checked")))
                .containsExactly("com.acme.RelayTasks$CheckOutput$Person by");
        assertThat(components(classes.type("com.acme.RelayTasks$TellInput")))
                .contains("com.acme.RelayTasks$ShipOutput ship", "com.acme.RelayInput$Order order");
        assertThat(components(classes.type("com.acme.RelayTasks$TellInput")))
                .contains("com.acme.RelayTasks$CheckInvokeOutput check");
        assertThat(components(classes.type("com.acme.RelayTasks$CheckInvokeOutput")))
                .contains("java.util.Optional<com.acme.RelayTasks$CheckOutput> payload");
    }

    @Test
    void what_a_service_documents_has_one_type_wherever_it_is_handed_on() {
        sources.with("relay.asl.json", DOCUMENTED);

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.RelayTasks$SecondInput")))
                .contains("com.acme.RelayTasks$LambdaInvokeOutput first", "com.acme.RelayTasks$SnsPublishOutput told");
        assertThat(components(classes.type("com.acme.RelayTasks$LastInput")))
                .contains(
                        "com.acme.RelayTasks$LambdaInvokeOutput first",
                        "com.acme.RelayTasks$SnsPublishOutput told",
                        "com.acme.RelayTasks$LambdaInvokeOutput second");
    }

    @Test
    void a_state_may_be_called_like_the_result_of_a_service() {
        sources.with("relay.asl.json", DOCUMENTED.replace("Second", "Lambda Invoke"));

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.RelayTasks$LastInput")))
                .contains("com.acme.RelayTasks$LastInput$First first", "com.acme.RelayTasks$LastInput$Second second");
    }

    @Test
    void what_has_one_type_keeps_it_when_some_schemas_of_a_scaffold_are_deleted() throws IOException {
        sources.with("relay.asl.json", DOCUMENTED);
        List<Path> written = sources.scaffold();
        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .contains("SnsPublishOutput.schema.json", "Tell.output.schema.json", "Last.input.schema.json");

        for (Path file : written) {
            if (file.endsWith("Last.input.schema.json") || file.endsWith("Tell.output.schema.json")) {
                Files.delete(file);
            }
        }

        Compiled classes = sources.compiled();
        assertThat(components(classes.type("com.acme.RelayTasks$LastInput")))
                .contains("com.acme.RelayTasks$LambdaInvokeOutput first", "com.acme.RelayTasks$SnsPublishOutput told");
        assertThat(classes.type("com.acme.RelayTasks").getDeclaredMethods())
                .extracting(method -> method.getReturnType().getSimpleName() + " " + method.getName())
                .contains("SnsPublishOutput tell");
    }

    @Test
    void elements_of_a_list_are_of_the_type_that_they_have_where_they_come_from() {
        sources.with("relay.input.schema.json", """
                        {"type": "object", "required": ["lines"], "properties": {
                          "lines": {"type": "array", "items": {"$ref": "#/$defs/Line"}}},
                         "$defs": {"Line": {"type": "object", "properties": {"sku": {"type": "string"}}}}}""").with("relay.asl.json", LINES);

        Compiled classes = sources.compiled();

        assertThat(classes.type("com.acme.RelayTasks").getDeclaredMethods())
                .filteredOn(method -> method.getParameterCount() == 2)
                .extracting(method -> method.getName() + " " + method.getParameterTypes()[0].getName())
                .contains("ship com.acme.RelayInput$Line");
        assertThat(components(classes.type("com.acme.RelayTasks$TellInput")))
                .containsExactly(
                        "java.util.List<com.acme.RelayInput$Line> lines",
                        "java.util.List<com.acme.RelayTasks$ShipOutput> parcels");
    }

    @Test
    void elements_of_a_list_without_a_schema_are_shared_too() {
        sources.with("relay.asl.json", LINES);

        Compiled classes = sources.compiled();

        assertThat(classes.type("com.acme.RelayTasks").getDeclaredMethods())
                .filteredOn(method -> method.getParameterCount() == 2)
                .extracting(method -> method.getName() + " " + method.getParameterTypes()[0].getName())
                .contains("ship com.acme.RelayInput$Line");
        assertThat(components(classes.type("com.acme.RelayTasks$TellInput")))
                .containsExactly(
                        "java.util.List<com.acme.RelayInput$Line> lines",
                        "java.util.List<com.acme.RelayTasks$ShipOutput> parcels");
    }

    @Test
    void what_stands_in_the_definitions_of_a_schema_is_found_there() {
        sources.with("relay.input.schema.json", """
                        {"type": "object", "required": ["by"], "properties": {"by": {"$ref": "#/$defs/Person"}},
                         "$defs": {"Person": {"type": "object", "properties": {
                           "name": {"type": "object", "properties": {"first": {"type": "string"}}}}}}}""").with("relay.asl.json", """
                        {"StartAt": "Tell", "States": {"Tell": {
                          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell", "End": true,
                          "Parameters": {"by.$": "$.by", "name.$": "$.by.name"}}}}""");

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.RelayTasks$TellInput")))
                .containsExactly("com.acme.RelayInput$Person by", "com.acme.RelayInput$Person$Name name");
    }

    @Test
    void a_choice_that_tells_more_of_it_changes_no_type() {
        sources.with("relay.tasks/Check.output.schema.json", """
                        {"type": "object", "properties": {"gift": {"type": "boolean"},
                          "by": {"type": "object", "properties": {"name": {"type": "string"}}}}}""").with("relay.asl.json", """
                        {"StartAt": "Check", "States": {
                          "Check": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:check", "Next": "Gift?"},
                          "Gift?": {"Type": "Choice", "Choices": [
                            {"Variable": "$.gift", "IsPresent": true, "Next": "Wrap"},
                            {"Variable": "$.by.name", "IsPresent": true, "Next": "Name"}], "Default": "Tell"},
                          "Wrap": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:wrap",
                            "ResultPath": null, "Next": "Tell"},
                          "Name": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:name",
                            "InputPath": "$.by", "ResultPath": null, "Next": "Tell"},
                          "Tell": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell",
                            "Parameters": {"what.$": "$"}, "End": true}}}""");

        Compiled classes = sources.compiled();

        assertThat(classes.type("com.acme.RelayTasks").getDeclaredMethods())
                .filteredOn(method -> method.getParameterCount() == 2)
                .extracting(method -> method.getName() + " " + method.getParameterTypes()[0].getSimpleName())
                .contains("wrap CheckOutput", "name By", "tell TellInput");
        assertThat(components(classes.type("com.acme.RelayTasks$TellInput")))
                .containsExactly("com.acme.RelayTasks$CheckOutput what");
    }

    @Test
    void a_scalar_that_is_handed_on_has_the_type_that_its_schema_says() {
        sources.with("common.schema.json", """
                        {"$defs": {"Channel": {"enum": ["MAIL", "PHONE"]}}}""")
                .with("relay.input.schema.json", """
                        {"type": "object", "required": ["id", "status", "channel", "kind", "note", "days", "last", "seats"], "properties": {
                          "id": {"type": "string", "format": "uuid"}, "status": {"enum": ["NEW", "PAID"]}, "kind": {"const": "order"},
                          "channel": {"$ref": "common.schema.json#/$defs/Channel"}, "note": {"type": "string", "title": "A note"},
                          "days": {"type": "array", "items": {"type": "string", "format": "date"}},
                          "last": {"type": ["string", "null"], "format": "date"},
                          "seats": {"type": "integer", "minimum": 1, "maximum": 9}}}""")
                .with("relay.asl.json", """
                        {"StartAt": "Tell", "States": {
                          "Tell": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell",
                            "Parameters": {"id.$": "$.id", "status.$": "$.status", "channel.$": "$.channel", "kind.$": "$.kind",
                              "note.$": "$.note", "days.$": "$.days", "last.$": "$.last", "seats.$": "$.seats"},
                            "ResultPath": null, "Next": "Find"},
                          "Find": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:find",
                            "InputPath": "$.id", "ResultPath": null, "Next": "Mark"},
                          "Mark": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:mark",
                            "InputPath": "$.status", "End": true}}}""");

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.RelayTasks$TellInput")))
                .containsExactly(
                        "java.util.UUID id",
                        "com.acme.RelayInput$Status status",
                        "com.acme.Channel channel",
                        "java.lang.String kind",
                        "java.lang.String note",
                        "java.util.List<java.time.LocalDate> days",
                        "java.util.Optional<java.time.LocalDate> last",
                        "int seats");
        assertThat(classes.type("com.acme.RelayTasks").getDeclaredMethods())
                .filteredOn(method -> method.getParameterCount() == 2)
                .extracting(method -> method.getName() + " " + method.getParameterTypes()[0].getName())
                .contains("find com.acme.RelayTasks$FindInput", "mark com.acme.RelayInput$Status");
        assertThat(components(classes.type("com.acme.RelayTasks$FindInput"))).containsExactly("java.util.UUID value");
    }

    @Test
    void a_scalar_of_a_result_has_the_type_that_its_schema_says() {
        sources.with("relay.tasks/Check.output.schema.json", """
                        {"type": "object", "required": ["at"], "properties": {"at": {"$ref": "#/$defs/Time"}},
                         "$defs": {"Time": {"type": "string", "format": "date-time"}}}""").with("relay.asl.json", """
                        {"StartAt": "Check", "States": {
                          "Check": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultPath": "$.check",
                            "Parameters": {"FunctionName": "check", "Payload": {"a": 1}}, "Next": "Tell"},
                          "Tell": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                            "Parameters": {"FunctionName": "tell", "Payload": {"at.$": "$.check.Payload.at"}}, "End": true}}}""");

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.RelayTasks$TellInput"))).containsExactly("java.time.Instant at");
    }

    @Test
    void a_union_that_is_handed_on_stays_its_sealed_interface() {
        sources.with("relay.input.schema.json", PAYMENT).with("relay.asl.json", """
                        {"StartAt": "Charge", "States": {
                          "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge",
                            "Parameters": {"by.$": "$.payment", "due.$": "$.payment.due", "parts.$": "$.parts", "rates.$": "$.rates"},
                            "ResultPath": null, "Next": "Pay"},
                          "Pay": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pay",
                            "InputPath": "$.payment", "ResultPath": null, "Next": "Rate"},
                          "Rate": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:rate",
                            "InputPath": "$.rates", "ResultPath": null, "Next": "Each"},
                          "Each": {"Type": "Map", "ItemsPath": "$.parts", "ResultPath": null, "Next": "Done",
                            "ItemProcessor": {"StartAt": "One", "States": {"One": {
                              "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:one", "End": true}}}},
                          "Done": {"Type": "Pass", "Parameters": {"by.$": "$.payment", "id.$": "$.id"}, "End": true}}}""");

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.RelayTasks$ChargeInput")))
                .containsExactly(
                        "com.acme.RelayInput$Payment by",
                        "java.time.LocalDate due",
                        "java.util.List<com.acme.RelayInput$Part> parts",
                        "java.util.Map<java.lang.String, java.math.BigDecimal> rates");
        assertThat(classes.type("com.acme.RelayTasks").getDeclaredMethods())
                .filteredOn(method -> method.getParameterCount() == 2)
                .extracting(method -> method.getName() + " " + method.getParameterTypes()[0].getName())
                .contains(
                        "pay com.acme.RelayInput$Payment",
                        "rate com.acme.RelayTasks$RateInput",
                        "one com.acme.RelayInput$Part");
        assertThat(components(classes.type("com.acme.RelayTasks$RateInput")))
                .containsExactly("java.util.Map<java.lang.String, java.math.BigDecimal> value");
        assertThat(components(classes.type("com.acme.RelayOutput")))
                .containsExactly("com.acme.RelayInput$Payment by", "java.util.UUID id");
    }

    @Test
    void what_may_be_null_as_a_whole_stays_any_value() {
        sources.with("relay.input.schema.json", """
                        {"type": "object", "properties": {"by": {"oneOf": [
                          {"type": "string"}, {"type": "object", "properties": {"name": {"type": "string"}}}, {"type": "null"}]}}}""").with("relay.asl.json", """
                        {"StartAt": "Tell", "States": {"Tell": {
                          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell", "InputPath": "$.by",
                          "End": true}}}""");

        Compiled classes = sources.compiled();

        assertThat(classes.type("com.acme.RelayTasks").getDeclaredMethods())
                .filteredOn(method -> method.getParameterCount() == 2)
                .extracting(method -> method.getParameterTypes()[0].getSimpleName())
                .containsExactly("JsonNode");
    }

    @Test
    void the_output_is_made_of_the_types_of_what_it_is_made_of() {
        sources.with("relay.tasks/Charge.output.schema.json", """
                        {"type": "object", "required": ["receipt"], "properties": {"receipt": {"type": "string", "format": "uuid"}}}""").with("relay.asl.json", """
                        {"StartAt": "Charge", "States": {
                          "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge",
                            "ResultPath": "$.charge", "Next": "Tell"},
                          "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "ResultPath": "$.told",
                            "Parameters": {"TopicArn": "t", "Message": "m"}, "Next": "Done"},
                          "Done": {"Type": "Pass", "End": true, "Parameters": {
                            "charge.$": "$.charge", "told.$": "$.told", "receipt.$": "$.charge.receipt"}}}}""");

        Compiled classes = sources.compiled();

        String[] expected = {
            "com.acme.RelayTasks$ChargeOutput charge",
            "com.acme.RelayTasks$SnsPublishOutput told",
            "java.util.UUID receipt"
        };
        assertThat(components(classes.type("com.acme.RelayOutput"))).containsExactly(expected);
        sources.scaffold();
        assertThat(components(sources.compiled().type("com.acme.RelayOutput"))).containsExactly(expected);
    }

    @Test
    void the_output_is_of_the_type_of_the_result_that_it_is() {
        sources.with("relay.tasks/Charge.output.schema.json", """
                        {"oneOf": [{"title": "Paid", "type": "object", "required": ["at"], "properties": {
                          "at": {"type": "string", "format": "date-time"}}}, {"type": "string"}]}""").with("relay.asl.json", """
                        {"StartAt": "Charge", "States": {"Charge": {
                          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge", "End": true}}}""");

        assertThat(sources.text("com/acme/RelayWorkflow.java"))
                .contains("StartedExecution<RelayTasks.ChargeOutput> start(");
    }

    @Test
    void the_output_of_a_machine_is_of_the_type_that_one_it_starts_gives() {
        sources.with("inner.tasks/Charge.output.schema.json", """
                        {"type": "object", "required": ["receipt"], "properties": {"receipt": {"type": "string", "format": "uuid"}}}""")
                .with("inner.asl.json", """
                        {"StartAt": "Charge", "States": {"Charge": {
                          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge", "End": true}}}""")
                .with("outer.asl.json", """
                        {"StartAt": "Start", "States": {
                          "Start": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "ResultPath": "$.inner",
                            "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:inner"}, "Next": "Done"},
                          "Done": {"Type": "Pass", "End": true, "Parameters": {
                            "given.$": "$.inner.Output", "receipt.$": "$.inner.Output.receipt"}}}}""");

        assertThat(components(sources.compiled().type("com.acme.OuterOutput")))
                .containsExactly("com.acme.InnerTasks$ChargeOutput given", "java.util.UUID receipt");
    }

    @Test
    void one_element_of_a_list_has_the_type_of_all_and_is_null_past_the_end() {
        sources.with("relay.input.schema.json", """
                        {"type": "object", "required": ["lines", "parts"], "properties": {
                          "lines": {"type": "array", "items": {"type": "object", "properties": {"sku": {"type": "string"}}}},
                          "parts": {"type": "array", "items": {"type": ["string", "object"], "title": "Part"}}}}""").with("relay.asl.json", """
                        {"StartAt": "Tell", "States": {"Tell": {
                          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell", "End": true,
                          "Parameters": {"line.$": "$.lines[0]", "part.$": "$.parts[1]"}}}}""");

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.RelayTasks$TellInput")))
                .containsExactly(
                        "java.util.Optional<com.acme.RelayInput$Line> line",
                        "java.util.Optional<com.acme.RelayInput$Part> part");
    }

    @Test
    void what_refers_to_another_schema_and_says_more_is_of_its_own_type() {
        sources.with("relay.input.schema.json", """
                        {"type": "object", "properties": {"id": {"type": "string"}}, "$ref": "#/$defs/Extensible",
                         "$defs": {"Extensible": {"patternProperties": {"^x-": {"type": "integer"}}}}}""").with("relay.asl.json", Sources.DEFINITION);

        assertThat(sources.text("com/acme/RelayWorkflow.java")).contains("StartedExecution<RelayInput> start(");
    }

    private static String[] components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getGenericType().getTypeName() + " " + component.getName())
                .toArray(String[]::new);
    }
}
