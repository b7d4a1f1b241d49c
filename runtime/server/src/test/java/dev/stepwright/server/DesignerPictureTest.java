package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The picture of the designer in the documentation; with {@code -DargLine=-Dstepwright.draw=true} it is taken anew. */
class DesignerPictureTest extends PageTest {
    private static final String ORDERS = """
            {
              "Comment": "Takes an order.",
              "StartAt": "Check",
              "States": {
                "Check": {
                  "Type": "Choice",
                  "Choices": [
                    {"Variable": "$.order.total", "NumericGreaterThan": 1000, "Next": "Approve"},
                    {"Variable": "$.order.express", "IsPresent": true, "Next": "Shipp"}
                  ],
                  "Default": "Ship"
                },
                "Approve": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {
                    "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/approvals",
                    "MessageBody": {"order.$": "$.order.id", "token.$": "$$.Task.Token"}
                  },
                  "ResultPath": "$.approval",
                  "TimeoutSeconds": 3600,
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refused"}],
                  "Next": "Ship"
                },
                "Ship": {
                  "Type": "Pass",
                  "Parameters": {"to.$": "$.order.customer.email", "items.$": "$.order.items"},
                  "End": true
                },
                "Refused": {"Type": "Fail", "Error": "Refused", "Cause": "Nobody approved."}
              }
            }
            """;

    @Test
    void a_choice_is_shown_in_text_picture_and_fields() throws Exception {
        String mended = ORDERS.replace("\"Shipp\"", "\"Ship\"");
        byte[] png;
        try (Browser browser = Browser.start()) {
            browser.open(
                    address("/designer/" + server.machine("orders", mended)),
                    "document.querySelector('#picture [data-state=Check]')");
            browser.run("const text = document.getElementById('text');"
                    + " const at = text.value.indexOf('\"Ship\"}'); text.focus(); text.setRangeText('p', at + 5, at + 5, 'end');"
                    + " text.dispatchEvent(new Event('input'))");
            browser.until("document.querySelector('[data-state=Check].chosen') && document.querySelector('.missing')"
                    + " && document.querySelector('#fields [aria-invalid=true]')");
            png = browser.picture(1440, 860);
        }

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(1440);
        assertThat(picture.getHeight()).isEqualTo(860);
        if (Boolean.getBoolean("stepwright.draw")) {
            Files.write(Path.of("../../docs/diagrams/designer.png"), png);
        }
    }
}
