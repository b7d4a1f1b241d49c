package dev.stepwright.types.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.types.lattice.Need;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterNeedsTest {
    private static ParameterNeeds of(String integration) {
        return ParameterNeeds.of("arn:aws:states:::" + integration);
    }

    @Test
    void parameters_are_what_the_service_documents() {
        assertThat(of("aws-sdk:scheduler:createSchedule").member("Name").need()).isEqualTo(Need.STRING);
        assertThat(of("glue:startJobRun.sync").member("Timeout").need()).isEqualTo(Need.INTEGER);
        assertThat(of("aws-sdk:cloudwatch:putMetricAlarm").member("Threshold").need())
                .isEqualTo(Need.NUMBER);
    }

    @Test
    void so_is_what_they_hold() {
        ParameterNeeds entries = of("events:putEvents").member("Entries");
        ParameterNeeds attribute = of("dynamodb:putItem").member("Item").member("quantity");

        assertThat(entries.need()).isEqualTo(Need.ARRAY);
        assertThat(entries.element().member("Source").need()).isEqualTo(Need.STRING);
        assertThat(attribute.need()).isEqualTo(Need.VALUE);
        assertThat(attribute.member("SS").element().need()).isEqualTo(Need.STRING);
    }

    @Test
    void a_text_that_may_be_any_json_is_any_value() {
        assertThat(of("sns:publish").member("Message").need()).isEqualTo(Need.VALUE);
        assertThat(of("events:putEvents")
                        .member("Entries")
                        .element()
                        .member("Detail")
                        .need())
                .isEqualTo(Need.VALUE);
    }

    @Test
    void what_may_be_a_text_as_well_is_any_value() {
        assertThat(of("ecs:runTask").member("EnableExecuteCommand").need()).isEqualTo(Need.VALUE);
        assertThat(of("aws-sdk:s3:putObject").member("Expires").need()).isEqualTo(Need.VALUE);
    }

    @Test
    void a_name_tells_nothing_where_the_service_does() {
        ParameterNeeds key = of("dynamodb:getItem").member("Key");

        assertThat(key.member("ownerArn").need()).isEqualTo(Need.VALUE);
        assertThat(key.member("TableName").need()).isEqualTo(Need.VALUE);
        assertThat(of("aws-sdk:ssm:sendCommand")
                        .member("Parameters")
                        .member("Bucket")
                        .need())
                .isEqualTo(Need.ARRAY);
    }

    @Test
    void the_names_of_attribute_values_tell_a_type_in_attribute_values_only() {
        ParameterNeeds payload = of("lambda:invoke").member("Payload");
        ParameterNeeds attribute = of("dynamodb:putItem").member("Item").member("count");

        assertThat(List.of("N", "S", "B", "BOOL"))
                .allSatisfy(name -> assertThat(payload.member(name).need()).isEqualTo(Need.VALUE));
        assertThat(attribute.member("N").need()).isEqualTo(Need.STRING);
        assertThat(attribute.member("L").element().member("S").need()).isEqualTo(Need.STRING);
    }

    @Test
    void names_tell_where_no_service_does() {
        assertThat(ParameterNeeds.UNDOCUMENTED.member("TopicArn").need()).isEqualTo(Need.STRING);
        assertThat(of("lambda:invoke").member("Payload").member("Bucket").need())
                .isEqualTo(Need.STRING);
        assertThat(of("lambda:invoke").member("Payload").member("count").need()).isEqualTo(Need.VALUE);
        assertThat(ParameterNeeds.of("arn:aws:lambda:us-east-1:123456789012:function:f")
                        .member("Name")
                        .need())
                .isEqualTo(Need.VALUE);
    }
}
