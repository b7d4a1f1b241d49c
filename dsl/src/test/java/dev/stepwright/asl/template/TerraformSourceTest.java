package dev.stepwright.asl.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

class TerraformSourceTest {
    private static final String MACHINE = """
            resource "aws_sfn_state_machine" "order" {
              name       = "order-flow"
              definition = %s
            }
            """;

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Written.file(folder, name, text);
    }

    private Definitions read(String definition) throws IOException {
        return read(definition, Map.of());
    }

    private Definitions read(String definition, Map<String, String> parameters) throws IOException {
        return Definitions.read(write("main.tf", MACHINE.formatted(definition)), parameters);
    }

    private static PlacedDefinition only(Definitions definitions) {
        assertThat(definitions.broken()).isEmpty();
        assertThat(definitions.problems()).isEmpty();
        assertThat(definitions.machines()).hasSize(1);
        return definitions.machines().get(0);
    }

    private static String written(PlacedDefinition definition) {
        return JsonText.compact(definition.document().root());
    }

    private static String filled(PlacedDefinition definition) {
        return JsonText.compact(definition.filled().root());
    }

    private static String place(PlacedDefinition definition, String pointer) {
        return definition.document().position(JsonPointer.compile(pointer)).toString();
    }

    private static List<String> told(Definitions definitions) {
        return definitions.problems().stream()
                .map(each -> each.rule().id() + " " + each.position() + " " + each.message())
                .toList();
    }

    @Test
    void an_object_that_is_encoded_has_placeholders_and_places() throws IOException {
        PlacedDefinition order = only(read("""
                jsonencode({
                    StartAt = "Pay" # the first
                    States = {
                      Pay = {
                        Type : "Task", Resource = aws_lambda_function.pay["eu"].arn
                        "Parameters" = { "id.$" = "$.id", Text = "a \\"${var.stage}\\"", Wait = -1.50, No = null }
                        Next = "Gone"
                      }
                    }
                  })"""));

        assertThat(order.logicalId()).contains("aws_sfn_state_machine.order");
        assertThat(order.name()).isEqualTo("order-flow");
        assertThat(order.home()).isEqualTo(folder.resolve("order-flow.asl.json"));
        assertThat(written(order))
                .isEqualTo("{\"StartAt\":\"Pay\",\"States\":{\"Pay\":{\"Type\":\"Task\","
                        + "\"Resource\":\"${aws_lambda_function.pay[eu].arn}\",\"Parameters\":{\"id.$\":\"$.id\","
                        + "\"Text\":\"a \\\"${var.stage}\\\"\",\"Wait\":-1.50,\"No\":null},\"Next\":\"Gone\"}}}");
        assertThat(place(order, "/States/Pay")).isEqualTo("6:13");
        assertThat(place(order, "/States/Pay/Next")).isEqualTo("9:16");
        assertThat(order.document().keyPosition(JsonPointer.compile("/States/Pay/Parameters")))
                .hasToString("8:9");
        assertThat(order.document().characterPosition(JsonPointer.compile("/States/Pay/Parameters/Text"), 3))
                .as("of the placeholder")
                .hasToString("8:57");
    }

    @Test
    void a_text_of_several_lines_has_its_places_and_placeholders_without_quotes() throws IOException {
        PlacedDefinition order = only(read("""
                <<-EOF
                    {
                      "StartAt": "${var.first}",
                      "Seconds": ${var.seconds},
                      "Retry": ${jsonencode([{ ErrorEquals = ["States.ALL"] }])},
                      "Policy": "$${aws:username}"
                    }
                  EOF"""));

        assertThat(written(order))
                .isEqualTo("{\"StartAt\":\"${var.first}\",\"Seconds\":\"${var.seconds}\","
                        + "\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"]}],\"Policy\":\"${aws:username}\"}");
        assertThat(place(order, "/Policy")).isEqualTo("8:17");
        assertThat(place(order, "/Retry/0/ErrorEquals")).isEqualTo("7:46");
    }

    @Test
    void what_is_encoded_and_surely_no_text_has_a_placeholder_without_quotes() throws IOException {
        write("variables.tf", """
                variable "limit" { type = number }
                variable "rules" { type = list(object({ MaxAttempts = number })) }
                variable "stage" { type = string }
                variable "any" {}
                locals { seconds = var.limit }
                """);
        PlacedDefinition order =
                only(read("jsonencode({ a = var.limit, b = local.seconds, c = var.rules, d = var.limit * 60,"
                        + " e = length(var.any), f = var.stage, g = var.any, h = \"${var.limit}s\","
                        + " i = { j = jsonencode({ k = var.limit, l = var.stage }) } })"));

        assertThat(order.document().definition().toUnfilledAsl()).isEqualTo("""
                {
                  "a": ${var.limit},
                  "b": ${local.seconds},
                  "c": ${var.rules},
                  "d": ${var.limit * 60},
                  "e": ${length(var.any)},
                  "f": "${var.stage}",
                  "g": "${var.any}",
                  "h": "${var.limit}s",
                  "i": {
                    "j": "{\\"k\\":${var.limit},\\"l\\":\\"${var.stage}\\"}"
                  }
                }
                """);
    }

    private static final String DECLARED = """
            variable "stage" { default = "dev" }
            variable "text" {
              type    = string
              default = 5
            }
            variable "number" { default = 5 }
            variable "open" { type = string }
            variable "none" { default = null }
            variable "later" { default = "CHANGE_ME" }
            variable "empty" { default = "" }
            variable "secret" {
              default   = "x"
              sensitive = true
            }
            variable "names" { default = { order = "orders", list = ["a", "b"] } }
            locals {
              constant = "c"
              mixed    = "${var.stage}-${local.constant}"
              half     = "${var.open}-x"
              circle   = local.round
              round    = local.circle
            }
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '~',
            value = {
                "var.stage | '${var.stage}' | 'dev'",
                "\"q-${var.stage}\" | 'q-${var.stage}' | 'q-dev'",
                "var.text | '${var.text}' | '5'",
                "var.number | '${var.number}' | 5",
                "var.open | '${var.open}' | '${var.open}'",
                "var.none | '${var.none}' | '${var.none}'",
                "var.empty | '${var.empty}' | '${var.empty}'",
                "var.later | '${var.later}' | '${var.later}'",
                "var.secret | '${var.secret}' | '${var.secret}'",
                "var.names[\"order\"] | '${var.names[order]}' | 'orders'",
                "var.names.list[1] | '${var.names.list[1]}' | 'b'",
                "var.names.list[7] | '${var.names.list[7]}' | '${var.names.list[7]}'",
                "local.constant | '${local.constant}' | 'c'",
                "local.mixed | '${local.mixed}' | 'dev-c'",
                "local.half | '${local.half}' | '${local.half}'",
                "local.circle | '${local.circle}' | '${local.circle}'",
                "local.gone | '${local.gone}' | '${local.gone}'",
                "var.stage == \"prod\" ? 60 : 5 | '${var.stage == prod ? 60 : 5}' | 5",
                "var.none != null ? 60 : var.stage | '${var.none != null ? 60 : var.stage}' | 'dev'",
                "var.open == \"\" ? 60 : 5 | '${var.open == ? 60 : 5}' | '${var.open == ? 60 : 5}'",
                "var.open == \"\" ? null : [1] | '${var.open == ? null : [1]}' | '${var.open == ? null : [1]}'",
                "format(\"%s\", var.stage) | '${format(%s, var.stage)}' | '${format(%s, var.stage)}'",
                "[for x in var.y : x] | '${[for x in var.y : x]}' | '${[for x in var.y : x]}'",
                "jsonencode({ b = 1 }) | '{\\'b\\':1}' | '{\\'b\\':1}'",
                "merge({ b = 1, c = 1 }, { c = var.number }) | {'b':1,'c':'${var.number}'} | {'b':1,'c':5}",
                "merge({ b = 1 }, var.names) | '${merge( b = 1 , var.names)}' | {'b':1,'order':'orders','list':['a','b']}",
                "concat([1], [2, 3]) | [1,2,3] | [1,2,3]",
                "{ (var.stage) = 1 } | {'${var.stage}':1} | {'dev':1}",
                "\"arn:${data.aws_partition.current.partition}:x\" | 'arn:aws:x' | 'arn:aws:x'",
            })
    void values_are_known_as_far_as_constants_and_defaults_tell_them(String value, String written, String filled)
            throws IOException {
        write("variables.tf", DECLARED);

        PlacedDefinition order = only(read("jsonencode({ a = " + value + " })"));

        assertThat(written(order).replace('"', '\'')).isEqualTo("{'a':" + written + "}");
        assertThat(filled(order).replace('"', '\'')).isEqualTo("{'a':" + filled + "}");
    }

    /** Each local doubles the one after it. */
    @Test
    void texts_that_grow_and_grow_are_not_known_and_take_no_time() throws IOException {
        write(
                "locals.tf",
                IntStream.range(0, 60)
                        .mapToObj(i -> "  l%d = \"${local.l%d}${local.l%d}\"\n".formatted(i, i + 1, i + 1))
                        .collect(Collectors.joining("", "locals {\n  l60 = \"y\"\n", "}\n")));

        assertThat(filled(only(read("jsonencode({ a = local.l0, b = local.l58 })"))))
                .isEqualTo("{\"a\":\"${local.l0}\",\"b\":\"yyyy\"}");
    }

    @Test
    void texts_that_go_round_in_a_circle_are_not_known() throws IOException {
        write("locals.tf", "locals {\n  circle = \"a${local.round}\"\n  round = \"b${local.circle}\"\n}\n");

        assertThat(filled(only(read("jsonencode({ a = local.circle })")))).isEqualTo("{\"a\":\"${local.circle}\"}");
    }

    @Test
    void what_is_given_goes_before_what_is_known() throws IOException {
        write("variables.tf", DECLARED);
        String definition = "jsonencode({ a = var.stage, b = var.text, c = var.number, d = local.mixed,"
                + " e = aws_sqs_queue.q.url, f = data.aws_caller_identity.me.account_id, g = \"${data.aws_region.now.name}\" })";

        PlacedDefinition order = only(read(
                definition,
                Map.of(
                        "var.stage", "prod",
                        "var.text", "7",
                        "var.number", "7",
                        "aws_sqs_queue.q.url", "https://q",
                        "AWS::AccountId", "123456789012",
                        "AWS::Region", "eu-west-1")));

        assertThat(filled(order))
                .isEqualTo("{\"a\":\"prod\",\"b\":\"7\",\"c\":7,\"d\":\"prod-c\",\"e\":\"https://q\","
                        + "\"f\":\"123456789012\",\"g\":\"eu-west-1\"}");
    }

    @Test
    void a_value_of_another_file_has_the_place_of_what_refers_to_it() throws IOException {
        write(
                "locals.tf",
                "locals {\n  pay = { Type = \"Succeed\" }\n  whole = jsonencode({ StartAt = local.start })\n}\n");
        write("broken.tf", "locals {");

        PlacedDefinition order = only(read("jsonencode({ States = { Pay = local.pay } })"));
        PlacedDefinition whole = only(read("local.whole"));

        assertThat(place(order, "/States/Pay/Type")).isEqualTo("3:46");
        assertThat(whole.document().name())
                .isEqualTo(folder.resolve("locals.tf").toString());
        assertThat(place(whole, "/StartAt")).isEqualTo("3:34");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " | ",
            value = {
                "file(\"${path.module}/flows/a.json\") | flows/a.json | 1:13 | ${x}",
                "templatefile(\"./flows/a.json\", { x = var.y }) | flows/a.json | 1:13 | ${x}",
                "jsonencode(yamldecode(file(\"flows/a.yaml\"))) | flows/a.yaml | 1:10 | ${x}",
                "jsonencode(yamldecode(templatefile(\"flows/a.yaml\", { x = 1 }))) | flows/a.yaml | 1:12 | ${x}",
                "data.template_file.old.rendered | flows/a.json | 1:13 | ${x}",
            })
    void a_file_that_the_source_names_is_read(String definition, String name, String place, String value)
            throws IOException {
        write("flows/a.json", "{\"StartAt\": \"${x}\"}");
        write("flows/a.yaml", "StartAt: ${x}");
        write(
                "data.tf",
                "data \"template_file\" \"old\" {\n template = file(\"flows/a.json\")\n vars = { x = var.y }\n}\n");

        PlacedDefinition order = only(read(definition));

        assertThat(order.home()).isEqualTo(folder.resolve(name));
        assertThat(order.document().name()).isEqualTo(order.home().toString());
        assertThat(order.document().root().path("StartAt").stringValue()).isEqualTo(value);
        assertThat(place(order, "/StartAt")).isIn(place, "1:15");
    }

    @Test
    void a_template_is_filled_with_its_values_which_are_held_against_it() throws IOException {
        write(
                "flows/a.tftpl",
                "{\"a\": \"${name}\",\n \"b\": ${jsonencode(list)}, \"c\": \"$${name}\", \"d\": \"${nam}${nam}\"}");

        Definitions read = read("templatefile(\"flows/a.tftpl\", { name = \"x\", list = [1, var.z], unused = 1 })");

        PlacedDefinition order = read.machines().get(0);
        assertThat(written(order))
                .isEqualTo("{\"a\":\"${name}\",\"b\":[1,\"${var.z}\"],\"c\":\"${name}\",\"d\":\"${nam}${nam}\"}");
        assertThat(filled(order))
                .isEqualTo("{\"a\":\"x\",\"b\":[1,\"${var.z}\"],\"c\":\"${name}\",\"d\":\"${nam}${nam}\"}");
        assertThat(order.problems())
                .extracting(each -> each.rule().id() + " " + each.position() + " " + each.message())
                .containsExactly(
                        "ASL-CFN-004 2:51 templatefile gives the placeholder \"${nam}\" no value; add nam to its values, which are name, list, unused, or write $${nam} for literal text",
                        "ASL-CFN-005 3:79 the template has no ${unused}, so this value has no effect; remove it, or add the placeholder");
    }

    @Test
    void a_placeholder_that_file_leaves_as_it_is_is_told() throws IOException {
        write(
                "a.json",
                "{\"a\": \"${pay}\", \"b\": \"${pay}-${aws:user}\", \"c\": \"say ${it}\", \"d\": \"{%${it}%}\", \"e\": ${wait}}");
        String definition = "file(\"${path.module}/a.json\")";

        assertThat(only(read(definition)).problems())
                .extracting(each -> each.rule().id() + " " + each.position() + " " + each.message())
                .containsExactly(
                        "ASL-CFN-004 1:8 file gives the placeholder \"${pay}\" no value; call templatefile with its values",
                        "ASL-CFN-004 1:85 file gives the placeholder \"${wait}\" no value; call templatefile with its values");
        assertThat(only(read(definition, Map.of("pay", "x", "wait", "1"))).problems())
                .as("where somebody says that it is filled")
                .isEmpty();
    }

    @Test
    void a_placeholder_of_a_machine_says_which_one_is_started() throws IOException {
        String others = """
                resource "aws_sfn_state_machine" "pack" { name = "packing" }
                """;
        write("a.tftpl", "{\"a\": \"${pack}\"}");
        write("others.tf", others);

        assertThat(only(read("jsonencode({ a = aws_sfn_state_machine.pack.arn })"))
                        .machines())
                .isEqualTo(Map.of("aws_sfn_state_machine.pack.arn", "packing"));
        assertThat(only(read("templatefile(\"a.tftpl\", { pack = aws_sfn_state_machine.pack.id })"))
                        .machines())
                .isEqualTo(Map.of("pack", "packing"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " | ",
            value = {
                "var.definition | 3:16",
                "module.flow.definition | 3:16",
                "templatefile(var.file, {}) | 3:16",
                "format(\"{}\") | 3:16",
                "\"%{ if var.x }{}%{ endif }\" | 3:16",
                "templatefile(\"loop.tftpl\", {}) | 3:16",
                "jsonencode(merge({}, var.more)) | 3:27",
                "jsonencode({ States = merge({}, var.more) }) | 3:38",
                "jsonencode({ States = { A = var.state } }) | 3:44",
                "jsonencode({ States = merge({}, var.x ? { A = {} } : {}) }) | 3:38",
                "jsonencode({ States = { A = var.x ? {} : { Next = 1 } } }) | 3:44",
                "jsonencode({ States = { A = { Choices = [var.choice] } } }) | 3:57",
                "jsonencode({ States = { A = { Branches = [{ States = var.s }] } } }) | 3:69",
                "jsonencode({ States = { A = { ItemProcessor = { States = var.s } } } }) | 3:73",
                "templatefile(\"open.tftpl\", { state = var.state }) | 3:16",
            })
    void a_definition_of_which_too_little_is_known_is_told_and_not_read(String definition, String place)
            throws IOException {
        write("loop.tftpl", "{%{ for x in y }%{ endfor }}");
        write("open.tftpl", "{\"States\": {\"A\": ${state}}}");

        Definitions read = read(definition);

        assertThat(read.machines()).isEmpty();
        assertThat(told(read))
                .containsExactly(
                        "ASL-CFN-002 " + place
                                + " the definition of aws_sfn_state_machine.order is not checked, because only Terraform knows this value; check the output of terraform show -json for a plan");
    }

    @Test
    void a_text_without_quotes_is_told() throws IOException {
        Definitions read =
                read("jsonencode({ A = { Next = Done, Type = \"${Pass}\", Rest = [var.z, each.key, null] } })");

        assertThat(told(read))
                .containsExactly(
                        "ASL-CFN-003 3:42 Done refers to nothing; for a text write \"Done\"",
                        "ASL-CFN-003 3:58 Pass refers to nothing; for a text write \"Pass\"");
        assertThat(read.machines()).hasSize(1);
    }

    @Test
    void within_quotes_of_a_template_a_value_that_is_encoded_may_be_a_number() throws IOException {
        write(
                "a.tftpl",
                "{\"n\": \"${jsonencode(n)}\", \"u\": \"of ${jsonencode(u)}\",\n \"q\": \"\\\"\", \"t\": ${jsonencode(t)}, \"f\": \"${jsonencode(true)}\"}");

        PlacedDefinition order = only(read("templatefile(\"a.tftpl\", { n = 5, u = var.u, t = \"x\" })"));

        assertThat(filled(order))
                .isEqualTo("{\"n\":\"5\",\"u\":\"of ${u}\",\"q\":\"\\\"\",\"t\":\"x\",\"f\":\"true\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ a = 1 }", "[\"x\"]", "\"x\""})
    void within_quotes_of_a_template_what_is_encoded_in_quotes_is_no_json(String value) throws IOException {
        write("a.tftpl", "{\"a\": \"${jsonencode(v)}\"}");

        assertThat(read("templatefile(\"a.tftpl\", { v = " + value + " })").broken())
                .hasSize(1);
    }

    @Test
    void a_module_is_given_its_definition_by_a_local() throws IOException {
        Path file = write("main.tf", """
                locals {
                  flow   = jsonencode({ StartAt = "Pay", States = { Pay = { Type = "Succeed" } } })
                  object = { StartAt = "Pack", States = { Pack = { Type = "Succeed" } } }
                  policy = jsonencode({ Version = "2012-10-17" })
                }
                module "whole" {
                  source = "./flow"
                  policy = local.policy
                  text   = local.flow
                }
                module "encoded" {
                  source = "./flow"
                  text   = jsonencode(local.object)
                }
                module "none" {
                  source = "./flow"
                  text   = local.policy
                }
                """);

        assertThat(Definitions.read(file).machines())
                .extracting(
                        machine -> machine.logicalId().orElseThrow(),
                        machine -> machine.document().root().path("StartAt").stringValue())
                .containsExactly(tuple("module.whole", "Pay"), tuple("module.encoded", "Pack"));
    }

    @Test
    void what_is_missing_is_told() throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        assertThat(told(read("file(\"${path.module}/flows\")")))
                .containsExactly("ASL-CFN-001 3:21 the definition of aws_sfn_state_machine.order is missing: "
                        + folder.resolve("flows") + " is a directory");
        assertThat(told(read("file(\"${path.module}/gone.json\")")))
                .containsExactly(
                        "ASL-CFN-001 3:21 the definition of aws_sfn_state_machine.order is missing: there is no file "
                                + folder.resolve("gone.json"));
        assertThat(told(read("file(\"gone.json\")")))
                .containsExactly(
                        "ASL-CFN-002 3:21 the definition of aws_sfn_state_machine.order is missing: there is no file "
                                + folder.resolve("gone.json")
                                + "; for a path relative to this file, write ${path.module}/ before it");
        assertThat(told(Definitions.read(write("none.tf", "resource \"aws_sfn_state_machine\" \"x\" {}\n"))))
                .containsExactly(
                        "ASL-CFN-001 1:1 the state machine aws_sfn_state_machine.x has no definition; add one, such as definition = jsonencode({...})");
        assertThatThrownBy(() -> Definitions.read(write("other.tf", "variable \"x\" {}\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this Terraform source has no resource of type aws_sfn_state_machine");
    }

    @Test
    void what_cannot_be_read_is_told_where_it_stands() throws IOException {
        write("a.tftpl", "{\"a\": \"${\"}");

        assertThat(told(read("jsonencode({")))
                .containsExactly("ASL-CFN-007 3:16 the call that begins here does not end; close it with )");
        assertThat(told(read("templatefile(\"a.tftpl\", {})")))
                .containsExactly(
                        "ASL-CFN-007 3:29 the template " + folder.resolve("a.tftpl")
                                + ":1:10 cannot be read: the string that begins here does not end on its line; close it with \"");
        assertThat(read("<<EOF\n{\n \"a\": }\nEOF").broken())
                .extracting(each -> each.file() + ":" + each.problem().position())
                .containsExactly(folder.resolve("main.tf") + ":5:7");
    }

    @Test
    void a_module_of_the_registry_has_a_machine() throws IOException {
        Path file = write("main.tf", """
                module "flow" {
                  source     = "terraform-aws-modules/step-functions/aws"
                  type       = "EXPRESS"
                  definition = jsonencode({ StartAt = "A" })
                }
                module "other" {
                  source     = "./flow"
                  definition = "x"
                }
                """);

        PlacedDefinition flow = only(Definitions.read(file));

        assertThat(flow.logicalId()).contains("module.flow");
        assertThat(flow.name()).isEqualTo("flow");
        assertThat(flow.isExpress()).isTrue();
    }

    @Test
    void any_module_that_is_given_an_encoded_definition_has_a_machine() throws IOException {
        Path file = write("main.tf", """
                module "flow" {
                  source    = "./modules/flow"
                  policy    = jsonencode({ Version = "2012-10-17", StartAt = 1 })
                  flow_text = jsonencode({
                    "StartAt" : "A"
                    States = { A = { Type = "Task", Resource = module.pay.arn, Next = "Gone" } }
                  })
                }
                module "given" {
                  source     = "./modules/flow"
                  definition = jsonencode(var.flow)
                }
                """);

        assertCallsAnotherModule(file, "6:71");
    }

    private void assertCallsAnotherModule(Path file, String placeOfNext) throws IOException {
        PlacedDefinition flow = only(Definitions.read(file));

        assertThat(Definitions.areIn(file)).isTrue();
        assertThat(flow.logicalId()).contains("module.flow");
        assertThat(written(flow))
                .isEqualTo(
                        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"${module.pay.arn}\",\"Next\":\"Gone\"}}}");
        assertThat(place(flow, "/States/A/Next")).isEqualTo(placeOfNext);
    }

    @Test
    void any_module_that_is_given_the_text_of_a_definition_has_a_machine() throws IOException {
        Path file = write("main.tf", """
                module "flow" {
                  source = "./modules/flow"
                  policy = <<-EOF
                    { "Version": "2012-10-17", "Statement": [] }
                  EOF
                  about  = "It has \\"StartAt\\" and \\"States\\"."
                  text   = <<-EOF
                    {
                      "StartAt": "A",
                      "States": { "A": { "Type": "Task", "Resource": "${module.pay.arn}", "Next": "Gone" } }
                    }
                  EOF
                }
                """);

        assertCallsAnotherModule(file, "10:83");
    }

    @Test
    void any_module_that_is_given_a_file_with_a_definition_has_a_machine() throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        write("flows/pay.asl.json", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");
        write("flows/ship.asl.yaml", "StartAt: ${first}\nStates: {B: {Type: Succeed}}");
        write("flows/task.json", "{\"name\": \"app\"}");
        Path file = write("main.tf", """
                module "pay" {
                  source          = "./modules/flow"
                  task_definition = file("${path.module}/flows/task.json")
                  text            = file("${path.module}/flows/pay.asl.json")
                }
                module "ship" {
                  source = "./modules/flow"
                  text   = jsonencode(yamldecode(templatefile("${path.module}/flows/ship.asl.yaml", { first = "B" })))
                }
                module "task" {
                  source          = "./modules/task"
                  task_definition = file("${path.module}/flows/task.json")
                }
                """);

        assertThat(Definitions.areIn(file)).isTrue();
        assertThat(Definitions.read(file).machines())
                .extracting(
                        machine -> machine.logicalId().orElseThrow(),
                        machine -> machine.filled().root().path("StartAt").stringValue())
                .containsExactly(tuple("module.pay", "A"), tuple("module.ship", "B"));
    }

    @Test
    void a_module_that_is_given_a_local_which_leads_back_to_itself_has_no_machine() throws IOException {
        Path file = write("main.tf", """
                locals {
                  flow  = jsonencode(local.other) # StartAt
                  other = jsondecode(local.flow)
                }
                module "flow" {
                  source = "./modules/flow"
                  text   = local.flow
                }
                """);

        assertThat(Definitions.areIn(file)).isFalse();
    }

    @Test
    void files_with_machines_in_them_are_found() throws IOException {
        assertThat(Definitions.areIn(write("a.tf", MACHINE.formatted("x")))).isTrue();
        assertThat(Definitions.areIn(write("b.tf", MACHINE.formatted("{")))).isTrue();
        assertThat(Definitions.areIn(write("c.tf", "# aws_sfn_state_machine\n")))
                .isFalse();
        assertThat(Definitions.areIn(write("d.tf", "data \"aws_sfn_state_machine\" \"x\" {}\n")))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "local.l%d",
                "[local.l%d, local.l%d]",
                "merge(local.l%d, local.l%d)",
                "concat(local.l%d, local.l%d)",
                "local.l%d == 1 ? local.l%d : local.l%d",
                "\"${local.l%d}\""
            })
    void values_that_lead_on_and_on_come_to_an_end(String value) throws IOException {
        String locals = IntStream.range(0, 2000)
                .mapToObj(i -> "  l" + i + " = " + value.replace("%d", String.valueOf(i + 1)) + "\n")
                .collect(Collectors.joining());
        write("locals.tf", "locals {\n" + locals + "}\n");

        Definitions read = read("jsonencode({ a = local.l0 })");

        assertThat(read.machines().size() + read.broken().size()).isEqualTo(1);
    }
}
