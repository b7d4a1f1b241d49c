package dev.stepwright.asl.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedStackTest {
    private static final String SHOP = """
            AWSTemplateFormatVersion: '2010-09-09'
            Parameters:
              Stage: {Type: String, Default: dev}
            Resources:
              Orders:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: ./orders/orders.yaml
                  Parameters:
                    Stage: !Ref Stage
                    Table: !GetAtt Table.Name
                    Ship: !Ref Ship
              Ship:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  DefinitionSubstitutions: {Order: !GetAtt Orders.Outputs.OrderArn}
                  Definition: {StartAt: S, States: {S: {Type: Pass, Result: '${Order}', End: true}}}
              Table: {Type: AWS::DynamoDB::Table}
            """;

    private static final String ORDERS = """
            AWSTemplateFormatVersion: '2010-09-09'
            Parameters:
              Stage: {Type: String, Default: none}
              Table: {Type: String, Default: none}
              Size: {Type: Number, Default: 3}
              Ship: {Type: String}
            Resources:
              Order:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  DefinitionString: !Sub |
                    {"Comment": "${Stage} ${Table} ${Size} ${Ship}"}
            Outputs:
              OrderArn: {Value: !GetAtt Order.Arn}
            """;

    @TempDir
    private Path folder;

    private Path shop = Path.of("");

    private Path write(String name, String text) throws IOException {
        return Written.file(folder, name, text);
    }

    @BeforeEach
    void write() throws IOException {
        shop = write("shop.yaml", SHOP);
        write("orders/orders.yaml", ORDERS);
    }

    private static String comment(Definitions order) {
        return order.machines().get(0).filled().root().path("Comment").stringValue();
    }

    @Test
    void the_template_of_a_stack_is_read_with_what_is_passed_to_it() throws IOException {
        Definitions read = Definitions.read(shop);

        Definitions orders = read.nested().get("Orders");
        assertThat(read.unread()).isEmpty();
        assertThat(orders.file()).isEqualTo(folder.resolve("orders/orders.yaml"));
        assertThat(comment(orders)).isEqualTo("dev ${Table} 3 ${Ship}");
        assertThat(comment(Definitions.read(shop, Map.of("Stage", "prod")).only("Orders/Order")))
                .isEqualTo("prod ${Table} 3 ${Ship}");
        assertThat(orders.machines().get(0).machines()).containsEntry("Ship", "Ship");
        assertThat(read.machines().get(0).machines()).containsEntry("Order", "Order");
        assertThat(read.all()).extracting(Definitions::file).containsExactly(shop, orders.file());
        assertThatThrownBy(() -> read.only("Order"))
                .hasMessage(
                        "there is no state machine \"Order\" that can be read; the state machines are Ship, Orders/Order");
    }

    @Test
    void a_template_whose_machines_are_all_in_stacks_has_machines() throws IOException {
        Path all = write("all.yaml", """
                Resources:
                  Shop: {Type: 'AWS::Serverless::Application', Properties: {Location: shop.yaml}}
                  Other: {Type: 'AWS::Serverless::Application', Properties: {Location: {ApplicationId: x}}}
                  Far: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: 'https://s3/x.yaml'}}
                """);
        Path none = write(
                "none.yaml",
                "Resources: {A: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: 'https://s3/x.yaml'}}}");

        assertThat(Definitions.areIn(all)).isTrue();
        assertThat(Definitions.given(Path.of(all + "#Shop/Orders/Order")).machines())
                .hasSize(1);
        assertThat(Definitions.areIn(none)).isFalse();
    }

    @Test
    void stacks_that_are_in_themselves_come_to_an_end() throws IOException {
        String back = "  Back: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: ../self.yaml}}\n";
        write("orders/orders.yaml", ORDERS.replace("Outputs:", back + "Outputs:"));
        Path self = write(
                "self.yaml",
                SHOP + "  Self: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: self.yaml}}\n");

        assertThat(Definitions.read(self).all()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TemplateURL: gone.yaml | gone.yaml",
                "TemplateURL: ./orders | orders",
            })
    void a_template_that_cannot_be_read_is_told(String location, String name) throws IOException {
        Definitions read =
                Definitions.read(write("main.yaml", SHOP.replace("TemplateURL: ./orders/orders.yaml", location)));

        assertThat(read.machines()).hasSize(1);
        assertThat(read.unread())
                .singleElement()
                .asString()
                .startsWith(folder.resolve("main.yaml") + ":8:20: the template of the stack Orders is not checked: ")
                .contains(folder.resolve(name).toString());
    }

    @Test
    void the_cdk_says_what_it_will_upload() throws IOException {
        Path parent = write("App.template.json", """
                {"Resources": {"Orders": {"Type": "AWS::CloudFormation::Stack",
                  "Properties": {"TemplateURL": {"Fn::Join": ["", ["https://s3.", {"Ref": "AWS::URLSuffix"}]]}},
                  "Metadata": {"aws:asset:path": "orders/orders.yaml", "aws:asset:property": "TemplateURL"}}}}
                """);

        assertThat(Definitions.read(parent).nested()).containsKey("Orders");
    }
}
